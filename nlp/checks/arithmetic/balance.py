"""A17 by the two sides of a balance sheet: assets are liabilities and equity, in every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...languages.tables import BOTH_OWED, TOTAL_ASSETS
from ...records import Finding, Repair, Span
from ..evidence import Evidence
from ..translation.compare import is_slip
from .footing import Figure, Page, pages, rows_of


def balance_findings(evidence: Evidence, footed: Iterable[Finding]) -> Iterator[Finding]:
    """One for each column whose two sides differ by a slip, where those of another column are equal.

    None for a side that is not the sum of its lines: `footed` tells that already.
    """
    told = {span for row in footed if row.verdict == "contradicted" for span in row.evidence[:1]}
    for page, table in pages(evidence):
        rows = [row for row in rows_of(page.document.text, table) if row.figures]
        assets = next((row for row in rows if TOTAL_ASSETS.fullmatch(row.label)), None)
        owed = next((row for row in rows if BOTH_OWED.fullmatch(row.label)), None)
        if assets is None or owed is None:
            continue
        pairs = [(figure, owed.figures[column]) for column, figure in assets.figures.items() if column in owed.figures]
        apart = [pair for pair in pairs if not _are_equal(*pair)]
        if len(apart) < len(pairs):
            found = (_finding(page, *pair) for pair in apart if is_slip(pair[0][1].value, pair[1][1].value))
            yield from (row for row in found if not told & {*row.evidence})


def _are_equal(one: Figure, other: Figure) -> bool:
    return abs(one[1].value - other[1].value) <= one[1].half_step + other[1].half_step


def _finding(page: Page, assets: Figure, owed: Figure) -> Finding:
    figures = sorted((assets, owed), key=lambda figure: _stands_elsewhere(page, figure))
    claims = [page.claim(figure) for figure in figures]
    printed = [page.printed(cell) for cell, _ in figures]
    return Finding(
        code="A17", verdict="contradicted", severity="error", origin="release",
        message="The two sides of the balance sheet differ; in another column they are equal.",
        formula=f"{printed[0]}; the other side {printed[1]}", claims=tuple(row.id for row in claims if row is not None),
        evidence=tuple(Span(document_id=page.document.id, start=cell.start, end=cell.end) for cell, _ in figures),
        repairs=(Repair(value=figures[1][1].value * page.factor(figures[0]), text=printed[1], residual="none"),),
    )  # fmt: skip


def _stands_elsewhere(page: Page, figure: Figure) -> bool:
    claim = page.claim(figure)
    return claim is not None and bool(page.standings.elsewhere(claim, alike=False))
