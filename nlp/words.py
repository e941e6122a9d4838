"""What reports and the command line say, in English and in Simplified and Traditional Chinese: `data/words.toml`."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from functools import cache

from .errors import BadInput
from .resources import data_text

NAMES = {
    "en": "English",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
}  # as each calls itself, in the order of the words
LANGS = tuple(NAMES)
_MEANT = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "cn": "zh-Hans",
}


def column(lang: str) -> str:
    """The key of a language in the catalogues of messages and help: hans, hant, else its code."""
    return lang.removeprefix("zh-").lower()


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """The words of every language of `LANGS`, by `table.key`."""
    tables = tomllib.loads(data_text("words.toml"))
    return {
        lang: {f"{table}.{key}": forms[at] for table, rows in tables.items() for key, forms in rows.items()}
        for at, lang in enumerate(LANGS)
    }


def check_lang(lang: str) -> str:
    """`lang` as one of `LANGS`; region names are understood. Raises BadInput naming the nearest.

    >>> check_lang("zh-TW")
    'zh-Hant'
    """
    known = {name.lower(): name for name in LANGS}
    asked = lang.strip().replace("_", "-").lower()
    if asked in known or asked in _MEANT:
        return known.get(asked) or _MEANT[asked]
    near = difflib.get_close_matches(asked, [*known, *_MEANT], n=1)
    hint = f" Did you mean {known.get(near[0]) or _MEANT[near[0]]!r}?" if near else ""
    raise BadInput(f"language {lang[:40]!r} is not one of {', '.join(LANGS)}.{hint}")


def say(key: str, lang: str = "en", **values: object) -> str:
    """The words under `table.key`, with `{name}` filled in; the key's last part where nobody has put it in words.

    >>> say("page.finding_at", "zh-Hans", n=2, all=9), say("metric.lease_costs")
    ('第 2 / 9 条结果', 'lease costs')
    """
    text = all_words()[lang].get(key) or key.rpartition(".")[2].replace("_", " ")
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
