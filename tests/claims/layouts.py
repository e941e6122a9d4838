"""More ways in which a statement is printed: as Markdown, Word, a news wire's page, and text with names on two lines."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from tests.claims import statements
from tests.claims.statements import as_blocks, wide
from tests.rendering import Block

Statement = dict[str, Any]
_WIDEST = 38  # columns of a name before it takes a second line


def to_markdown(statement: Statement) -> bytes:
    """A pipe table under its caption, as notes and exports of transcripts hold it."""
    out = []
    for block in as_blocks(statement):
        if not block.rows:
            out.append("\n".join(f"**{line.strip()}**" for line in block.lines))
            continue
        width = max(column + span for row in block.rows for column, span, _ in row)
        lines = ["| " + " | ".join(_spread(row, width)) + " |" for row in block.rows]
        heads = max(1, len(statement["heads"]))
        out.append("\n".join([*lines[:heads], "|" + "---|" * width, *lines[heads:]]))
    return "\n\n".join(out).encode()


def _spread(row: Sequence[tuple[int, int, str]], width: int) -> list[str]:
    """A cell for every column; a head over several stands in each of them."""
    out = [""] * width
    for column, span, text in row:
        for at in range(column, column + span):
            out[at] = text
    return out


def to_word(statement: Statement) -> bytes:
    """A Word file with the statement as a table, its heads in merged cells."""
    import docx

    document = docx.Document()
    for block in as_blocks(statement):
        if not block.rows:
            document.add_paragraph("\n".join(line.strip() for line in block.lines))
            continue
        width = max(column + span for row in block.rows for column, span, _ in row)
        table = document.add_table(len(block.rows), width)
        for at, row in enumerate(block.rows):
            for column, span, words in row:
                cell = table.cell(at, column)
                (cell.merge(table.cell(at, column + span - 1)) if span > 1 else cell).text = words
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def to_wire(statement: Statement) -> bytes:
    """A news wire's page: a name's cell over all lines of heads, sign, figure and bracket apart, notes raised."""
    out = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><div class='release'>"]
    for block in as_blocks(statement):
        if block.rows:
            out.append(_wire_table(block, len(statement["heads"])))
        else:
            out += [f"<p><b>{html.escape(line.strip(), quote=False)}</b></p>" for line in block.lines]
    return "\n".join([*out, "</div></body></html>"]).encode()


def _wire_table(block: Block, heads: int) -> str:
    width = max(column + span for row in block.rows for column, span, _ in row)
    lines = []
    for at, row in enumerate(block.rows):
        cells = [f"<td rowspan='{heads}'>&nbsp;</td>"] if at == 0 else []
        if at < heads:
            cells += _wire_heads(row, width)
        else:
            by_column = {column: text for column, _, text in row}
            cells = [f"<td class='left' colspan='1'>{_raised(by_column.get(0, ''))}</td>"]
            cells += [_wire_figure(by_column.get(column, "")) for column in range(1, width)]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table cellspacing='0'><tbody>" + "\n".join(lines) + "</tbody></table>"


def _wire_heads(row: Sequence[tuple[int, int, str]], width: int) -> list[str]:
    out, at = [], 1
    for column, span, text in row:
        out += ["<td colspan='4'></td>"] * (column - at)
        out.append(f"<td colspan='{4 * span}' class='center'><p>{html.escape(text, quote=False)}</p></td>")
        at = column + span
    return [*out, *["<td colspan='4'></td>"] * (width - at)]


def _wire_figure(text: str) -> str:
    """An empty cell, the sign, the figure with its opening bracket, and what closes it."""
    found = re.fullmatch(r"(?P<sign>[A-Z]{0,3}[$€£¥])?\s*(?P<figure>.*?)(?P<close>\)?\s?(?:%|pts|pp|bps)?\)?)", text)
    assert found is not None
    cells = ["&nbsp;", found["sign"] or "", found["figure"] or "&nbsp;", found["close"] or "&nbsp;"]
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _raised(label: str) -> str:
    return re.sub(r"\(([0-9])\)(?=:?\Z)", r"<sup>(\1)</sup>", html.escape(label, quote=False))


def to_narrow(statement: Statement) -> bytes:
    """Aligned text whose long names take two lines, the figures on the second, hanging under the first."""
    text = statements.as_text(statement)
    labels = {row["label"] for row in statement["rows"] if row["cells"]}
    lines = []
    for line in text.split("\n"):
        body = line.strip()
        label = next((label for label in labels if body.startswith(label) and body != label), None)
        indent = len(line) - len(line.lstrip())
        cut = label.rfind(" ", 0, _WIDEST) if label and wide(label) > _WIDEST else -1
        if label is None or cut < 12:
            lines.append(line)
            continue
        rest = label[cut + 1 :]
        lines.append(" " * indent + label[:cut])
        lines.append((" " * (indent + 2) + rest).ljust(indent + len(label)) + line[indent + len(label) :])
    return "\n".join(lines).encode()


LAYOUTS: dict[str, Callable[[Statement], bytes]] = {
    **statements.LAYOUTS,
    "markdown": to_markdown,
    "word": to_word,
    "wire": to_wire,
    "narrow": to_narrow,
}
