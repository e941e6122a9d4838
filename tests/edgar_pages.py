"""Tables as filings to the SEC hold them: a cell each for currency sign, number and bracket, columns that only keep
distance, heads over several of them, inline XBRL with hidden facts, tables inside tables.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from tests.rendering import Block, blocks_of

_PARTS = re.compile(r"(?P<sign>(?:[A-Z]{2,3})?[$€£¥] ?)?(?P<number>.*?)(?P<close>\)?(?: ?(?:%|pp|bps))?\)?)")
_HIDDEN = (
    "<div style='display:none'><ix:header><ix:hidden><ix:nonNumeric name='dei:Name'>9,999</ix:nonNumeric></ix:hidden>"
    "<ix:resources><xbrli:context id='c1'>2019</xbrli:context></ix:resources></ix:header></div>"
)


def to_edgar_page(text: str | Sequence[Block], *, nested: bool = False) -> bytes:
    """The text as an exhibit in inline XBRL; `nested`: its tables stand in a cell of a table for the layout."""
    out = ["<?xml version='1.0' encoding='utf-8'?>\n<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>"]
    out.append(f"<head><title>ex-99.1</title></head><body bgcolor='white'>{_HIDDEN}")
    for block in blocks_of(text):
        if not block.rows:
            lines = "<br>".join(html.escape(line.strip(), quote=False) for line in block.lines)
            out.append(f"<p style='margin:0pt'><font style='font-size:10pt' face='Times New Roman'>{lines}</font></p>")
            continue
        table = _table(block)
        out.append(f"<table width='100%'><tr><td>{table}</td></tr></table>" if nested else f"<div>{table}</div>")
        out.append("<p style='margin:0pt'>&nbsp;</p>")
    return "\n".join([*out, "</body></html>"]).encode()


def _table(block: Block) -> str:
    count = max(column + span for row in block.rows for column, span, _ in row)
    widths = "<tr>" + "<td style='width:1%'></td>" * (1 + 4 * (count - 1)) + "</tr>"
    rows = [_row(row, count) for row in block.rows]
    return f"<table cellpadding='0' cellspacing='0' style='border-collapse:collapse'>{widths}{''.join(rows)}</table>"


def _row(row: Sequence[tuple[int, int, str]], count: int) -> str:
    head = all(column > 0 for column, _, _ in row)
    label = next((text for column, _, text in row if column == 0), "")
    out = [f"<td style='padding-left:{'12' if label else '0'}pt'>{_shown(label) or '&nbsp;'}</td>"]
    by_column = {column: (span, text) for column, span, text in row if column > 0}
    column = 1
    while column < count:
        span, text = by_column.get(column, (1, ""))
        if head:
            broken = re.sub(r" (?=(?:Ended|[0-9]{4}\b))", "<br>", _shown(text))
            out.append(f"<td>&nbsp;</td><td colspan='{4 * span - 1}' align='center'><b>{broken or '&nbsp;'}</b></td>")
        else:
            out.append(_figure(text))
        column += span
    return f"<tr style='vertical-align:bottom'>{''.join(out)}</tr>"


def _figure(text: str) -> str:
    """Four cells: distance, sign, number, and what closes it."""
    found = _PARTS.fullmatch(text.strip())
    assert found is not None
    sign, number, close = ((found[name] or "").strip() for name in ("sign", "number", "close"))
    opened, digits = re.fullmatch(r"(\(?)(.*)", number).groups()  # type: ignore[union-attr]  # matches any line
    fact = f"<ix:nonFraction name='a:b' contextRef='c1' sign='-' scale='3'>{_shown(digits)}</ix:nonFraction>"
    value = f"{opened}{fact}" if re.search("[0-9]", digits) else _shown(number)
    return f"<td>&nbsp;&nbsp;</td><td>{sign}</td><td align='right'>{value or '&nbsp;'}</td><td>{close or '&nbsp;'}</td>"


def _shown(text: str) -> str:
    return html.escape(text, quote=False)
