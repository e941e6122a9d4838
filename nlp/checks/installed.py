"""Checks of other packages: the entry points of the group `tieout.checks`, each a check or a list of checks.

A check is a function of claims and evidence that yields findings; its `pages`, if it has any, are its pages for
`tieout explain`, by code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ..errors import BadInput
from ..records import Claim, Finding
from .evidence import Check, Evidence

GROUP = "tieout.checks"


@cache
def installed_checks() -> tuple[Check, ...]:
    """The checks that installed packages bring, by name of the entry point. Raises BadInput naming a broken one."""
    from importlib.metadata import entry_points

    found: list[Check] = []
    for point in sorted(entry_points(group=GROUP), key=lambda row: row.name):
        try:
            loaded = point.load()
        except Exception as error:  # somebody else's code: whatever goes wrong there is told with its name
            raise BadInput(
                f"check {point.name} ({point.value}) cannot be loaded: {error}. Mend or remove it."
            ) from error
        checks = tuple(loaded) if isinstance(loaded, Sequence) else (loaded,)
        if not all(callable(check) for check in checks):
            raise BadInput(f"check {point.name} ({point.value}) is no function. Name a check or a list of them.")
        found += [guarded(check, point.name) for check in checks]
    return tuple(found)


def installed_names() -> tuple[str, ...]:
    """What `installed_checks` is made of, without loading it: entry points with the versions of their packages."""
    from importlib.metadata import entry_points

    found = []
    for point in entry_points(group=GROUP):
        package = f" ({point.dist.name} {point.dist.version})" if point.dist else ""
        found.append(f"{point.name} = {point.value}{package}")
    return tuple(sorted(found))


def guarded(check: Callable[..., object], name: str) -> Check:
    """The check with its faults told in one line, by its name."""

    def run(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
        known = {claim.id for claim in claims}
        try:
            findings = list(check(claims, evidence))  # type: ignore[call-overload]  # what it gives is looked at below
        except Exception as error:
            raise BadInput(f"check {name} failed: {type(error).__name__}: {error}. Mend or remove it.") from error
        for finding in findings:
            if not isinstance(finding, Finding) or not {*finding.claims} <= known:
                raise BadInput(f"check {name} gave {str(finding)[:60]!r}, which is no Finding about the claims given.")
            yield finding

    run.__module__, run.__qualname__ = getattr(check, "__module__", name), getattr(check, "__qualname__", name)
    run.pages = getattr(check, "pages", {})  # type: ignore[attr-defined]  # a function carries its pages
    return run


def installed_pages() -> dict[str, str]:
    """The pages of the installed checks, by code."""
    return {code: page for check in installed_checks() for code, page in getattr(check, "pages", {}).items()}
