"""The invented statements of `corpora/tables`, printed in three layouts, and how many of their cells are read right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nlp.languages.tables import UNSIGNED
from nlp.pipeline import analyze
from nlp.readers import read
from nlp.records import Analysis, Claim, Document
from nlp.resources import shipped
from tests.edgar_pages import to_edgar_page
from tests.rendering import Block, blocks, to_html, to_pdf

Statement = dict[str, Any]
LAYOUTS: dict[str, Callable[[Statement], bytes]] = {
    "text": lambda statement: as_text(statement).encode(),
    "html": lambda statement: to_html(as_blocks(statement)),
    "edgar": lambda statement: to_edgar_page(as_blocks(statement), nested=len(statement["rows"]) % 2 == 0),
    "pdf": lambda statement: to_pdf(as_blocks(statement), narrow=len(statement["rows"]) % 2 == 0),
}


def load_statements(split: str) -> list[Statement]:
    """The statements of one split."""
    rows = shipped("corpora", "tables", "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, rows) if row["split"] == split]


def wide(text: str) -> int:
    """Display columns."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def as_text(statement: Statement) -> str:
    """The statement as aligned plain text under a release's headline."""
    rows = statement["rows"]
    first = max(wide("  " * row["indent"] + row["label"]) for row in rows) + 3
    count = max(len(row["cells"]) for row in rows)
    heads = [head for line in statement["heads"] for head in line]
    step = max(
        *(wide(cell) for row in rows for cell in row["cells"]),
        *(-(-wide(text) // span) for _, span, text in heads),
    ) + 4  # fmt: skip
    lines = [*statement["caption"], ""]
    for line in statement["heads"]:
        out = " " * first
        for column, span, text in line:
            end = first + (column + span - 1) * step
            start = end - wide(text) if span == 1 else first + (column - 1) * step + (span * step - wide(text)) // 2 + 2
            out += " " * (start - wide(out)) + text
        lines.append(out)
    for row in rows:
        out = "  " * row["indent"] + row["label"]
        for at, cell in enumerate(row["cells"]):
            out += " " * (first + (at + 1) * step - wide(cell) - wide(out)) + cell
        lines.append(out)
    # Some of these tables name no currency, as pages of a release do: its text does.
    named = any(sign in str(statement) for sign in ("$", "£", "€", "EUR", "RMB", "元", "港", "币", "幣"))
    intro = "公司今日公布财务业绩。"
    if statement["language"] == "en":
        intro = "The Company today announced its financial results" + ("." if named else ", in U.S. dollars.")
    assert count
    return (
        f"{intro}\n\n"
        + "\n".join(lines)
        + "\n\n"
        + ("谢谢。" if statement["language"] == "zh" else "Thank you.")
        + "\n"
    )


def as_blocks(statement: Statement) -> list[Block]:
    """The same as blocks, the statement as a table whose heads keep their columns."""
    found = list(blocks(as_text(statement)))
    count = len(statement["heads"]) + len(statement["rows"])
    lines = [line for block in found for line in block.lines]
    start = len(lines) - len(found[-1].lines) - count
    head = [Block((line,)) for line in lines[:start]]
    rows = [tuple((column, span, text) for column, span, text in line) for line in statement["heads"]]
    rows += [
        ((0, 1, row["label"]), *((at, 1, cell) for at, cell in enumerate(row["cells"], 1))) for row in statement["rows"]
    ]
    return [*head, Block(tuple(lines[start : start + count]), tuple(rows)), found[-1]]


@dataclass
class Score:
    """Cells of gold, cells right in everything, and what was wrong how often."""

    cells: int = 0
    right: int = 0
    stray: int = 0  # claims of cells that are no figure of the statement, such as numbers of notes
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The part that is right in value, metric, period and unit."""
        return self.right / self.cells if self.cells else 0.0


def analyze_statement(statement: Statement, show: Callable[[Statement], bytes]) -> Analysis:
    """The statement, so printed, as a release beside a call that says nothing."""
    release = read(show(statement), name="release.txt")
    return analyze("Operator\n\nWelcome.\n\nAda Lind -- CFO\n\nThank you.\n", releases=[release])


def score_statement(statement: Statement, analysis: Analysis, score: Score) -> None:
    """Add a statement's cells to the score. A cell is found by its row, and by its print; one without gold is no claim."""
    release = analysis.documents[1]
    claims = [row for row in analysis.claims if row.by == "rule:table"]
    for row in statement["rows"]:
        label = " ".join(row["label"].split())
        mine = [claim for claim in claims if " ".join(claim.surface.split()) == label]
        for at, (cell, gold) in enumerate(zip(row["cells"], row["gold"], strict=True)):
            printed = cell.strip("$ ").replace(" ", "")
            if gold is None:
                score.stray += sum(1 for claim in mine if printed and printed_as(release, claim) == printed)
                continue
            score.cells += 1
            found = [c for c in mine if printed in printed_as(release, c) or not cell.strip("—")]
            right = any(is_right(claim, gold) for claim in found)
            score.right += right
            if not right:
                said = [(c.metric, c.segment, c.period, c.amount.unit, str(c.amount.low), c.role) for c in found]
                score.wrong[f"{statement['id']} {label} [{at}] {cell}: {tuple(gold.values())} / {said}"] += 1


def printed_as(release: Document, claim: Claim) -> str:
    """The figure as it stands in the release, without blanks."""
    return release.text[claim.start : claim.end].replace(" ", "")


def is_right(claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether a claim is the gold's in value, metric, period, unit, and for a change in what it is compared with."""
    value, low = Decimal(gold["value"]), claim.amount.low
    unsigned = claim.metric in UNSIGNED
    if gold.get("role") == "change":  # a change is its size and its direction, as in prose
        said = (claim.role, claim.comparator, claim.definition)
        if said != ("change", gold["comparator"], gold.get("definition")):
            return False
        if not unsigned and gold["value"] != "0":
            low = -low if claim.direction == "down" and low is not None else low
        else:
            value = abs(value)
    elif claim.role == "change" or (gold.get("role") == "share") != (claim.role == "share"):
        return False
    elif unsigned:
        value = abs(value)
    return (
        (low, claim.amount.unit, claim.period) == (value, gold["unit"], gold["period"])
        and same_metric(claim.metric, gold["metric"])
        and (gold["segment"] is None) == (claim.segment is None)
    )


def same_metric(found: str, gold: str) -> bool:
    """Whether a metric is one of the gold's; `other` stands for every metric that the list does not have."""
    return any(found.startswith("other:") if name == "other" else found == name for name in gold.split("|"))
