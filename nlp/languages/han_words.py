"""Concepts and numerals of Chinese text (Simplified)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .late import late

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMERAL = late(r"[〇零一二两三四五六七八九十百千万亿]{1,30}+")


def han_concepts(
    folded: str, forms: Mapping[str, tuple[str, ...]], lengths: Mapping[str, tuple[int, ...]] | None = None
) -> Iterator[str]:
    """The concepts that the longest known forms say, from left to right; `lengths` is `form_lengths(forms)`.

    >>> list(han_concepts("毛利率上升", {"毛利": ("gross profit",), "毛利率": ("gross margin",), "上升": ("rise",)}))
    ['gross margin', 'rise']
    """
    known = form_lengths(forms) if lengths is None else lengths
    place = 0
    while place < len(folded):
        for length in known.get(folded[place], ()):
            concepts = forms.get(folded[place : place + length])
            if concepts is not None:
                yield from concepts
                place += length - 1
                break
        place += 1


def form_lengths(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each first character the lengths of the forms that begin with it, longest first.

    >>> form_lengths(["毛利", "毛利率", "上升"])
    {'毛': (3, 2), '上': (2,)}
    """
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(of_first, reverse=True)) for first, of_first in lengths.items()}


def han_numbers(folded: str, numerals: Mapping[str, int]) -> Iterator[str]:
    """Numbers in Chinese numerals as digits, written digit by digit (二〇二一) or with scales (三百五十).

    >>> list(han_numbers("二〇二一年三百五十人", dict(zip("〇一二三四五", range(6)))))
    ['2021', '350']
    """
    for match in _NUMERAL.finditer(folded):
        numeral = match.group()
        if numeral[0] in numerals or numeral[0] == "十":
            yield str(_value(numeral, numerals))


def _value(numeral: str, numerals: Mapping[str, int]) -> int:
    if not any(character in _SCALES for character in numeral):
        return int("".join(str(numerals.get(character, 0)) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        scale = _SCALES.get(character)
        if scale is None:
            digit = numerals.get(character, 0)
        elif scale < 10_000:
            section, digit = section + (digit or 1) * scale, 0
        else:
            total, section, digit = total + (section + digit or 1) * scale, 0, 0
    return total + section + digit
