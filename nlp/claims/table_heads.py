"""What stands over and around a table: the period, currency and scale of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..amounts.cells import CellNumber, read_cell, says_nothing
from ..languages import tables as words
from ..places import Cell, Table
from ..text import fold, guess_language, simplify
from .mentions import find_periods
from .periods import PeriodContext

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY_FIRST = re.compile(
    r"\b([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b,?",
    re.IGNORECASE,
)
_ZH_ENDED = re.compile(r"截[至止] ?(?=[0-9]{1,2} ?月)")
_ENDED = re.compile(
    r"\b(?:three|six|nine|twelve|3|6|9|12)[ -]months?\b|\b(?:quarter|year|period|half)[ -]?(?:year)?s? end|"
    r"截[至止].{0,14}(?:月|年度|年)止?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_LENGTHS = re.compile(
    r"\b(?:three|six|nine|twelve|3|6|9|12)(?= (?:and|&) |[ -]months?\b)|(?:and|&) years?\b|[三六九] ?[个個]月",
    re.IGNORECASE,
)
_HAN_YEAR = re.compile(r"[零〇○一二三四五六七八九]{4}(?= ?年)")
_HAN_DAY = re.compile(
    r"(?P<month>十[一二]?|[一二三四五六七八九]) ?月 ?"
    r"(?:(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?日)?"
)
_HAN_DIGITS = {char: str(at) for at, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_THOUSANDS = re.compile(r"['’‘`]000s?")
_WHOLE = re.compile(r"\b(?:fy|fiscal|years?|annual|full)\b|年度|全年|财年|財年", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_HAN_WORD = re.compile(r"[0-9]*[\u3400-\u9fff][0-9\u3400-\u9fff]*")
_LATIN = re.compile(r"[A-Za-z]+")
_ABOVE = 8  # lines above a table that may say its scale and kind


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its name as printed at `start:end`, and its figures by column."""

    number: int
    start: int
    end: int
    label: str
    cells: Mapping[int, tuple[Cell, CellNumber]]

    @property
    def plain(self) -> str:
        """The name folded and simplified, in lower case."""
        return simplify(fold(self.label)).lower().strip(" :：")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures. `kind` is value, change or share; `unit` and `scale` are None where its heads say none."""

    number: int
    head: str
    period: str | None
    unit: str | None
    scale: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as read, down to the next heads: columns of figures with their heads, rows, and what its caption says."""

    table: Table
    heads: tuple[Cell, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str
    unit: str | None
    scale: int | None


def read_grids(text: str, table: Table, context: PeriodContext) -> tuple[Grid, ...]:
    """The grids of a table, one below each row of heads; none where no column has figures."""
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, []).append(cell)
    found = []
    for part in _parts(text, lines):
        grid = _grid(text, table, part, context)
        if grid is not None:
            found.append(grid)
    return tuple(found)


def _parts(text: str, lines: Mapping[int, list[Cell]]) -> Iterator[dict[int, list[Cell]]]:
    """The lines from one row of heads to the next: periods again over columns of figures."""
    part: dict[int, list[Cell]] = {}
    for number, cells in sorted(lines.items()):
        if _heads_again(text, cells) and _first_body(text, part) is not None:
            yield part
            part = {}
        part[number] = cells
    yield part


def _heads_again(text: str, cells: Sequence[Cell]) -> bool:
    """Whether a row names years over two columns and has no figures."""
    over = [text[cell.start : cell.end] for cell in cells if cell.column > 0]
    years = [_YEAR.search(_with_digits(head)) is not None for head in over]
    figures = [_YEAR.fullmatch(head) is None and read_cell(head) is not None for head in over]
    return sum(years) > 1 and not any(figures)


def _grid(text: str, table: Table, lines: Mapping[int, list[Cell]], context: PeriodContext) -> Grid | None:
    first = _first_body(text, lines)
    if first is None:
        return None
    rows = [_row(text, number, cells) for number, cells in sorted(lines.items()) if number >= first]
    numbers = sorted({column for row in rows for column in row.cells})
    heads = tuple(cell for number, cells in lines.items() if number < first for cell in cells)
    caption = _caption(text, table, heads)
    columns = tuple(_column(text, number, heads, caption, context, len(numbers)) for number in numbers)
    nearest = caption.split("\n")[::-1]
    unit = next((code for code in map(find_unit, nearest) if code), None)
    scale = next((power for power in map(find_scale, nearest) if power), None)
    return Grid(table, heads, columns, tuple(rows), caption, unit, scale)


