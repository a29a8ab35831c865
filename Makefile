# Every target sets up what it needs in .venv, from pinned and hashed requirements.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
.DEFAULT_GOAL := help
# the tests of one room, or all of them
MATRIX := "pytest>=9" "pytest-xdist>=3.8" "hypothesis>=6.150" "ruamel.yaml>=0.18"
MATRIX_TESTS := tests/gap/test_oordelen.py tests/printers/test_gap_table.py tests/rules/test_rules.py
TESTS := $(if $(DEEL),tests/$(DEEL),tests)
# only the tests of the pages need the checker of HTML, which comes from npm
HTML := $(if $(filter-out render render/%,$(DEEL)),,.venv/html-validate/.ready)

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
pytest: .venv/.dev $(HTML) ## the tests alone; of one room with DEEL=gap
	$(BIN)/python -m pytest $(TESTS)

.PHONY: long
long: .venv/.dev $(HTML) ## the tests with long searches instead of short ones
	BKL_LANG=1 $(BIN)/python -m pytest $(TESTS)

.PHONY: coverage
coverage: .venv/.dev $(HTML) ## which lines no test reaches
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(TESTS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --sort=cover

.PHONY: matrix
matrix: ## a core of the tests on each Python 3.11 to 3.14 that is here
	@for version in 3.11 3.12 3.13 3.14; do \
	  python=$$(command -v python$$version) && $$python -c '' 2>/dev/null || { echo "python$$version: not here"; continue; }; \
	  echo "python$$version"; \
	  test -d .venv/matrix/$$version || { $$python -m venv .venv/matrix/$$version && \
	    .venv/matrix/$$version/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt && \
	    .venv/matrix/$$version/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . && \
	    .venv/matrix/$$version/bin/pip install --quiet --disable-pip-version-check $(MATRIX); } || exit 1; \
	  .venv/matrix/$$version/bin/python -m pytest $(MATRIX_TESTS) || exit 1; \
	done

.PHONY: hooks
hooks: .venv/.dev ## run style, types and walls before every commit
	$(BIN)/pre-commit install

.PHONY: catalogue
catalogue: .venv/.dev ## write docs/regels.md, docs/sjablonen.md and the schemas from the code
	BKL_GOLDEN=1 $(BIN)/python -m pytest tests/api/test_catalogue.py tests/render/test_plain.py tests/manual
	$(BIN)/bkl schema --output schemas
	@echo "docs/regels.md"

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
bench: .venv/.dev ## speed, as ratios against baselines in the same run; a part with DEEL=portfolio
	$(BIN)/python -m tests.bench $(addprefix --deel ,$(DEEL))

.PHONY: fuzz
fuzz: .venv/.dev ## check 100,000 broken variants of the data
	$(BIN)/python -m tests.fuzz

.PHONY: rule
rule: .venv/.dev ## begin a new rule: make rule NAAM=jaarverslag/wat_er_mis_is
	$(BIN)/python -m tests.rules.nieuw "$(NAAM)"

.PHONY: golden
golden: .venv/.dev ## rewrite golden files from what bkl shows now: make golden DEEL=gap
	BKL_GOLDEN=1 $(BIN)/python -m pytest $(TESTS)

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
