"""What a statement names as the reasons of a change: parts may not exceed the whole they explain."""

from __future__ import annotations

from collections.abc import Iterator

from ...amounts.intervals import subtract, total
from ...records import Claim, Finding
from ..evidence import Evidence
from ..facts import magnitude, short_money
from ..known import is_primary
from ..relations import Relation, claim_input


def breakdown_relations(evidence: Evidence) -> Iterator[Relation]:
    """ "An increase of A, including B and C": B + C against A."""
    parts: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        if claim.part_of and is_primary(claim) and not claim.restates:
            parts.setdefault(claim.part_of, []).append(claim)
    for whole_id, rows in parts.items():
        whole = evidence.claim_by_id[whole_id]
        if len(rows) >= 2 and {row.amount.unit for row in rows} == {whole.amount.unit}:
            inputs = tuple(claim_input(row, evidence.said(row)) for row in rows)
            template = " + ".join("{" + str(at) + "}" for at in range(len(rows)))
            said = claim_input(whole, evidence.said(whole))
            yield Relation(code="A11", said=said, inputs=inputs, compute=lambda v: total(tuple(v)), template=template)


def driver_findings(evidence: Evidence) -> Iterator[Finding]:
    """A note where the named drivers add up to more than the change: offsets exist that are not named."""
    for rows in evidence.frames.values():
        own = [row for row in rows if is_primary(row) and not row.restates]
        levels = [row for row in own if row.role == "level"]
        bases = [row for row in own if row.role == "base"]
        drivers = [row for row in own if row.role == "driver" and not row.part_of and row.direction != "down"]
        if len(levels) != 1 or len(bases) != 1 or not drivers:
            continue
        units = {row.amount.unit for row in (*levels, *bases, *drivers)}
        change = subtract(magnitude(levels[0]), magnitude(bases[0]))
        explained = total(tuple(magnitude(row) for row in drivers))
        if (
            len(units) == 1
            and change.high is not None
            and explained.low is not None
            and 0 < change.high < explained.low
        ):
            unit = levels[0].amount.unit
            named = " + ".join(evidence.said(row) for row in drivers)
            rise = f"{evidence.said(levels[0])} - {evidence.said(bases[0])} = {short_money(change, unit)}"
            formula = f"{named} = {short_money(explained, unit)}; change {rise}"
            yield Finding(
                code="A12", verdict="unchecked", severity="note", formula=formula,
                message="The named drivers exceed the change they explain; offsets are not listed.",
                claims=tuple(row.id for row in (*drivers, *levels, *bases)),
            )  # fmt: skip
