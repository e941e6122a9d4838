"""Where English sentences end."""

from __future__ import annotations

from ..sentence_rules import SentenceRules

_TITLES = "mr. mrs. ms. messrs. dr. prof. sr. jr. st. hon. rev. gen. gov. sen. rep. capt. col. lt. sgt."
_LATIN = "e.g. i.e. vs. viz. cf. al. approx. est. ca. incl. excl. resp."
_MONTHS = "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
_FIRMS = "inc. corp. co. ltd. llc. l.l.c. plc. bros. n.v. s.a. a.g. l.p. intl. dept. univ. assn."
_PLACES = "u.s. u.k. u.s.a. u.n. e.u. d.c. p.r.c. a.m. p.m. etc. ph.d. m.d. m.b.a. b.a. ave. blvd. yr. qtr. mo."

_NUMBERED = "rs ps no nos art sec fig vol p pp item items note par ch"
_STARTERS = (
    "the a an we our us i you your they their he she it its this that these those there here in on at for from with "
    "by as if when while since because although however moreover furthermore additionally also and but or so now "
    "then thus therefore overall meanwhile excluding including compared during before after over under within "
    "turning looking moving going given based please thank thanks what how why where who which is are was were do "
    "does did can could will would should may let yes no okay ok first second third finally lastly next revenue "
    "revenues net gross total alternatively refer please see note explain describe operating adjusted to of all any some most many more as"
)

ENGLISH_SENTENCES = SentenceRules(
    code="en",
    enders=".!?",
    closers="\"')]}",
    never_end=frozenset([*_TITLES.split(), *_LATIN.split(), *_MONTHS.split()]),
    may_end=frozenset([*_FIRMS.split(), *_PLACES.split()]),
    before_number=frozenset(_NUMBERED.split()),
    starters=frozenset(_STARTERS.split()),
)
