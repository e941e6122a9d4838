"""Patterns that are compiled when they are first asked for anything: of a thousand, one document needs some hundreds."""

from __future__ import annotations

import re
from typing import Any, cast

from .ahead import compiled


class _Late:
    """Stands for a pattern until it is used, and then answers with the pattern's own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling look for first
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = compiled(self._source, self._flags)
        found = self.__dict__[name] = getattr(self._compiled, name)  # from now on found without this method
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return late, (self._source, self._flags)

    def __repr__(self) -> str:
        return f"late({self._source!r}, {self._flags})"


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but a pattern costs nothing before its first use. A wrong one raises re.error only then.

    >>> late("[0-9]+").sub("#", "Q3 of 2031")
    'Q# of #'
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
