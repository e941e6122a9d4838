"""A command called wrongly, told as every other error: code, what, what to do, the nearest name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperGroup

from ..errors import BadUsage

# Base of all that the parser raises; typer names only this one child of it.
WRONG_USAGE: type[Exception] = typer.BadParameter.__mro__[1]
_CHOICE = re.compile(r"'(?P<given>.*)' is not one of (?P<known>.*?)\.?$")
_KINDS = {"integer": "a whole number", "float": "a number", "number": "a number"}
_ORDER = ("check", "demo", "explain", "accept", "diff", "batch", "query", "store", "align", "config", "schema")


class Group(TyperGroup):
    """A group of commands: those that are used most come first, and an unknown one is answered with the nearest."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of use."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """What each command does, told to the end."""
        for command in self.commands.values():
            command.short_help = command.help
        super().format_commands(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command named first. Raises BadUsage when there is none of that name."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            path = ctx.command_path
            known = self.list_commands(ctx)
            raise BadUsage(
                f"{path}: no command {args[0][:40]!r}.{nearest(args[0], known)} Known: {', '.join(known)}. "
                f"See: {path} --help"
            )
        return super().resolve_command(ctx, args)


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known name, or nothing."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""


def retold(error: Any) -> BadUsage:
    """What the parser found wrong (an instance of `WRONG_USAGE`) as an error of ours."""
    path = error.ctx.command_path if error.ctx else "tieout"
    return BadUsage(f"{path}: {_told(error)} See: {path} --help")


def _told(error: Any) -> str:
    name = type(error).__name__
    if name == "NoSuchOption":
        hint = nearest(error.option_name, _options(error)) if error.option_name.startswith("--") else ""
        return f"no option {error.option_name[:40]!r}.{hint}"
    if name == "MissingParameter":
        return f"{_label(error)} is missing: {error.param.help}"
    if name == "BadParameter":
        return _bad_value(error)
    if name == "BadOptionUsage":
        return f"{error.option_name} stands without a value. Give one behind it."
    extra = re.search(r"extra arguments?(?:\(s\))? \((.*)\)$", error.message)
    if extra:
        return f"{extra[1][:80]!r} is too much. {_takes(error)}"
    return f"{error.message.rstrip('.')}."


def _bad_value(error: Any) -> str:
    choice = _CHOICE.search(error.message)
    if choice:
        known = [word.strip("' ") for word in choice["known"].split(",")]
        return (
            f"{_label(error)} {choice['given'][:40]!r} is none of {', '.join(known)}.{nearest(choice['given'], known)}"
        )
    wanted = next((told for word, told in _KINDS.items() if word in error.message), "another value")
    return f"{_label(error)} cannot be read. Give {wanted}."


def _label(error: Any) -> str:
    if error.param is None:
        return "a value"
    if error.param.param_type_name == "argument":
        return str(error.param.metavar or error.param.name.upper())
    return str(max(error.param.opts, key=len))


def _takes(error: Any) -> str:
    """What the command takes in its place: a call's other documents are often given as bare names."""
    params = error.ctx.command.params
    names = [str(row.metavar or row.name.upper()) for row in params if row.param_type_name == "argument"]
    files = [max(row.opts, key=len) for row in params if row.metavar == "FILE" and row.param_type_name == "option"]
    other = f" Other files go behind {', '.join(files)}." if files else ""
    return f"Give {' '.join(names) or 'options'} alone; a name with blanks needs quotes.{other}"


def _options(error: Any) -> list[str]:
    return [
        name
        for row in error.ctx.command.get_params(error.ctx)
        for name in (*row.opts, *row.secondary_opts)
        if name.startswith("-")
    ]
