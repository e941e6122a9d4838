"""Run property tests again and again with fresh seeds: `make fuzz`, `make fuzz MINUTES=2 ONLY=tests/readers`.

A failure stops the run and prints the seed to repeat it with. Hypothesis marks its own tests, so every promise about all
text takes part without being listed here.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

import pytest


def main() -> int:
    """Fuzz until the time is over; the exit status is pytest's first failure, or 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("only", nargs="*", default=["tests/amounts", "tests/claims"])
    asked = parser.parse_args()
    end, rounds = time.monotonic() + 60 * asked.minutes, 0
    while time.monotonic() < end:
        seed = random.SystemRandom().randrange(2**31)
        status = pytest.main([
            *asked.only, "-q", "-x", "-m", "hypothesis", "-p", "no:cacheprovider", "--no-header", "--no-cov",
            "--hypothesis-profile=fuzz", f"--hypothesis-seed={seed}",
        ])  # fmt: skip
        rounds += 1
        if status != pytest.ExitCode.OK:
            sys.stdout.write(f"fuzzing stopped in round {rounds}: repeat with --hypothesis-seed={seed}\n")
            return int(status)
    sys.stdout.write(f"{rounds} rounds in {asked.minutes:g} minutes, no failure\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
