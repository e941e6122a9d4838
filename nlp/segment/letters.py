"""A regulator's letter: numbered comments under their headings, with page, text and what each asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..languages import documents
from ..languages.late import late
from ..languages.letter_rules import LetterRules
from ..languages.letters import LETTERS
from ..records import Comment, Document, Paragraph, Span
from ..text import IdMaker, fold, simplify
from .heads import Cut, cut_heads
from .lines import Line
from .requests import find_requests
from .responses import response_start


@dataclass(frozen=True, slots=True)
class Found:
    """A numbered comment: its first and last line (last left out), and the lines of the heading above it."""

    number: int
    first: int
    last: int
    heading: tuple[int, ...]


def read_letter(document: Document, lines: Sequence[Line]) -> tuple[tuple[Paragraph, ...], tuple[Comment, ...]]:
    """The paragraphs and numbered comments of a letter. A comment's `pieces` leave running heads out; offsets stay."""
    cuts = cut_heads(lines, names=_names(document, lines))
    kept = [i for i, cut in enumerate(cuts) if not cut.head and cut.end > cut.start]
    found = _find_comments(document, lines, cuts, kept)
    new_comment, new_paragraph = IdMaker("l", document.id), IdMaker("p", document.id)
    comments = _comments(document, lines, cuts, found, new_comment)
    return tuple(_paragraphs(document, lines, cuts, found, new_paragraph)), tuple(comments)


def _names(document: Document, lines: Sequence[Line]) -> list[str]:
    """The addressee and the company: the lines of the address above "Dear"."""
    names = [document.company] if document.company else []
    dear = next((i for i, line in enumerate(lines[:80]) if documents.DEAR.match(line.text)), None)
    if dear is None:
        return names
    address = [line.text for line in lines[:dear] if len(line.text) < 60]
    start = next((i for i, text in enumerate(address) if re.search(r"\b(?:19|20)[0-9]{2}\Z", text)), -1) + 1
    return names + address[start : start + 1] + [text for text in address[start + 1 : start + 4] if _company_like(text)]


def _company_like(text: str) -> bool:
    return (
        re.search(r"\b(?:Inc|Corp|Ltd|Limited|Holding|Group|Company|Co|LLC|PLC|S\.A|N\.V|Technologies|Bank)\b", text)
        is not None
    )


def rules_of(document: Document) -> LetterRules:
    """How letters of the document's language are written."""
    return LETTERS["zh" if document.language == "zh" else "en"]


def _find_comments(document: Document, lines: Sequence[Line], cuts: Sequence[Cut], kept: Sequence[int]) -> list[Found]:
    """Numbers in their order 1, 2, 3...: a number out of order is part of a comment's text.

    In an answer to a letter "Comment 1" and "Response to Comment 1" are numbers, too.
    """
    text, rules = document.text, rules_of(document)
    found: list[Found] = []
    starts = _starts(document, cuts, kept, rules)
    sections = _sections(text, cuts, kept, {position for position, _ in starts}) if rules.code == "zh" else []
    for order, (position, number) in enumerate(starts):
        stop = starts[order + 1][0] if order + 1 < len(starts) else _closing(text, cuts, kept, position, rules)
        heading = _heading(text, lines, cuts, kept, starts[order - 1][0] + 1 if order else 0, position)
        after = _heading(text, lines, cuts, kept, position + 1, stop) if order + 1 < len(starts) else ()
        last = next((p for p in range(position, stop) if kept[p] in after or p in sections), stop)
        if last - 1 > position and _COMMENT_HEAD.fullmatch(_text(text, cuts[kept[last - 1]])):
            last -= 1
        above = [p for p in sections if p < position]
        heading = (kept[above[-1]],) if above else heading
        if not heading and found and rules.code == "en":
            heading = found[-1].heading
        if not heading and _is_title(_text(text, cuts[kept[position]])) and last > position + 1:
            heading = (kept[position],)
        found.append(Found(number, kept[position], kept[last - 1] + 1, heading))
    return found


