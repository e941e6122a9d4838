"""What an amount is said of: the words that are its own, not those of the amounts beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.late import late
from ..times import RULES
from .figures import Figure
from .texts import Text
from .words import Words, words_of

_PART = late(r"\b(?:and|while|but|whereas|plus|versus|after|before|as|since|despite)\b|[,;，;、(]|[和及而与]")
_HARD = late(r"[;:。；!?]|\b(?:while|whereas)\b|\.\s")
_AMONG = late(r"\bof (?:which|whom|that)\b|其中")
_ENDED = late(r"[;；。]")
_LISTED = late(r"\s?(?:,\s?and\b|[,、]|\band\b|以及|和|及|与|&)\s?")
_LONE = late(r"(?<![\u3400-\u9fff])[派转送分付](?![\u3400-\u9fff])")
_COPULA = late(r"[为是达至到的之]")
_COMPARED = late(
    r"[日周月季年]?[环同]比|[较比](?:上|去|前)(?:一|一?个)?(?:[年月季周期日]|交易日)(?:末|底|同期)?|按[年月季周]|[年月季周](?=\s)"
)
_NEAR = 30  # characters between a run of amounts and "respectively"


class Subjects:
    """The subjects of the amounts of one text, each worked out once.

    A subject is what stands between the amount before (behind its first comma, "and" or "while") and this one, and
    behind it up to the next of them; where nothing does, what the amount before is said of. Ways (up, down) and times
    are left out. "3% and 6% respectively" go to the names before them in their order.
    """

    def __init__(self, text: Text) -> None:
        self._text = text
        self._lines: dict[int, list[Figure]] = {}
        for figure in text.figures:
            if not figure.ends:
                self._lines.setdefault(figure.line, []).append(figure)
        self._found: dict[tuple[int, int], Words] = {}

    def of(self, figure: Figure) -> Words:
        """The content words an amount is said of."""
        key = (figure.amount.start, figure.amount.end)
        if key not in self._found:
            own = self.beside(figure)
            found = own if own - self._text.metric_words(figure.line) else own | self.owner(figure)
            self._found[key] = found | self.head(figure) if self.is_part(figure) else found
        return self._found[key]

    def is_part(self, figure: Figure) -> bool:
        """Whether an amount is told as a part of what its sentence speaks of: "of which 38 million is for repairs"."""
        among = list(_AMONG.finditer(self._text.folded, figure.row.start, figure.amount.start))
        return bool(among) and _ENDED.search(self._text.folded, among[-1].end(), figure.amount.start) is None

    def part(self, figure: Figure) -> Words:
        """The words for the part alone."""
        return self.beside(figure) - self.head(figure) - self._text.metric_words(figure.line)

    def among(self, figure: Figure) -> Words:
        """The words behind "of which" up to the amount."""
        begun = [hit.end() for hit in _AMONG.finditer(self._text.folded, figure.row.start, figure.amount.start)]
        return self.words(begun[-1], figure.amount.start, figure) if begun else Words()

    def beside(self, figure: Figure) -> Words:
        """The content words of an amount's own stretch, or of the name in a list that it belongs to."""
        return self.in_order(figure) or self._before(figure) | self._after(figure)

    def owner(self, figure: Figure) -> Words:
        """Whose a bare metric is: what a Chinese sentence begins with, else what the sentences before do."""
        head = self.head(figure)
        if head - self._text.metric_words(figure.line):
            return head if figure.row.lang == "zh" else Words()
        return self._topic(figure)

    def head(self, figure: Figure) -> Words:
        """What the sentence begins with, up to its first amount: of a bare "the margin was 12%" it may be the owner."""
        first = self._lines[figure.line][0] if figure.line in self._lines else figure
        return self.words(self._headed(figure.row.start, first.amount.start, figure), first.amount.start, figure)

    def _topic(self, figure: Figure) -> Words:
        """The first words of the sentences before, in the same paragraph."""
        found = Words()
        for at in range(figure.line - 1, max(-1, figure.line - 4), -1):
            row = self._text.lines[at]
            if not row.paragraph or row.paragraph != figure.row.paragraph or found - self._text.metric_words(at):
                break
            part = _PART.search(self._text.folded, row.start, row.end)
            found = self.words(row.start, part.start() if part else row.end, figure)
        return found

    def _before(self, figure: Figure) -> Words:
        earlier = [row for row in self._lines.get(figure.line, ()) if row.amount.end <= figure.amount.start]
        reach, found = figure.amount.start, Words()
        for row in reversed(earlier):
            if reach != figure.amount.start and self._is_whole(row.amount.end, reach, figure):
                reach = row.amount.start
                continue
            found |= self.words(self._opened(row.amount.end, reach), reach, figure)
            if found and not figure.is_base:
                return found
            reach = row.amount.start
            if found:  # what something is compared with is of the same
                return found | self._before(row)
        return found | self.words(self._headed(figure.row.start, reach, figure), reach, figure)

    def _is_whole(self, start: int, end: int, figure: Figure) -> bool:
        """Whether a stretch names what the amount behind it is a share of: that is no subject of the next one."""
        before = RULES[figure.row.lang].share_before
        return re.search(before, self._text.folded[start:end], re.IGNORECASE) is not None

    def _after(self, figure: Figure) -> Words:
        end, until = figure.amount.end, figure.clause[1]
        part = _PART.search(self._text.folded, end, max(end, until))
        return self.words(end, part.start() if part else max(end, until), figure)

    def _opened(self, start: int, end: int) -> int:
        part = _PART.search(self._text.folded, start, end)
        return part.start() if part else start

    def _headed(self, start: int, end: int, figure: Figure) -> int:
        for hit in reversed(list(_HARD.finditer(self._text.folded, start, end))):
            if self.words(hit.end(), end, figure):
                return hit.end()
        return start

    def words(self, start: int, end: int, figure: Figure) -> Words:
        """The content words of a stretch, without ways and times."""
        piece = list(self._text.folded[start:end])
        for time in self._text.times(figure.line):
            left, right = max(time.start, start), min(time.end, end)
            piece[left - start : max(left, right) - start] = " " * max(0, right - left)
        rules = RULES[figure.row.lang]
        said = re.sub(f"{rules.up}|{rules.down}", lambda hit: " " * len(hit[0]), "".join(piece), flags=re.IGNORECASE)
        if figure.row.lang == "zh":
            said = _COPULA.sub(" ", _COMPARED.sub(" ", said))
        # A lone character (派 16 元) is a name of its own, though too short to be looked for.
        return words_of(said, figure.row.lang, self._text.metrics) | frozenset(_LONE.findall(said))

    def in_order(self, figure: Figure) -> Words:
        """The words of the name that "respectively" gives to an amount; none where it gives none."""
        line = self._lines.get(figure.line, [])
        each = re.search(RULES[figure.row.lang].each, self._text.folded[figure.row.start : figure.row.end])
        if each is None or figure not in line:
            return Words()
        begun, done = figure.row.start + each.start(), figure.row.start + each.end()
        run = self._run_after(line, done) if figure.row.lang == "zh" else self._run_before(line, begun)
        if len(run) < 2 or figure not in run:
            return Words()
        head = [row for row in line if row.amount.end <= run[0].amount.start]
        start = head[-1].amount.end if head else self._headed(figure.row.start, run[0].amount.start, figure)
        until = begun if figure.row.lang == "zh" else run[0].amount.start
        names = _LISTED.split(self._text.folded[start:until].rstrip(" ,，"))
        at = run.index(figure)
        if len(names) >= len(run):
            own = names[len(names) - len(run) + at]
            return self._stripped(own, figure) | self._metric_words(start, until, figure)
        return self.of(head[len(head) - len(run) + at]) if len(head) >= len(run) else Words()

    def _stripped(self, words: str, figure: Figure) -> Words:
        rules = RULES[figure.row.lang]
        said = re.sub(f"{rules.up}|{rules.down}", " ", words, flags=re.IGNORECASE)
        return words_of(said, figure.row.lang, self._text.metrics)

    def _metric_words(self, start: int, end: int, figure: Figure) -> Words:
        return frozenset(word for word in self.words(start, end, figure) if word.startswith("m:"))

    def _run_before(self, line: Sequence[Figure], end: int) -> list[Figure]:
        run: list[Figure] = []
        for row in reversed([row for row in line if row.amount.end <= end]):
            reach = run[0].amount.start if run else end
            gap = self._text.folded[row.amount.end : reach]
            if (run and not _LISTED.fullmatch(gap.strip())) or (not run and len(gap) > _NEAR):
                break
            run.insert(0, row)
        return run

    def _run_after(self, line: Sequence[Figure], start: int) -> list[Figure]:
        run: list[Figure] = []
        for row in (row for row in line if row.amount.start >= start):
            gap = self._text.folded[run[-1].amount.end if run else start : row.amount.start]
            gap = re.sub(f"{RULES['zh'].up}|{RULES['zh'].down}", "", gap)
            if (run and not _LISTED.fullmatch(gap.strip())) or (not run and len(gap) > _NEAR):
                break
            run.append(row)
        return run
