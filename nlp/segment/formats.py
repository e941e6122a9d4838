"""The ways in which transcripts print who speaks: one row a format, one mechanism (`turns.py`) for all.

A pattern is matched against a whole folded line (see `lines.py`) and has the group `label`, and `speech` where speech
follows on the same line. A format new to us that resembles one of these works without a row of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..languages.late import late
from .stamps import STAMP

MOST = 260  # characters: no label is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`weight` says how telling one such line is; `twice`: the line is printed twice; `tail`: up to so many lines with
    the speaker's title follow the name before speech begins; `needs`: a line without any of these cannot match, nor can
    one of more than `most` characters where no speech follows; `begins`: nor one that begins with another character.
    """

    name: str
    pattern: re.Pattern[str]
    weight: float
    twice: bool = False
    tail: int = 0
    needs: tuple[str, ...] = ()
    begins: str = ""  # only where speech follows
    most: int = MOST


FORMATS: tuple[Format, ...] = (
    # Ada Lind,  Orbel Corp - CFO    [3]
    Format(name="numbered", needs=("]",), pattern=late(r"(?P<label>\S.{0,240}?)[ \t]+\[[0-9]{1,4}\]"), weight=4.0),
    # Ada Lind - CFO & Director (the line stands twice)
    Format(name="twice", pattern=late(r"(?P<label>.{2,200})"), weight=4.0, twice=True),
    # Ada Lind -- Chief Financial Officer
    Format(
        name="double_hyphen",
        needs=("--",),
        pattern=late(r"(?P<label>[^:?]{2,80}?(?: --+(?: .{2,160})?|(?<=[\u3400-\u9fff])--+[^-].{1,80}))"),
        weight=3.0,
    ),
    # Bo Tran / Analyst, Lakeside Securities LLC  Q
    Format(name="name_then_title", pattern=late(r"(?P<label>[^:?]{2,60})"), weight=3.0, tail=4, most=80),
    # Unverified Participant  Q
    Format(
        name="unnamed",
        needs=(" Q", " A"),
        pattern=late(r"(?P<label>Un(?:identified|verified|known|named) [A-Z][a-z]+)[ \t]+[QA]"),
        weight=3.0,
        most=60,
    ),
    # Ada Lind - Orbel Corp - CFO; Ada Lind | CFO
    Format(
        name="hyphen",
        needs=(" -", "|", "/"),
        pattern=late(
            r"(?P<label>[^:?|]{2,80}?(?: (?:-|\||/) |(?<=[\u3400-\u9fff])[|/](?=[\u3400-\u9fff]))[^?]{2,200})"
        ),
        weight=2.0,
    ),
    # Ada Lind (Orbel Corp); Ada Lind, CFO
    Format(
        name="described",
        needs=("(", ",", ";"),
        pattern=late(r"(?P<label>[^:?(,;]{2,60}(?: ?\([^()]{2,80}\)|[,;] [^.?:]{2,80}))"),
        weight=1.8,
    ),
    # Ada Lind ~ CFO; ADA LIND-CFO; Ada Lind      CFO: a name that the call says, with what describes it
    Format(name="said", pattern=late(r"(?P<label>[^:?]{8,160})"), weight=1.8, most=180),
    # [Ada Lind] text; <Ada Lind> text; 【李明 首席财务官】文字; （李明）文字; <v Ada Lind>text (captions)
    Format(
        name="bracketed",
        needs=("]", ">", "】", ")", "〕", "〗", "〉", "}"),
        begins="[【〔〖〈{(<",
        pattern=late(
            r"(?:[\[【〔〖〈{]|\((?=[\u4e00-\u9fffA-ZÀ-ÞĀ-ɏ])|<(?:v(?:\.[\w.]{1,20})? )?)"
            r"(?P<label>[QA问答]|[^\]>】〕〗〉)}]{2,120})[\]>】〕〗〉)}][: ]{0,3}(?P<speech>.*)"
        ),
        weight=1.8,
    ),
    # Ada Lind (00:12); 李明  01:02:33; Ada Lind (CFO) [00:12]; 李明 2023-04-28 19:30:00
    Format(
        name="clock",
        needs=(":",),
        pattern=late(r"(?P<label>[^:(\[<]{1,80}?(?: ?\([^()\[\]0-9]{2,80}\))?)[ \t,]*" + rf"[(\[<]?{STAMP}[)\]>]?:?"),
        weight=3.0,
    ),
    # From Ada Lind - Orbel to Everyone: text (a chat); from Ada Lind to everyone:  4:02 PM
    Format(
        name="chat",
        needs=(":",),
        begins="Ff",
        pattern=late(
            r"[Ff]rom\s{1,3}(?P<label>[^:]{2,80}?)\s{1,3}(?:[Tt]o\s{1,3}[^:]{2,60}?\s?:|:)\s*"
            rf"(?:{STAMP}\Z)?(?P<speech>.*)"
        ),
        weight=2.5,
    ),
    # **Ada Lind** - text
    Format(
        name="bold",
        needs=("**",),
        pattern=late(r"(?P<label>[^*:]{2,80}?)\*\*\s*[-:]{1,2}\s+(?P<speech>.*)"),
        weight=1.8,
    ),
    # | Ada Lind | text |
    Format(
        name="cells",
        needs=("|",),
        begins="|",
        pattern=late(r"\|\s*(?P<label>[^|]{2,80}?)\s*\|\s*(?P<speech>[^|\s].*)"),
        weight=1.5,
    ),
    # Ada Lind | text
    Format(
        name="column",
        needs=("|",),
        pattern=late(r"(?P<label>[^|:?]{2,60}?)\s*\|\s{1,3}(?P<speech>[^|\s][^|]*)\Z"),
        weight=1.9,
    ),
    # Ada Lind <tab> text; Ada Lind <tab> CFO <tab> Orbel <tab> text
    Format(
        name="tabbed",
        needs=("\t",),
        pattern=late(r"(?P<label>[^\t:]{2,80}?(?:[ ]*\t[ ]*[^\t]{0,80}){0,3}?):?[ ]*\t+[ ]*(?P<speech>[^\t]*)\Z"),
        weight=1.5,
    ),
    # Ada Lind, VP Investor Relations: text; 首席财务官李明：文字; Q - Bo Tran: text
    Format(
        name="colon",
        needs=(":",),
        pattern=late(
            r"(?:[0-9]{1,3}(?:\. |[、)] ?)|[-+•] )?[*_]{0,3}"
            r"(?P<label>[^:]{1,140}?)\s{0,2}:{1,2}(?!//|(?<=[0-9]:)[0-9]{2}\b)[*_]{0,3}\s*(?P<speech>.*)"
        ),
        weight=1.5,
    ),
    # Q1. text; A1. text
    Format(
        name="parts",
        needs=tuple(part + behind for part in "QA" for behind in (". ", ") ", *"123456789")),
        begins="QA",
        pattern=late(r"(?P<label>[QA][0-9]{0,3})(?:[.)][ \t]{1,3}|(?<=[0-9])[.)])(?![A-Z]\.)(?P<speech>\S.*)"),
        weight=1.6,
    ),
    # spk03 text
    Format(
        name="machine",
        begins="[(<sSſ",
        pattern=late(
            r"[\[(<]?(?P<label>(?:spk|speaker)[ _:#-]?[0-9]{1,3})\b[\])>]?[:.) ]{0,3}(?P<speech>.*)", re.IGNORECASE
        ),
        weight=2.0,
    ),
    # Ada Lind >> text
    Format(name="angles", needs=(">",), pattern=late(r"(?P<label>[^:?>]{2,80}?) ?>{1,2} (?P<speech>.*)"), weight=1.5),
    # "Ada Lind","CFO","text"
    Format(
        name="quoted",
        needs=('","',),
        begins='"',
        pattern=late(r'"(?P<label>[^"]{2,80}(?:","[^"]{0,80}){0,3}?)","(?P<speech>[^"]*"?)\Z'),
        weight=1.5,
    ),
    # Ada Lind - text
    Format(name="dash", needs=(" - ",), pattern=late(r"(?P<label>[^:?|]{2,80}?) - {1,3}(?P<speech>\S.*)"), weight=1.2),
    # Ada Lind
    Format(name="bare", pattern=late(r"(?P<label>.{2,60})"), weight=1.0, most=80),
)
