"""English nouns that name a metric alone and only narrow another noun before one: "debt" and "debt collection costs"."""

from __future__ import annotations

from ..late import late

MODIFIERS = frozenset(
    "debt cash customers inventory equity loans deposits shares subscribers users volume price capacity dividend "
    "receivables payables vehicles patients students stores".split()
)
PAYING = ("payment", "payout", "distribution")  # "the dividend payment" is the dividend
NOUN_BEHIND = late(r" ([a-z][a-z\-]+)(?![\w'])")
# Verbs in -ed, adverbs in -ly; "offering" and "funding" are nouns.
VERB_LIKE = late(r"[a-z]+(?:ed|ly|n't)")
MAY_FOLLOW = frozenset(
    """of in on at to for from by with as than and or but up down that which who whom we they it i you this these those there
    is are was were be been being has have had having will would should may might can could do does did not also now still
    again both each all per versus vs over under through throughout during within after before until since while when where
    if so then including excluding net because due thanks despite across around above below between against into onto
    about nearly almost just only more less higher lower alone here today overall worldwide globally
    growing rising falling declining increasing decreasing remaining coming reaching running totaling totalling amounting
    spending generating contributing ordering buying subscribing visiting renewing
    paying using going making moving staying standing improving expanding shrinking
    grew grow grows rose rise rises fell fall falls went go goes came come comes stood stand stands hit made make makes
    took take ran run runs saw see held hold holds kept keep got get became sold sell sells bought buy paid pay spent met
    left lost won ended end ends remains remain totals total represents represent increases increase decreases decrease
    declines decline continues continue includes include exceeds exceed reaches reach
    growth level levels base count counts number numbers balance balances position positions rate rates additions adds
    reduction reductions improvement outstanding guidance target targets outlook trends change changes hikes hike cuts cut
    realization plan plans forecast forecasts elasticity index position pile conversion per utilization""".split()
)
