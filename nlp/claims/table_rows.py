"""What a row of a table is: its metric, and the part of the business, by its own name and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..languages import table_units as units
from ..languages import tables as words
from ..languages.late import late
from ..languages.metric_kinds import COUNT_METRICS, RATIO_METRICS
from ..text import fold, guess_language, simplify
from .metrics import find_metrics
from .segments import SegmentNames
from .table_blocks import adds_up, blocks_of_parts
from .table_heads import Grid, Row, find_unit

_IN_BRACKETS = late(r"[(（][^()（）]*[)）]")
_NUMBERED = late(
    r"\A(?:[0-9]{1,2}[.)、]|[一二三四五六七八九十]{1,2}、|[(][0-9一二三四五六七八九十]{1,2}[)]|减:|加:|其中:|less:|add:|plus:)\s*"
)
_HAN = late(r"[\u3400-\u9fff（）、／]+")
_LATIN = late(r"[a-z'’&/,.-]+")
_SPACED_OUT = late(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff](?: |\Z))")  # 合 计
_TWO_WORDS = late(r"[a-z]{3,}[^\u3400-\u9fff]* [\u3400-\u9fff]{2}|[\u3400-\u9fff]{2}[^a-z]* [a-z]{3}")
_TERMS = late(r"\b(?:long|short)[- ]term\b|长期|短期|流动|非流动|current|non-current")
_NET_DEBT = late(r"\Anet(?= )|净(?=债|负|借)")
_CHANGES = late(
    r"\b(?:increase|decrease|changes?|proceeds|repayment|purchase|issuance|effect|beginning|end) |"
    r"变动|增加|减少|期初|期末"
)
_NEAREST = 3  # lines of a caption that may say what a table breaks down


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the figures of a row measure. `sure`: the row's own name is the metric's name and nothing else."""

    metric: str
    segment: str | None = None
    basis: str | None = None
    definition: str | None = None
    sure: bool = False


def read_rows(grid: Grid, names: SegmentNames) -> dict[int, Meaning]:
    """The meaning of each row that has figures, by row number."""
    found: dict[int, Meaning] = {}
    group: str | None = None
    part = ""  # a part of the business whose own parts stand under its name, down to their total
    for at, row in enumerate(grid.rows):
        own = name_row(row.label, names)
        total = words.TOTAL.search(row.plain) is not None
        if own.metric.startswith("other:") and words.BARE_TOTAL.fullmatch(row.plain):
            own = _total_of(grid) or own
        if not row.cells:
            if row.label[:1].islower():  # the rest of the name above
                continue
            if group in words.WITH_PARTS and own.metric.startswith("other:") and _has_total(grid.rows[at:], row):
                part = bare_name(row.label)
                continue
            group, part = own.metric if not own.metric.startswith("other:") and own.segment is None else None, ""
            continue
        ends_part = bool(part) and total and _is_total_of(row, part)
        bare = words.BARE_TOTAL.fullmatch(row.plain) is not None
        if own.metric.startswith("other:") and group in words.WITH_PARTS and (ends_part or bare or not total):
            name = part if ends_part else f"{part} {bare_name(row.label)}".strip()
            total = total or words.BARE_TOTAL.fullmatch(name) is not None
            whole = total and not ends_part
            own = Meaning(metric=group, segment=None if whole else names.resolve(name), sure=True)
        found[row.number] = own
        if total:
            group, part = group if ends_part else None, ""
    return _with_blocks(grid, _with_owners(grid, _with_parts(grid, found, names)), names)


def _with_owners(grid: Grid, found: dict[int, Meaning]) -> dict[int, Meaning]:
    """Lines that only say whose share they are, right under a profit, are that profit."""
    above: Meaning | None = None
    for row in grid.rows:
        name, own = simplify(bare_name(row.label)), found.get(row.number)
        if own is None or words.OTHER_OWNERS.fullmatch(name):
            continue
        if words.OWNERS.fullmatch(name) and own.metric.startswith("other:"):
            found[row.number] = above if above is not None and above.metric == "net_income" else own
        else:
            above = own
    return found