def _first_body(text: str, lines: Mapping[int, Sequence[Cell]]) -> int | None:
    """The first row that has a name and a figure; the names of groups right above it are part of the body."""
    with_figures = None
    for number, cells in sorted(lines.items()):
        words_ = [cell for cell in cells if not _figure(text, cell)]
        figures = [cell for cell in cells if _figure(text, cell) and not _YEAR.fullmatch(text[cell.start : cell.end])]
        if words_ and figures and words_[0].column < figures[0].column:
            with_figures = number
            break
    if with_figures is None:
        return None
    while with_figures - 1 in lines and len(lines[with_figures - 1]) == 1 and lines[with_figures - 1][0].column == 0:
        if lines[with_figures - 1][0].span > 1 or find_scale(_plain(text, lines[with_figures - 1][0])):
            break
        with_figures -= 1
    return with_figures


def _figure(text: str, cell: Cell) -> bool:
    words_ = text[cell.start : cell.end]
    return read_cell(words_) is not None or says_nothing(words_)


def _plain(text: str, cell: Cell) -> str:
    return simplify(fold(text[cell.start : cell.end])).lower()


def _row(text: str, number: int, cells: Sequence[Cell]) -> Row:
    figures: dict[int, tuple[Cell, CellNumber]] = {}
    labels: list[Cell] = []
    for cell in cells:
        value = read_cell(text[cell.start : cell.end])
        if value is not None and cell.column > 0 and (labels or figures):
            figures[cell.column] = (cell, value)
        elif not figures and not says_nothing(text[cell.start : cell.end]):
            labels.append(cell)
    start, end = (labels[0].start, labels[-1].end) if labels else (cells[0].start, cells[0].start)
    return Row(number, start, end, " ".join(text[start:end].split()), figures)


def _caption(text: str, table: Table, heads: Sequence[Cell]) -> str:
    """The lines above a table down to its heads, nearest last, with what stands over its labels."""
    above = [line.strip() for line in text[max(0, table.start - 1500) : table.start].split("\n")]
    kept: list[str] = []
    for line in reversed([line for line in above if line]):
        if (
            len(kept) >= _ABOVE
            or len(line) > 160
            or (len(line) > 50 and line[-1] in ".。;；")
            or re.search(r"[^\s].*(?:\s{3,}|\t)\(?[0-9]", line)
        ):
            break
        kept.append(line)
    stub = [text[cell.start : cell.end] for cell in heads if cell.column == 0]
    return simplify(fold(" \n ".join([*reversed(kept), *stub]))).lower()


def _column(text: str, number: int, heads: Sequence[Cell], caption: str, context: PeriodContext, count: int) -> Column:
    over = sorted(
        (cell for cell in heads if cell.column <= number < cell.column + cell.span and cell.column > 0),
        key=lambda cell: cell.row,
    )
    parts = [" ".join(text[cell.start : cell.end].split()) for cell in over]
    joined = " ".join(parts)
    plain = simplify(fold(joined)).lower()
    kind = _kind(text, over, count)
    period = find_column_period(parts, caption, context)
    return Column(number, joined, period, find_unit(plain), find_scale(plain), kind)


def _kind(text: str, over: Sequence[Cell], count: int) -> str:
    """What a column holds, by its lowest head; a head over all columns says nothing of one."""
    plain = [(cell, simplify(fold(text[cell.start : cell.end])).lower()) for cell in over]
    if not plain:
        return "value"
    if words.CHANGE.search(plain[-1][1]) or any(
        words.CHANGE.search(head) and cell.span < count for cell, head in plain
    ):
        return "change"
    return "share" if words.SHARE.search(plain[-1][1]) else "value"


def find_column_period(parts: Sequence[str], caption: str, context: PeriodContext) -> str | None:
    """The period that the heads over a column name together, with the caption's help where they give a year alone."""
    joined = _with_digits(" ".join(parts))
    if not joined:
        return None
    balance = words.BALANCE.search(caption) is not None
    period = _narrowest(_period(form, context, balance) for form in _forms(joined))
    numbers = {*re.findall(r"[0-9]+", _THOUSANDS.sub("", joined))}
    bare = len(numbers) == 1 and _YEAR.fullmatch(min(numbers)) is not None
    if _YEAR.search(joined) and (period is None or (bare and period.startswith("FY") and not _WHOLE.search(joined))):
        spans = [span for line in caption.split("\n") if (span := _span_of(line))]
        period = (
            _narrowest(_period(f"{spans[-1]} {form}", context, balance) for form in _forms(joined) if spans) or period
        )
    if period is None and bare and not balance:
        return f"FY{min(numbers)}"
    return period


