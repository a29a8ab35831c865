# Every target sets up what it needs in .venv, from pinned and hashed requirements.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
.DEFAULT_GOAL := help

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

.PHONY: jaarverslag
jaarverslag: .venv/.ready ## check data/ and write reports/jaarverslag-2021.md and .html
	$(BIN)/bkl check --format concise
	$(BIN)/bkl render jaarverslag --format md --format html

.PHONY: reports
reports: jaarverslag ## every report that is kept in reports/
	$(BIN)/bkl render werkplan afwijkingen dashboard

.PHONY: test
test: lint types imports pytest ## all tests

.PHONY: pytest
pytest: .venv/.dev .venv/html-validate/.ready ## the tests alone
	$(BIN)/python -m pytest

.PHONY: lint
lint: .venv/.dev ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: .venv/.dev ## types
	$(BIN)/mypy

.PHONY: imports
imports: .venv/.dev ## the walls between the rooms
	$(BIN)/lint-imports --no-cache

.PHONY: bench
bench: .venv/.dev ## speed, as ratios against baselines in the same run
	$(BIN)/python -m tests.bench

.PHONY: fuzz
fuzz: .venv/.dev ## check 100,000 broken variants of the data
	$(BIN)/python -m tests.fuzz

.PHONY: rule
rule: .venv/.dev ## begin a new rule: make rule NAAM=jaarverslag/wat_er_mis_is
	$(BIN)/python -m tests.rules.nieuw "$(NAAM)"

.PHONY: golden
golden: .venv/.dev ## rewrite the golden files from what bkl shows now
	BKL_GOLDEN=1 $(BIN)/python -m pytest tests

.PHONY: format
format: .venv/.dev ## lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: lock
lock: .venv/.dev ## pin the requirements anew (needs the network)
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links requirements/run.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links requirements/dev.in -o requirements/dev.txt
	$(BIN)/npm update --prefix tests/render/html-validate --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --loglevel=error

.venv/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bkl needs Python 3.11 or newer; name it with make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/.ready: .venv/.made requirements/run.txt pyproject.toml
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/.dev: .venv/.ready requirements/dev.txt
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	touch $@

# Without it the test of the HTML is skipped, but not on the build server. Node comes with pip.
.venv/html-validate/.ready: .venv/.dev tests/render/html-validate/package-lock.json
	mkdir -p $(@D)
	cp tests/render/html-validate/*.json $(@D)
	{ $(BIN)/npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; } || test "$$CI" != true

.PHONY: clean
clean: ## remove what make built
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis build dist