def _with_blocks(grid: Grid, found: dict[int, Meaning], names: SegmentNames) -> dict[int, Meaning]:
    """The measures told of one part after another are each of the part whose name stands over them."""
    for block in blocks_of_parts(grid, {number: row.metric for number, row in found.items() if row.segment is None}):
        segment = names.resolve(bare_name(block.head.label))
        for row in block.rows:
            own = found[row.number]
            if own.segment is None and not own.metric.startswith("other:"):
                found[row.number] = replace(own, segment=segment)
    return found


def _total_of(grid: Grid) -> Meaning | None:
    """What a line called no more than "total" is the total of: the measure that the caption breaks down."""
    for line in reversed(grid.caption.split("\n")[-_NEAREST:]):
        lang = guess_language(line)
        found = [row.name for row in find_metrics(line, lang) if row.name in words.WITH_PARTS]
        if len(found) == 1 and words.BROKEN_DOWN.search(line):
            return Meaning(metric=found[0], sure=True)
    return None


def _has_total(below: Sequence[Row], head: Row) -> bool:
    """Whether the lines under a name without figures end in its total, before another name without figures."""
    name = bare_name(head.label)
    for row in below[1:]:
        if not row.cells:
            return False
        if _is_total_of(row, name):
            return True
    return False


def _is_total_of(row: Row, part: str) -> bool:
    return words.TOTAL.search(row.plain) is not None and part in bare_name(row.label)


def _with_parts(grid: Grid, found: dict[int, Meaning], names: SegmentNames) -> dict[int, Meaning]:
    """Rows without a metric right above a total that they add up to are its parts."""
    for at, row in enumerate(grid.rows):
        total = found.get(row.number)
        if total is None or total.metric not in words.WITH_PARTS or total.segment is not None:
            continue
        for part in _run_of_parts(list(reversed(grid.rows[:at])), row, total, found):
            meaning = found[part.number]
            if meaning.metric.startswith("other:"):
                found[part.number] = Meaning(
                    metric=total.metric, segment=names.resolve(bare_name(part.label)), sure=True
                )
    return found


def _run_of_parts(rows: Sequence[Row], row: Row, total: Meaning, found: Mapping[int, Meaning]) -> Sequence[Row]:
    """The first of `rows`, nearest first, that add up to a total; none where fewer than two do."""
    parts: list[Row] = []
    for other in rows:
        meaning = found.get(other.number)
        if meaning is None or not (meaning.metric.startswith("other:") or meaning.metric == total.metric):
            break
        parts.append(other)
    while len(parts) > 1 and not adds_up(parts, row):
        parts.pop()
    items = total.metric in words.PROFITS and any(words.LINE_ITEM.search(part.plain) for part in parts)
    return parts if len(parts) > 1 and not items else ()


def name_row(label: str, names: SegmentNames) -> Meaning:
    """What a row's own name says. A name with a metric and more words is that metric only of a known kind of more.

    A name in two languages is what either half says.
    """
    plain = _SPACED_OUT.sub("", simplify(fold(label)).lower().strip(" :：*†‡"))
    halves = [" ".join(half.split()).strip(" -") for half in (_HAN.sub(" ", plain), _LATIN.sub(" ", plain))]
    if len(label) > 8 and _TWO_WORDS.search(plain) and all(re.search(r"[^\W\d]{2}", half) for half in halves):
        meanings = [_name_plain(half, names) for half in halves]
        return next((row for row in meanings if not row.metric.startswith("other:")), meanings[0])
    return _name_plain(plain, names)


