"""Ways to import a library without the parts of it that cost more than the rest and are used by nobody here."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def without(name: str) -> Iterator[None]:
    """Importing `name` fails meanwhile, as if it were not installed; one that is loaded already stays.

    For a library that looks for `name` and does as well without it.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # what the import system takes for "not to be had"
    try:
        yield
    finally:
        del sys.modules[name]


def import_without_commands(package: str) -> ModuleType:
    """Import a package whose `__init__` takes the function `info` from its own command line, `<package>.cli.info`.

    Both stay to be had: the command line is loaded when it, or `info`, is first asked of the package. A package that is
    loaded already, or has come to be made otherwise, is imported as it is.
    """
    if package in sys.modules:
        return sys.modules[package]
    commands, info = ModuleType(f"{package}.cli"), ModuleType(f"{package}.cli.info")
    commands.__path__, info.__dict__["info"] = [], None
    sys.modules |= {commands.__name__: commands, info.__name__: info}
    try:
        module = importlib.import_module(package)
    except ImportError:
        module = None
    finally:
        for name in (commands.__name__, info.__name__):
            sys.modules.pop(name, None)
    if module is None:
        return importlib.import_module(package)

    def load(name: str) -> Any:
        if name not in ("cli", "info"):
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        real = importlib.import_module(f"{package}.cli")
        return real if name == "cli" else real.info

    module.__dict__.pop("info", None)
    module.__dict__["__getattr__"] = load
    return module
