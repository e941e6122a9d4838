"""Scores what is said of a letter's requests: `python -m nlp.scoring.letters [dev|heldout] [-v]`.

Gold says of each request whether release and call give it (met), do not (unmet), or could not show it (open). "Given"
counts where a finding L01 or L02 lies on the request. `right` is the share of requests called given that are met,
`found` the share of the met ones called given; `told` counts unmet ones with L02 or L03, `blamed` met ones with
L03.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ..pipeline import analyze
from .gold import CallFiles, GoldRequest, find_calls, load_gold


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterScores:
    """Counts of one call or of several added up."""

    met: int = 0
    unmet: int = 0
    found: int = 0  # met and called given
    wrong: int = 0  # unmet or open, and called given in full
    blamed: int = 0  # met, and said to be missing
    told: int = 0  # unmet, and said to be missing

    @property
    def precision(self) -> float:
        """Share of the requests called given that are."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the requests that later documents meet and that are called given."""
        return self.found / self.met if self.met else 1.0

    def __add__(self, other: LetterScores) -> LetterScores:
        return LetterScores(
            met=self.met + other.met,
            unmet=self.unmet + other.unmet,
            found=self.found + other.found,
            wrong=self.wrong + other.wrong,
            blamed=self.blamed + other.blamed,
            told=self.told + other.told,
        )


def codes_of(call: CallFiles) -> list[tuple[GoldRequest, frozenset[str]]]:
    """Every request of the gold with the codes of the findings that lie on it."""
    if call.letter is None:
        return []
    analysis = analyze(
        call.transcript,
        translation=call.translation,
        releases=[call.release] if call.release else [],
        letters=[call.letter],
    )
    spans = [(row.evidence[0], row.code) for row in analysis.findings if row.code.startswith("L") and row.evidence]
    requests = [row for comment in load_gold(call.folder).comments for row in comment.requests]
    return [
        (request, frozenset(code for span, code in spans if _on(request, span.start, span.end))) for request in requests
    ]


def _on(request: GoldRequest, start: int, end: int) -> bool:
    shared = min(request.end, end) - max(request.start, start)
    return shared * 2 > min(request.end - request.start, end - start)


def score_letter(call: CallFiles) -> LetterScores:
    """The counts of one call; all zero without a letter."""
    total = LetterScores()
    for request, codes in codes_of(call):
        given = bool(codes & {"L01", "L02"})
        total += LetterScores(
            met=request.met is True,
            unmet=request.met is False,
            found=request.met is True and given,
            wrong=request.met is not True and "L01" in codes,
            blamed=request.met is True and not given and "L03" in codes,
            told=request.met is False and bool(codes & {"L02", "L03"}),
        )
    return total


def report(split: str | None) -> str:
    """One line a call that has a letter, and one for all."""
    lines = [f"{'letter of':24} {'met':>4} {'found':>6} {'right':>6} {'blamed':>7} {'unmet':>6} {'told':>5}"]
    total = LetterScores()
    for call in find_calls(split=split):
        if call.letter is not None:
            scores = score_letter(call)
            total += scores
            lines.append(_line(call.id, scores))
    return "\n".join([*lines, _line("all", total), ""])


def _line(name: str, row: LetterScores) -> str:
    return f"{name:24} {row.met:4} {row.recall:6.2f} {row.precision:6.2f} {row.blamed:7} {row.unmet:6} {row.told:5}"


def main(arguments: Sequence[str]) -> int:
    """Print the table; with -v the requests of calls that may be looked at."""
    split = next((word for word in arguments if not word.startswith("-")), None)
    sys.stdout.write(report(split))
    for call in find_calls(split="dev") if "-v" in arguments else ():
        for request, codes in codes_of(call):
            sys.stdout.write(f"  {request.met!s:6} {' '.join(sorted(codes)):8} {' '.join(request.quote.split())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
