"""tieout beside what one would otherwise put together, on the same generated calls and in the same run, as ratios.

    python -m tests.bench.compare --python .bench-usual/bin/python --calls 20

The other side is spaCy's blank pipeline for sentences and tokens, quantulum3 for amounts, and a transformer of FinBERT's
size (BERT base, random weights: the time does not depend on them) for each sentence's tone. It runs in an environment of
its own. It finds numbers in English alone and says nothing of whether they hold; what is compared is the time it takes to
get that far. Both sides are given one thread, and CPU seconds are taken after a first call that loads everything.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpora.generate import write

ROOT = Path(__file__).resolve().parents[2]
_ONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}

OURS = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from nlp.options import Options
from nlp.pipeline import analyze
spent = []
for folder in sorted(Path(sys.argv[1]).glob("*/*")):
    other = folder / "translation.txt"
    began = time.process_time()
    found = analyze(folder / "transcript.txt", translation=other if other.exists() else None,
                    releases=[folder / "release.txt"], options=Options(models=sys.argv[2]))
    spent.append(time.process_time() - began)
print(json.dumps({"seconds": sum(spent[1:]) / len(spent[1:]), "claims": len(found.claims)}))
"""

THEIRS = """
import json, sys, time, warnings
from pathlib import Path
warnings.simplefilter("ignore")
import spacy
from quantulum3 import parser
nlps = {"en": spacy.blank("en"), "zh": spacy.blank("zh")}
nlps["en"].add_pipe("sentencizer")
nlps["zh"].add_pipe("sentencizer", config={"punct_chars": ["。", "！", "？"]})
model = None
if sys.argv[2] != "none":
    import torch
    from transformers import BertConfig, BertForSequenceClassification
    torch.manual_seed(0)
    torch.set_num_threads(1)
    model = BertForSequenceClassification(BertConfig(num_labels=3)).eval()

def tone(sentences):
    rows = sorted(([hash(word) % 30000 + 100 for word in sentence][:128] for sentence in sentences), key=len)
    for start in range(0, len(rows), 32):
        batch = rows[start:start + 32]
        width = max(map(len, batch))
        ids = torch.tensor([row + [0] * (width - len(row)) for row in batch])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in batch])
        with torch.no_grad():
            model(input_ids=ids, attention_mask=mask)

spent, found = [], 0
for folder in sorted(Path(sys.argv[1]).glob("*/*")):
    began = time.process_time()
    sentences = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\\n\\n"):
            lang = "zh" if any("\\u4e00" <= char <= "\\u9fff" for char in line) else "en"
            for sentence in nlps[lang](line).sents:
                sentences.append([token.text for token in sentence])
                if lang == "en":
                    found += len(parser.parse(sentence.text))
    if model is not None:
        tone(sentences)
    spent.append(time.process_time() - began)
print(json.dumps({"seconds": sum(spent[1:]) / len(spent[1:]), "amounts": found, "sentences": len(sentences)}))
"""


def measure(python: str, code: str, folder: Path, models: str) -> dict[str, Any]:
    """Mean CPU seconds a call after the first, in a process of its own."""
    environment = {**os.environ, **_ONE, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [python, "-c", code, str(folder), models], cwd=folder.parent, env=environment, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if done.returncode != 0:
        sys.exit(f"{python} failed:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--python", default=sys.executable, help="an environment with spacy, quantulum3, torch, transformers"
    )
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--paragraphs", type=int, default=40)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tieout-compare-") as name:
        folder = Path(name) / "calls"
        write(folder, given.calls, seed=99, paragraphs=given.paragraphs)
        for ours, theirs, what in (("none", "none", "without models"), ("shipped", "random", "with models")):
            mine = measure(sys.executable, OURS, folder, ours)
            other = measure(given.python, THEIRS, folder, theirs)
            ratio = other["seconds"] / mine["seconds"]
            print(  # noqa: T201 - a script
                f"{what}: tieout {mine['seconds']:.3f} CPU s a call, spaCy + quantulum3"
                f"{' + BERT base' if theirs != 'none' else ''} {other['seconds']:.3f} CPU s a call, ratio {ratio:.2f}"
            )


if __name__ == "__main__":
    main()