def _starts(document: Document, cuts: Sequence[Cut], kept: Sequence[int], rules: LetterRules) -> list[tuple[int, int]]:
    """Where comments begin (position in `kept`, number), by the first way of numbering that never begins anew."""
    answers = _answered_starts(document, cuts, kept, rules) if document.kind == "response" else []
    if len(answers) > 1:
        return answers
    patterns = (rules.answered,) if document.kind == "response" else rules.numbers
    texts = [_text(document.text, cuts[index]) for index in kept]
    best: list[tuple[int, int]] = []
    for pattern in patterns:
        numbers = [_number(line, pattern) for line in texts]
        starts: list[tuple[int, int]] = []
        for position, number in enumerate(numbers):
            wanted = starts[-1][1] + 1 if starts else 1
            if number == wanted or (number == 1 and position and _begins_anew(texts[position - 1], starts, rules)):
                starts.append((position, number))
        if len(starts) > 1 and (len(patterns) == 1 or rules.code == "en" or numbers.count(1) == 1):
            return starts
        best = max(best, starts, key=len)
    return best if len(best) > 1 or document.kind == "response" else _bulleted(texts, rules) or best


def _begins_anew(above: str, starts: Sequence[tuple[int, int]], rules: LetterRules) -> bool:
    """Whether the numbers begin anew under a line: a letter on several filings may count in each."""
    return len(starts) > 1 and rules.restarts.match(above) is not None and not documents.SENTENCE_STOP.search(above)


def _bulleted(texts: Sequence[str], rules: LetterRules) -> list[tuple[int, int]]:
    """Where comments begin that have a bullet for a number: every line of the commonest bullet, if all of them ask."""
    signs = Counter(hit[1] for hit in map(_BULLET.match, texts) if hit)
    sign, count = signs.most_common(1)[0] if signs else ("", 0)
    places = [position for position, line in enumerate(texts) if sign and line.lstrip().startswith(sign)]
    ends = [*places[1:], len(texts)]
    asking = sum(
        rules.requests.search(" ".join(texts[place:end])) is not None for place, end in zip(places, ends, strict=False)
    )
    return [(place, number) for number, place in enumerate(places, 1)] if count > 1 and asking == len(places) else []


_BULLET = late(r"\s*([•●○▪■◦·*])\s+\S")


def _answered_starts(
    document: Document, cuts: Sequence[Cut], kept: Sequence[int], rules: LetterRules
) -> list[tuple[int, int]]:
    """Where comments begin in an answer whose responses are marked: the last line with the next number before a mark.

    What is numbered within a response stands behind its mark, and is not followed by another before the next comment.
    """
    texts = [_text(document.text, cuts[index]) for index in kept]
    marks = [position for position, line in enumerate(texts) if rules.response.match(line)]
    best: list[tuple[int, int]] = []
    for pattern in (rules.answered, *rules.numbers[:3]):  # the rarer ways are those of lists in responses
        numbers = [_number(line, pattern) for line in texts]
        starts: list[tuple[int, int]] = []
        for before, mark in pairwise([-1, *marks]):
            wanted = len(starts) + 1
            place = next((p for p in range(mark - 1, before, -1) if numbers[p] == wanted), None)
            if place is not None:
                starts.append((place, wanted))
                for p in range(place + 1, mark):  # comments that nothing answers
                    if numbers[p] == len(starts) + 1:
                        starts.append((p, len(starts) + 1))
        best = max(best, starts, key=len)
    return best


def _sections(text: str, cuts: Sequence[Cut], kept: Sequence[int], starts: set[int]) -> list[int]:
    """Headings of Chinese sections, "一、关于经营业绩": a comment begins on the next line."""
    out = []
    for position, index in enumerate(kept):
        line = _text(text, cuts[index])
        if position + 1 in starts and position not in starts and _SECTION.match(line) and _is_title(line):
            out.append(position)
    return out