def _forms(joined: str) -> tuple[str, ...]:
    """Heads as they are; in two languages, each language by itself."""
    if not (_HAN.search(joined) and _LATIN.search(joined)):
        return (joined,)
    return (joined, _HAN_WORD.sub(" ", joined), _LATIN.sub(" ", joined))


def _narrowest(periods: Iterable[str | None]) -> str | None:
    """The first period; a year only where none is shorter, since "2031年" is also half of "2031年 Q1"."""
    found = [period for period in periods if period is not None]
    return next((period for period in found if not period.startswith("FY")), found[0] if found else None)


def _span_of(line: str) -> str | None:
    """The span of time that a line of a caption names, without its year: "six months ended june 30"."""
    plain = _with_digits(line)
    if not _ENDED.search(plain) or (len(_LENGTHS.findall(plain)) > 1 and not _HAN.search(plain)):
        return None
    english = _HAN_WORD.sub(" ", plain)
    plain = english if _ENDED.search(english) else plain
    return " ".join(re.sub(r"(?:\band\b|,)? ?(?:19|20)[0-9]{2} ?年?", " ", plain).split()).strip(" ,")


def _with_digits(text: str) -> str:
    """Years and days in Chinese numerals with digits: 二零三一年六月三十日 as 2031年6月30日."""
    text = _HAN_YEAR.sub(lambda hit: "".join(_HAN_DIGITS[char] for char in hit[0]), text)
    return _HAN_DAY.sub(_day_digits, text)


def _day_digits(hit: re.Match[str]) -> str:
    day = f"{_below_hundred(hit['day'])}日" if hit["day"] else ""
    return f"{_below_hundred(hit['month'])}月{day}"


def _below_hundred(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (int(_HAN_DIGITS[tens]) if tens else bool(ten)) * 10 + int(_HAN_DIGITS.get(ones, "0"))


def _period(joined: str, context: PeriodContext, balance: bool) -> str | None:
    plain = simplify(fold(" ".join(joined.split())))
    lang = guess_language(plain)
    years = _YEAR.findall(plain)
    if lang == "zh" and years and _ZH_ENDED.search(plain):
        plain = _ZH_ENDED.sub(lambda m: f"截至{years[-1]}年", re.sub(r"(?:19|20)[0-9]{2} ?年?", "", plain))
    plain = _DAY_FIRST.sub(r"\2 \1,", plain)
    plain = re.sub(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\. ", r"\1 ", plain)
    plain = re.sub(r",(?! )", ", ", re.sub(r",,+", ",", plain))
    tries = [plain, plain.lower()]
    if not _ENDED.search(plain) and _MONTH.search(plain):
        tries += [f"as of {plain}", f"as of {plain.lower()}"] if lang == "en" else []
    for attempt in tries:
        found = [mention.period for mention in find_periods(attempt, lang, context) if mention.named_year]
        if found:
            return found[-1] if not balance else next((row for row in found if row.startswith("asof")), found[-1])
    return None


def find_unit(plain: str) -> str | None:
    """The currency named first in folded, simplified text in lower case; `$` and 元 where no country is named."""
    found = [
        (hit.start(), at, code) for at, (pattern, code) in enumerate(words.CURRENCIES) if (hit := pattern.search(plain))
    ]
    named = [row for row in found if row[2] not in ("$", "元")]
    return min(named or found)[2] if found else None


def find_scale(plain: str) -> int | None:
    """The power of ten that text such as "in thousands" or 人民币百万元 gives figures; None where it says nothing."""
    return next((scale for pattern, scale in words.SCALES if pattern.search(plain)), None)


def usual_unit(texts: Iterable[str]) -> str | None:
    """The currency that a document names most."""
    counts = {code: sum(len(pattern.findall(text)) for text in texts) for pattern, code in words.CURRENCIES[:-2]}
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best and counts[best] else None
