"""Exchanges and pairs: one analyst's block of the questions, and which turns answer which."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.calls import CALL_RULES
from ..records import Exchange, Pair, Turn
from ..text import IdMaker, guess_language, simplify
from .askers import announces, names_person
from .hand_overs import hand_over
from .names import generic_kind, name_key

_RULES = tuple(CALL_RULES.values())
_FAREWELL = 120  # characters: who says goodbye begins with it
_BRIEF = 200  # characters of who only points at the next asker
_HOST = 400  # characters: who hands over says little else


def find_exchanges(turns: Sequence[Turn], words: Sequence[str], new_id: IdMaker) -> list[Exchange]:
    """Blocks of turns that belong to one analyst each; `words` are the folded words of each turn.

    An operator's hand-over and another analyst's first turn end a block; the operator's own turns are in none, and
    neither are closing remarks, which nobody asked for.
    """
    blocks: list[list[int]] = []
    open_block = False
    last = max((index for index, turn in enumerate(turns) if turn.role == "analyst"), default=0)
    if any(turn.role == "operator" for turn in turns[last:]):
        last = len(turns)  # he parts the answers from the closing words where they are to be parted
    for index, turn in enumerate(turns):
        if turn.section != "qa":
            continue
        if turn.role == "operator":
            open_block = (
                open_block and len(words[index]) < 200 and not _closes(words[index]) and hand_over(words[index]) is None
            )
        elif turn.role == "analyst":
            if (
                blocks
                and _key(turns[blocks[-1][0]]) == _key(turn)
                and (open_block or _only_operator_between(turns, blocks[-1][-1], index))
            ):
                blocks[-1].append(index)
            else:
                blocks.append([index])
            open_block = True
        elif open_block and blocks:
            if not _hosts(turns, words, index, blocks[-1], last):
                blocks[-1].append(index)
            else:
                open_block = False
    return [_exchange(block, turns, words, new_id) for block in blocks]


def _hosts(turns: Sequence[Turn], words: Sequence[str], index: int, block: Sequence[int], last: int) -> bool:
    """Whether somebody of the company says what an operator says elsewhere, behind an answer: who asks next, or that
    the call is over; `last` is the last turn of an analyst.
    """
    asked = turns[index - 1].role == "analyst"
    if asked and index > last:
        return False
    if index > last and any(rules.farewell.search(simplify(words[index][:_FAREWELL])) for rules in _RULES):
        return True
    if len(words[index]) > _HOST or index > last:
        return index > last and len(words[index]) <= _HOST and _closes(words[index])
    if index + 1 == len(turns):
        return False
    after = turns[index + 1]
    other = after.role == "analyst" and _key(after) != _key(turns[block[0]])  # "And Ada, on the plant" answers her
    if not other:
        return False
    brief = len(words[index]) <= (_BRIEF if words[index].isascii() else _BRIEF // 4)
    points = not asked and brief and any(rules.points_at.search(simplify(words[index])) for rules in _RULES)
    host = next((_key(turn) for turn in turns if turn.section == "qa"), "")
    leads = points and _key(turns[index]) == host
    return leads or names_person(words[index], _key(after)) or announces(words[index])


def _key(turn: Turn) -> str:
    return name_key(turn.speaker)


def _closes(words: str) -> bool:
    return any(rules.closes.is_in(simplify(words)) for rules in _RULES)


def _only_operator_between(turns: Sequence[Turn], last: int, index: int) -> bool:
    return (
        all(turn.role == "operator" for turn in turns[last + 1 : index]) and generic_kind(turns[index].speaker) is None
    )


def _exchange(block: Sequence[int], turns: Sequence[Turn], words: Sequence[str], new_id: IdMaker) -> Exchange:
    first = turns[block[0]]
    return Exchange(
        id=new_id(first.speaker, first.start),
        document_id=first.document_id,
        analyst=first.speaker,
        firm=next((turns[i].firm for i in block if turns[i].role == "analyst" and turns[i].firm), None),
        turns=tuple(turns[i].id for i in block),
        pairs=tuple(_pairs(block, turns, words)),
    )


def _says_again(turns: Sequence[Turn], words: Sequence[str], index: int) -> bool:
    """Whether an interpreter says the analyst's question, just asked in another language, before anybody answers it."""
    asked = turns[index - 1]
    if turns[index].role != "interpreter" or asked.role != "analyst":
        return False
    if asked.foreign_only:
        return "?" in words[index]
    return guess_language(words[index - 1]) != guess_language(words[index])


def _lets_go_on(words: Sequence[str], index: int, answered: Sequence[int]) -> bool:
    """Whether an analyst asks nothing within an answer: he nods, or says who he is when he is asked that."""
    plain = simplify(words[index])
    if any(rules.nods.fullmatch(plain) for rules in _RULES):
        return True
    asked = simplify(words[answered[-1]])
    return any(r.asks_who.search(asked) for r in _RULES) and not any(r.inquires.search(plain) for r in _RULES)


def _pairs(block: Sequence[int], turns: Sequence[Turn], words: Sequence[str]) -> list[Pair]:
    """Runs of the analyst's turns, each with the run of the company's turns behind it."""
    row = set(block)

    def out_of_row(index: int) -> bool:
        return index - 1 not in row and index != block[0]

    out: list[Pair] = []
    asked: list[int] = []
    answered: list[int] = []
    silent = False  # the operator has spoken since the question: what follows answers nothing
    for index in [*block, None]:
        if index is not None and out_of_row(index):
            silent = True
        if index is not None and asked and not answered and _says_again(turns, words, index):
            asked.append(index)
        elif index is None or turns[index].role == "analyst":
            silent = False
            if index is not None and answered and _lets_go_on(words, index, answered):
                continue
            if asked and answered:
                out.append(
                    Pair(
                        question_turns=tuple(turns[i].id for i in asked),
                        answer_turns=tuple(turns[i].id for i in answered),
                    )
                )
            if answered:
                asked, answered = [], []
            if index is not None:
                asked.append(index)
        elif not silent:
            answered.append(index)
    return out