_SECTION = late(
    r"\s*(?:第[一二三四五六七八九十]{1,3}[部章节]分?|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_COMMENT_HEAD = late(r"\s*(?:the )?(?:SEC|staff)(?:'s)? comments?\s*:?\s*", re.IGNORECASE)
_EMPHASIS = late(r"[_*]{1,3}")


def _number(line: str, pattern: re.Pattern[str]) -> int | None:
    """The number of the comment that begins with `line`."""
    hit = pattern.match(_EMPHASIS.sub("", line[:80]) + line[80:])
    if hit is None:
        return None
    words = hit["number"] or hit.groupdict().get("answered") or ""
    return int(words) if words.isdigit() else _HAN.get(words) or _ROMAN.get(words) or _WORDS.get(words.lower())


_TENS = ("", "十", "二十", "三十")
_HAN = {tens + ones: 10 * i + j for i, tens in enumerate(_TENS) for j, ones in enumerate(" 一二三四五六七八九")}
_HAN = {key.strip(): value for key, value in _HAN.items() if value}
_WORDS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {
    tens + ones: 10 * i + j for i, tens in enumerate(("", "X", "XX", "XXX")) for j, ones in enumerate(_ONES) if i + j
}


def _is_title(line: str) -> bool:
    """A Chinese comment's first line may be its heading: "一、关于营业收入"."""
    return (
        len(line) <= 40
        and any("\u4e00" <= char <= "\u9fff" for char in line)
        and not re.search(r"[。；，:：?？]", line)
    )


def _text(text: str, cut: Cut) -> str:
    return simplify(fold(text[cut.start : cut.end]))


def _closing(text: str, cuts: Sequence[Cut], kept: Sequence[int], position: int, rules: LetterRules) -> int:
    for p in range(position + 1, len(kept)):
        if rules.closing.match(_text(text, cuts[kept[p]])):
            return p
    return len(kept)


def _heading(
    text: str, lines: Sequence[Line], cuts: Sequence[Cut], kept: Sequence[int], begin: int, position: int
) -> tuple[int, ...]:
    """The lines of the heading above the number at `position`: from the end of the sentence before to the empty line.

    A comment without an empty line before it stands under the heading of the one before.
    """
    if not lines[kept[position]].blank_before if position < len(kept) else True:
        return ()
    first = position
    while first > begin and (first == position or not lines[kept[first]].blank_before):
        first -= 1
    if not lines[kept[first]].blank_before and first > begin:
        first += 1
    run = _without_hanging(text, lines, kept, list(range(first, position)), position)
    while (
        run
        and run[0] > 0
        and not lines[kept[run[0]]].blank_before
        and not documents.SENTENCE_STOP.search(_text(text, cuts[kept[run[0] - 1]]))
    ):
        run.pop(0)  # the rest of a ragged line of the comment before
    while run and _is_body(text, lines, cuts, kept, run):
        run.pop(0)
    return tuple(kept[p] for p in run)


def _indent(text: str, line: Line) -> int:
    return line.start - (text.rfind("\n", 0, line.start) + 1)


def _without_hanging(text: str, lines: Sequence[Line], kept: Sequence[int], run: list[int], position: int) -> list[int]:
    """The run behind its last line that hangs under a number: text of a comment is set in, its heading is not."""
    if position >= len(kept):
        return run
    edge = _indent(text, lines[kept[position]]) + 4
    hanging = [p for p in run if _indent(text, lines[kept[p]]) > edge]
    return [p for p in run if p > hanging[-1]] if hanging and len(hanging) < len(run) else run


def _is_body(text: str, lines: Sequence[Line], cuts: Sequence[Cut], kept: Sequence[int], run: Sequence[int]) -> bool:
    """Whether the first line of a would-be heading is text of the comment before: it ends a sentence or is long."""
    whole = " ".join(_text(text, cuts[kept[p]]) for p in run)
    line = _text(text, cuts[kept[run[0]]])
    if documents.FILING_PAGE.search(whole) and len(whole) < 400 and not documents.SENTENCE_STOP.search(line):
        return False
    return (
        bool(documents.SENTENCE_STOP.search(whole))
        or bool(documents.SENTENCE_STOP.search(line))
        or len(whole) > 300
        or bool(documents.DEAR.match(line))
        or bool(LETTERS["zh"].dear.match(line))
    )


def _comments(
    document: Document, lines: Sequence[Line], cuts: Sequence[Cut], found: Sequence[Found], new_id: IdMaker
) -> list[Comment]:
    out, rules = [], rules_of(document)
    for item in found:
        turn = response_start(document, cuts, item.first, item.last) if document.kind == "response" else item.last
        pieces = _pieces(document, lines, cuts, item.first, max(turn, item.first + 1))
        replies = _pieces(document, lines, cuts, turn, item.last)
        heading = _heading_text(document.text, cuts, item.heading)
        said = simplify(fold(document.text[pieces[0].start : pieces[-1].end]))
        where = rules.filing_page.findall(heading if rules.code == "en" else said)
        start, end = pieces[0].start, (replies or pieces)[-1].end
        out.append(
            Comment(
                id=new_id(item.number, document.text[start:end]),
                document_id=document.id,
                number=item.number,
                heading=heading,
                start=start,
                end=end,
                page=cuts[item.first].page,
                refers_to_page=_where(where[-1]) if where else None,
                pieces=tuple(pieces),
                requests=tuple(find_requests(document, pieces, rules)) if turn > item.first else (),
                responses=tuple(replies),
            )
        )
    return out


def _where(page: str) -> str:
    return page if page[0].isalpha() else f"page {page}"


def _heading_text(text: str, cuts: Sequence[Cut], heading: Sequence[int]) -> str:
    """The heading's lines, levels divided by " / ", lines broken by width joined."""
    out = ""
    for index in heading:
        line = " ".join(_text(text, cuts[index]).split())
        wrapped = bool(out) and (out[-1] in ",-" or line[:1].islower() or len(out.rsplit(" / ", 1)[-1]) > 68)
        out = f"{out} {line}" if wrapped else (f"{out} / {line}" if out else line)
    return out


def _pieces(document: Document, lines: Sequence[Line], cuts: Sequence[Cut], first: int, last: int) -> list[Span]:
    """The comment's text as spans: lines that follow one another are one span, a running head divides two."""
    out: list[Span] = []
    whole_before = False
    for index in range(first, last):
        cut, line = cuts[index], lines[index]
        if cut.head or cut.end <= cut.start:
            whole_before = False
            continue
        if out and whole_before and cut.start == line.start + line.lead:
            out[-1] = Span(document_id=document.id, start=out[-1].start, end=cut.end)
        else:
            out.append(Span(document_id=document.id, start=cut.start, end=cut.end))
        whole_before = cut.end == line.end
    return out


def _paragraphs(
    document: Document, lines: Sequence[Line], cuts: Sequence[Cut], found: Sequence[Found], new_id: IdMaker
) -> list[Paragraph]:
    """Every line in one paragraph: page for running heads, heading, address above "Dear", text for all the rest."""
    kinds = ["page" if cut.head else "text" for cut in cuts]
    dear = next((i for i, line in enumerate(lines[:80]) if rules_of(document).dear.match(line.text)), 0)
    for index in range(dear):
        if kinds[index] == "text":
            kinds[index] = "address"
    for item in found:
        for index in item.heading:
            kinds[index] = "heading"
    begins = {item.first for item in found}
    out: list[Paragraph] = []
    begin = 0
    for index in range(len(lines)):
        last = index + 1 == len(lines)
        if (
            last
            or kinds[index + 1] != kinds[index]
            or index + 1 in begins
            or _breaks(lines[index + 1], kinds[index + 1])
        ):
            start, end = (
                (lines[begin].start, lines[index].end)
                if kinds[begin] == "page"
                else (cuts[begin].start, cuts[index].end)
            )
            out.append(
                Paragraph(
                    id=new_id(kinds[begin], document.text[start:end]),
                    document_id=document.id,
                    start=start,
                    end=end,
                    language=lines[begin].language,
                    kind=kinds[begin],
                    page=cuts[begin].page,
                )
            )
            begin = index + 1
    return out


def _breaks(after: Line, kind: str) -> bool:
    return after.blank_before and kind in ("text", "address")
