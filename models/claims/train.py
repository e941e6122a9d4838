"""Fits the weights that read figures: `python models/claims/train.py [en|zh]`, in some five minutes of CPU.

Writes `<language>.npz` beside this file, the same bytes for the same texts. `card.md` says on what, and how they do.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from nlp.claims.weigh.units import FIELD, LANGUAGES
from nlp.scoring.cases import training_cases
from nlp.scoring.fit_readings import fit_weights, pack
from nlp.scoring.fit_units import fit_units

HERE = Path(__file__).resolve().parent


def main(languages: list[str]) -> None:
    """Fit and write."""
    for language in languages or ["en", "zh"]:
        cases = training_cases(language)
        sys.stderr.write(f"{language}: {len(cases)} figures\n")
        with threadpool_limits(1):  # the order of sums, and with it the last bits, depends on the threads
            fitted = fit_weights(cases, on_field=lambda name: sys.stderr.write(f"  {name}\n")).weights
        if language in LANGUAGES:
            fitted[FIELD] = fit_units(cases)
        np.savez(HERE / f"{language}.npz", **pack(fitted))  # type: ignore[arg-type]  # arrays by name


if __name__ == "__main__":
    main(sys.argv[1:])
