# `make demo` and `make test` do all the set-up; a second run installs nothing. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
NEEDS := pyproject.toml constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test faults battery battery-readers battery-faults fuzz fuzz-readers bench bench-amounts lint types clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: $(VENV)/.stamp-base  ## install and run the main job on the invented sample call
	@$(VENV)/bin/tieout demo

test: $(VENV)/.stamp-dev  ## install what tests need and run them all, with coverage
	@$(PY) -m pytest --cov --cov-report=term -n auto --dist loadfile $(PYTEST_ARGS)

faults: $(VENV)/.stamp-dev  ## kill, fill and flip: what a batch must survive; TIER=S for a fifth of the counts
	@TIEOUT_BATTERY=$(or $(TIER),C) $(PY) -m pytest -q tests/battery tests/batch/test_on_ray.py tests/batch/test_supervise.py $(PYTEST_ARGS)

battery: battery-readers battery-faults  ## both of the next two

battery-readers: $(VENV)/.stamp-dev  ## damaged and hostile files by the thousand, every call in every form, every break of a table
	@TIEOUT_BATTERY=1 $(PY) -m pytest tests/readers/test_hostile.py tests/readers/test_round_trips.py tests/readers/test_page_breaks.py $(PYTEST_ARGS)

battery-faults: $(VENV)/.stamp-dev  ## faults at the nightly counts with fresh seeds
	@TIEOUT_BATTERY=N $(PY) -m pytest tests/battery tests/batch/test_on_ray.py tests/batch/test_supervise.py $(PYTEST_ARGS)

bench: $(VENV)/.stamp-dev .bench-usual/.stamp  ## time each stage, a growing batch, and the usual parts put together
	@$(PY) -m pytest -q tests/bench/bench_stages.py --benchmark-only --benchmark-sort=mean
	@$(PY) -m tests.bench.scaling --calls 300
	@$(PY) -m tests.bench.compare --python .bench-usual/bin/python

fuzz: $(VENV)/.stamp-dev  ## property tests with fresh seeds for MINUTES=10, of ONLY="tests/amounts tests/claims"
	@$(PY) -m tests.fuzz --minutes $(or $(MINUTES),10) $(ONLY)

fuzz-readers: $(VENV)/.stamp-dev  ## feed the readers with damaged files, MINUTES=10 for all of them together
	@$(PY) -m tests.readers.fuzz $(or $(MINUTES),10)

bench-amounts: $(VENV)/.stamp-dev .bench-amounts/.stamp  ## amounts beside quantulum3 and JioNLP, and over growing texts
	@$(PY) -m tests.bench.amounts_peers .bench-amounts/bin/python

lint: $(VENV)/.stamp-dev  ## ruff: rules and format
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: $(VENV)/.stamp-dev  ## mypy --strict over the package and its tests
	@$(PY) -m mypy

clean:  ## remove the environment and everything generated
	rm -rf $(VENV) .bench-* .benchmarks build dist out tieout-demo .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find nlp tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What tieout is compared with has environments of its own.
.bench-usual/.stamp:
	@$(PYTHON) -m venv .bench-usual
	@.bench-usual/bin/python -m pip install --quiet -c constraints.txt quantulum3 setuptools==65.5.0 spacy torch transformers
	@touch $@

.bench-amounts/.stamp:
	@$(PYTHON) -m venv .bench-amounts
	@.bench-amounts/bin/python -m pip install --quiet quantulum3==0.10.0 jionlp==1.5.31 setuptools==65.5.0
	@touch $@

# pip comes last into a new environment, so an interrupted creation is taken up again.
$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "tieout needs Python 3.11 or newer and $(PYTHON) is older or missing; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); echo "$(PYTHON) cannot make environments; on Debian or Ubuntu install python3-venv" >&2; exit 1; }

$(VENV)/.stamp-base: $(NEEDS) | $(VENV)/bin/pip
	@echo "installing tieout into $(VENV) (first time, or its requirements changed) ..."
	@$(PIP) install --quiet -c constraints.txt -e .
	@$(PY) -m compileall -q nlp  # as pip does with a wheel: where Python may write no bytecode, every start would compile
	@touch $@

$(VENV)/.stamp-dev: $(NEEDS) | $(VENV)/bin/pip
	@echo "installing tieout and its test tools into $(VENV) (first time, or its requirements changed) ..."
	@$(PIP) install --quiet -c constraints.txt -e '.[dev]'
	@.ci/browser
	@touch $@ $(VENV)/.stamp-base