def _name_plain(plain: str, names: SegmentNames) -> Meaning:
    plain = _NUMBERED.sub("", re.sub(r"[¹²³⁰-⁹⁽⁾]+|(?<=[a-z])[0-9]\Z|\([0-9a-z]\)\Z", "", plain)).strip()
    basis = "non_gaap" if words.NON_GAAP.search(plain) else None
    bare = re.sub(
        r",? (?:net of|less) (?:allowance|accumulated|reserve|provision).*", ", net", _IN_BRACKETS.sub(" ", plain)
    )
    bare = " ".join(bare.split()).strip(" ,:")
    for form in (plain, bare, re.sub(r"(?:, net|, total| 合计|净额)\Z", "", bare)):
        if form in words.SHORT_NAMES:
            metric = words.SHORT_NAMES[form]
            return _meaning(metric, bare, None, basis) if metric else Meaning(metric=f"other:{bare}")
    for pattern, name in words.ROW_NAMES:
        if pattern.fullmatch(bare):
            return _meaning(name, bare, None, basis)
    if words.NO_METRIC.search(bare):
        return Meaning(metric=f"other:{bare}", basis=basis)
    if (part := part_named(bare)) is not None:
        return _meaning("revenue", bare, names.resolve(part), basis)
    lang = guess_language(bare)
    mentions = find_metrics(bare, lang)
    if not mentions:
        return Meaning(metric=f"other:{bare}", basis=basis)
    best = max(mentions, key=lambda row: row.end - row.start)
    before, after = bare[: best.start].strip(" ,-"), bare[best.end :].strip(" ,-")
    left = words.BESIDE.sub("", words.NON_GAAP.sub("", f"{before} {after}"))
    left = re.sub(r"\b(?:segments?|reportable|分部|部门)\b", "", _TERMS.sub("", left))
    if not left.strip():
        return _meaning(best.name, bare, None, basis)
    if _CHANGES.search(bare) or (after and words.BESIDE.sub("", after).strip()):
        return Meaning(metric=f"other:{bare}", basis=basis)
    if best.name in words.WITH_PARTS and before:
        return _meaning(best.name, bare, names.resolve(_without_total(before)), basis)
    return Meaning(metric=f"other:{bare}", basis=basis)


def _meaning(metric: str, bare: str, segment: str | None, basis: str | None) -> Meaning:
    terms = [*_TERMS.findall(bare), *_NET_DEBT.findall(bare)] if metric == "debt" else []
    if metric.startswith("adjusted_"):
        basis = None
    return Meaning(
        metric=metric, segment=segment, basis=basis, definition=terms[0].replace(" ", "-") if terms else None, sure=True
    )


def part_named(bare: str) -> str | None:
    """The part of the business whose revenue a line is by its name: "revenues from franchised stores"."""
    found = words.OF_PART.fullmatch(bare)
    return None if found is None else (found["en"] or found["zh"]).strip()


def _without_total(words_before: str) -> str:
    return re.sub(r"\A(?:(?:total|net) )+", "", words_before)


def bare_name(label: str) -> str:
    """A row's name in lower case, without its number and what stands in brackets."""
    return _NUMBERED.sub("", _unbracketed(label)).lower()


def printed_name(label: str) -> str:
    """The same as printed."""
    return _NUMBERED.sub("", _unbracketed(label))


def _unbracketed(label: str) -> str:
    return " ".join(_IN_BRACKETS.sub(" ", fold(label)).split()).strip(" :：-")


def is_count(meaning: Meaning) -> bool:
    """Whether a row counts things: people, shops, customers."""
    return meaning.metric in COUNT_METRICS


def is_ratio(meaning: Meaning) -> bool:
    """Whether a row holds per cent values."""
    return meaning.metric in RATIO_METRICS


def is_counted(plain: str, meaning: Meaning) -> bool:
    """Whether a row's own name says that its figures are counted or measured: "Tons shipped", 面积(平方米)."""
    own = meaning.metric.startswith("other:") and find_unit(plain) is None
    return own and units.COUNTED.search(plain) is not None


def is_for_one(plain: str, meaning: Meaning) -> bool:
    """Whether a row is money for one of something: "Rent per square foot", 均价(元/吨)."""
    return meaning.metric.startswith("other:") and units.FOR_ONE.search(plain) is not None


def scale_of_count(plain: str, caption: str) -> int | None:
    """The scale of what a row counts, by its unit (万平方米) or the caption ("tons in thousands"); None for none."""
    han = units.HAN_SCALED.search(plain)
    if han is not None and (han["tens"] or han["wan"]):
        return units.HAN_SCALES[han["tens"]] * units.HAN_SCALES[han["wan"]]
    for hit in units.COUNTS_IN.finditer(caption):
        if hit["what"].removesuffix("s") in plain:
            return units.COUNT_SCALES[hit["scale"]]
    return None
