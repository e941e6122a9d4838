"""A speaker label: the name it gives, and what the words around it say (title, firm)."""

from __future__ import annotations

from typing import NamedTuple

from .names import name_key


class Label(NamedTuple):
    """Who a speaker line names. `kind`: person, operator, interpreter, analyst, executive, unknown (a label that names
    nobody); `name` as printed; `title` and `firm` where the line gives them; `mark` is Q or A where the line has one.
    """

    name: str
    kind: str = "person"
    title: str | None = None
    firm: str | None = None
    mark: str | None = None

    @property
    def key(self) -> str:
        """The name for comparing."""
        return name_key(self.name)
