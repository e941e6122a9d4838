"""The quality table of both READMEs, made from `floors.json`: what is quoted is what may not fall.

    python -m tests.quality.readme

writes it; a test asks that it is there. Only calls and passages that are held out are quoted.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from nlp.scoring.gold import find_calls

ROOT = Path(__file__).parents[2]
NAMES = ("README.md", "README.zh.md")
_TABLE = re.compile(r"(?<=<!-- from tests/quality/floors.json -->\n).*?(?=<!-- until here -->)", re.DOTALL)
_ROWS = {
    "README.md": (
        "amounts found; right in value", "metric, segment, period right", "false alarms where nothing is wrong",
        "parts of questions found; status right",
    ),
    "README.zh.md": ("找到数字；数值正确", "指标、分部、期间正确", "没有错误处的误报", "找到小问；状态正确"),
}  # fmt: skip
_TO = {"README.md": ("to", ", ", "; "), "README.zh.md": ("至", "、", "；")}


def table(name: str) -> str:
    """The table as that README has it: the lowest and the highest of the held-out calls and passages, both languages."""
    floors = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
    held = [files.id for files in find_calls() if files.split == "heldout" and files.id in floors["claims"]]
    sides = [floors["claims"][call][side] for call in held for side in ("en", "zh") if side in floors["claims"][call]]
    sides += [floors[folder]["heldout"][side] for folder in ("passages", "readings") for side in ("en", "zh")]
    to, comma, apart = _TO[name]

    def spread(field: str) -> str:
        values = [int(100 * side[field]) for side in sides]
        return f"{min(values)} {to} {max(values)} %" if min(values) < max(values) else f"{min(values)} %"

    parts: dict[str, Any] = floors["segment.parts"]["heldout"]
    cells = (
        f"{spread('recall')}{apart}{spread('value')}",
        comma.join(spread(field) for field in ("metric", "segment", "period")),
        str(sum(floors["findings"][call]["false"] for call in held)),
        f"F1 {int(100 * parts['parts_f1']) / 100}{apart}{int(100 * parts['statuses'])} %",
    )
    rows = "".join(f"| {row} | {cell} |\n" for row, cell in zip(_ROWS[name], cells, strict=True))
    return f"\n| | |\n|---|---|\n{rows}\n"


def main() -> None:
    """Write both tables."""
    for name in NAMES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(told(name), table(name)), encoding="utf-8")


def told(name: str) -> str:
    """The table that stands in a README now."""
    found = _TABLE.search((ROOT / name).read_text(encoding="utf-8"))
    return found[0] if found else ""


if __name__ == "__main__":
    main()
