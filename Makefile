# Rujuk: `make demo` and `make test` are all a newcomer needs; Python 3.11 and make are all the machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo-out

.PHONY: help setup setup-test demo test check lint types floors bench lock clean

help: ## say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: $(VENV)/.run ## make .venv with the rujuk command
$(VENV)/.run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rujuk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 setup")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

setup-test: $(VENV)/.test ## add what the tests need
$(VENV)/.test: $(VENV)/.run requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

demo: setup ## build the dossiers of the bundled example stories
	$(BIN)/rujuk build examples/almaty examples/gempa examples/feri -o $(DEMO)
	@$(BIN)/rujuk show $(DEMO) --brief
	@echo; echo "The dossier: $(CURDIR)/$(DEMO)/dossier.html (open it in a browser)"

test: setup-test ## run all tests (those that need ../shared or a browser skip, in words, where there is none)
	$(BIN)/python -m pytest

check: setup-test lint types test ## what CI runs: lint, format, types, tests, floors, docs

lint: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test
	$(BIN)/mypy

floors: setup-test ## only the quality floors (needs ../shared)
	$(BIN)/python -m pytest tests/corpus

bench: setup-test ## speed, as ratios against named peers in the same run
	$(BIN)/python benchmarks/end_to_end.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/marking.py
	$(BIN)/python benchmarks/page.py

lock: ## renew requirements/*.txt (needs uv); hashes, no addresses
	$(BIN)/uv export --quiet --no-emit-project --no-header --no-default-groups --group build -o requirements/run.txt
	$(BIN)/uv export --quiet --no-emit-project --no-header --no-default-groups --group build --group test --all-extras -o requirements/test.txt

clean:
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache
