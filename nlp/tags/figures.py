"""What the figures of a text measure, for the topics head: each is read as a claim of a lone sentence.

That "shipped 400 kettles" is a volume was learnt from far more texts than have topics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..claims.find import Source, find_claims
from ..claims.periods import PeriodContext
from ..claims.segments import learn_segments
from ..records import Claim, Document, Paragraph, Sentence
from .features import Matrix

_LONGEST = 2_000  # characters that are read, as of the wording
_FAMILIES = ("margin", "ratio", "expense")
# What stands in fifteen or more of the sentences that the head was trained on.
FIGURES = (
    *"other revenue gross_margin volume net_income price customers eps headcount stores operating_income capex".split(),
    *"cash vehicles capacity facilities orders dividend shares utilization operating_cash_flow".split(),
    *"operating_margin debt rnd_expense buyback".split(),
    *(f"{metric} of a part" for metric in ("other", "revenue", "volume", "gross_margin", "price")),
    *(f"role {role}" for role in ("level", "base", "change", "share", "ratio", "driver")),
    *(f"role {role} of a part" for role in ("level", "base", "change", "share", "ratio")),
    *(f"amount {kind}" for kind in ("money", "percent", "points", "count", "ratio", "per_share")),
    *("reported", "guided", "premise", "hypothetical", "third_party"),
    *("a part", "the whole", "named", "unnamed"),
    *(f"family {family}" for family in (*_FAMILIES, "none")),
)
_PLACES = {trait: place for place, trait in enumerate(FIGURES)}
_CONTEXT = PeriodContext()


def figure_features(texts: Sequence[str], lang: str) -> Matrix:
    """`[texts, len(FIGURES)]`: which traits the claims of each text have."""
    found = np.zeros((len(texts), len(FIGURES)))
    for row, text in zip(found, texts, strict=True):
        row[[_PLACES[trait] for claim in _claims_in(text[:_LONGEST], lang) for trait in _traits(claim)]] = 1
    return found


def _claims_in(text: str, lang: str) -> Sequence[Claim]:
    end, place = len(text), {"document_id": "d", "start": 0, "language": lang}
    source = Source(
        document=Document(id="d", name="text", text=text, language=lang),
        paragraphs=(Paragraph(id="p", end=end, kind="speech", **place),),  # type: ignore[arg-type]
        sentences=(Sentence(id="s", paragraph_id="p", end=end, **place),),  # type: ignore[arg-type]
    )
    return find_claims(source, names=learn_segments([(text, lang)]), context=_CONTEXT)


def _traits(claim: Claim) -> Iterator[str]:
    metric, family = claim.metric.split(":")[0], next((name for name in _FAMILIES if name in claim.metric), "none")
    told = [metric, f"role {claim.role}", f"amount {claim.amount.kind}", claim.modality, f"family {family}"]
    told += [f"{metric} of a part", f"role {claim.role} of a part"] if claim.segment else []
    told += ["a part" if claim.segment else "the whole", "named" if "metric" in claim.named else "unnamed"]
    return (trait for trait in told if trait in _PLACES)
