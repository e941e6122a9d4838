"""What an answer gives of what a part of a question wants, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..languages.question_rules import QuestionRules, Want
from .asked import quoted, unspoken, wording
from .listings import NAME, things_of
from .questions import SubQuestion

Heard = tuple[str, int]  # a sentence, and the bits of the patterns that it may match


def judge(
    question: SubQuestion, before: Sequence[str], heard: Sequence[Heard], declined: bool, rules: QuestionRules
) -> tuple[str, list[str]]:
    """(status, missing) of a part after the parts that say `before`; `heard` are the sentences linked, `declined`
    whether one of them refuses.

    `answered`, `partly` (with what is missing) or `not_answered`. A refusal leaves a part partly answered when
    something of it was given.
    """
    missing, given = _missing(question, before, heard, declined, rules)
    if not heard:
        return "not_answered", missing or ["no passage speaks to it"]
    if declined:
        return ("partly" if given else "not_answered"), [*missing, "declined"]
    if missing:
        return ("partly" if given else "not_answered"), missing
    left_out = unspoken(question.words, [sentence for sentence, _ in heard], rules)
    return ("partly" if left_out else "answered"), [f"“{quoted(piece, rules)}”: not given" for piece in left_out]


def _missing(
    question: SubQuestion, before: Sequence[str], heard: Sequence[Heard], declined: bool, rules: QuestionRules
) -> tuple[list[str], bool]:
    """What the question wants and the answer does not give, and whether it gives anything of what is wanted."""
    missing: list[str] = []
    given = False
    words, wants = question.words, [want for want in question.wants if not want.soft]
    if any(want.must_each for want in wants):  # a split or a growth rate is the amount that is wanted
        wants = [want for want in wants if want.must_each or not want.each]
    for want in wants:
        answer = [sentence for sentence, may in heard if may & want.gives.bit]
        found = sum(1 for sentence in answer for _ in gifts(want, sentence, words))
        things = things_of(words, before, rules, names=want.must_each) if want.each else []
        lacking = [thing for thing in things if not _given_of(thing, things, want, answer, words, rules)]
        got = len(things) - len(lacking)
        if len(things) > 1 and (want.must_each or got):
            given = given or got >= want.least
            if got < want.least:
                missing.append(_told(want, words, rules))
            else:
                missing.extend(f"{want.name} of {thing}: not given" for thing in lacking)
        elif found >= want.least:
            given = True
            asked = sum(1 for _ in want.asks.finditer(words)) if want.each else 0
            if found < asked:  # "how many, and at what price": one of two
                missing.append(_told(want, words, rules))
        elif heard:
            given = given or (declined and found > 0)
            missing.append(_told(want, words, rules))
    plainly = not wants and bool(heard) and not declined
    return list(dict.fromkeys(missing)), given or plainly


def _told(want: Want, words: str, rules: QuestionRules) -> str:
    return f"{want.name} (“{wording(want, words, rules)}”): not given"


def _given_of(
    thing: str, things: Sequence[str], want: Want, answer: Sequence[str], words: str, rules: QuestionRules
) -> bool:
    """Whether a sentence gives what is wanted of this thing: it is the one that stands closest before the figure."""
    for sentence in answer:
        lowered = sentence.lower()
        for reach, _ in gifts(want, sentence, words):
            places = [
                (name.end(), name[0]) for name in NAME.finditer(sentence[:reach]) if name[0] not in rules.not_names
            ]
            places += [
                (lowered.rfind(other.lower(), 0, reach) + len(other), other)
                for other in things
                if other.lower() in lowered[:reach]
            ]
            if places and max(places)[1] == thing:
                return True
    return False


def gifts(want: Want, sentence: str, asked: str) -> Iterator[tuple[int, int]]:
    """Places of a sentence that give what is wanted by the question that says `asked`."""
    places = want.gives.spans(sentence)
    if want.unless is None:
        yield from places
        return
    asks_for_it = None
    for start, end in places:
        if asks_for_it is None:
            asks_for_it = want.unless.is_in(asked)
        around = sentence[max(0, start - 70) : end + 15]
        if asks_for_it or not want.unless.is_in(around):
            yield start, end


def gives(want: Want, sentence: str, asked: str, may: int = -1) -> bool:
    """Whether a sentence gives what is wanted by the question that says `asked`; `may`: the bits heard in it."""
    if want.unless is None or not may & want.gives.bit:
        return want.gives.is_in(sentence, may)
    return any(True for _ in gifts(want, sentence, asked))
