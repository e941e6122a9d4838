"""How records show themselves: a small table in a notebook, and an Analysis in one line instead of a book."""

from __future__ import annotations

from typing import Any


class Drawn:
    """Rows that a notebook shows as a small table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from .report.cells import to_cell

        return to_cell(self)


class DrawnWhole(Drawn):
    """An Analysis: what it is of and how much was found."""

    __slots__ = ()
    documents: tuple[Any, ...]
    claims: tuple[Any, ...]
    findings: tuple[Any, ...]

    def __repr__(self) -> str:
        names = ", ".join(document.name for document in self.documents[:3])
        more = f" and {len(self.documents) - 3} more" if len(self.documents) > 3 else ""
        wrong = sum(row.verdict == "contradicted" for row in self.findings)
        return f"<Analysis of {names or 'nothing'}{more}: {len(self.claims)} claims, {wrong} contradicted>"
