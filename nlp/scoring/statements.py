"""`verify` against statements with a known truth: recall of errors by kind, and how many true ones are not accepted.

`python -m nlp.scoring.statements FILE.jsonl...`; rows as described beside the files: `claim`, `expected`, `kind`, and
`document` (text) or `doc` (a path beside the file). A statement is accepted when it has findings and all are supported
or rounding.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..pipeline import verify
from ..records import Finding
from ..text import guess_language


def is_accepted(findings: Iterable[Finding]) -> bool:
    """Every finding supports the statement, and there is one."""
    verdicts = [finding.verdict for finding in findings]
    return bool(verdicts) and all(verdict in ("supported", "rounding") for verdict in verdicts)


def judge(row: dict[str, Any], folder: Path) -> tuple[Finding, ...]:
    """The findings of one statement."""
    text = row["document"] if "document" in row else (folder / row["doc"]).read_text(encoding="utf-8")
    return verify(row["claim"], text, lang=guess_language(row["claim"]))


def score_statements(path: Path) -> dict[str, tuple[int, int]]:
    """By kind: how many statements were judged as expected, of how many."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        accepted = is_accepted(judge(row, path.parent))
        total[row["kind"]] += 1
        right[row["kind"]] += accepted == (row["expected"] == "supported")
    return {kind: (right[kind], total[kind]) for kind in sorted(total)}


def main(paths: Iterable[str]) -> None:
    """Print the share judged right, kind by kind."""
    for name in paths:
        sys.stdout.write(f"{name}\n")
        for kind, (right, total) in score_statements(Path(name)).items():
            sys.stdout.write(f"  {kind:20} {right:4}/{total:<4} {right / total:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
