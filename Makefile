# The few things people do here. Everything is installed into .venv from the lock files, which name every package, so that
# nothing is left to be resolved: what resolves may take a newer release than the one that is locked.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: serve install test test-slow check format bench relevance lock clean

$(VENV)/.installed: requirements.lock pyproject.toml
	@echo "Installing into $(VENV); this takes about a minute."
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --no-deps --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PIP) --no-deps --require-hashes -r requirements-dev.lock
	touch $@

serve: $(VENV)/.installed  ## index corpus/ and serve the site on http://127.0.0.1:8000
	$(BIN)/masthead index || test $$? -eq 1
	$(BIN)/masthead serve $(ARGS)

install: $(VENV)/.installed  ## what the program needs, from the lock file, into .venv

test: $(VENV)/.installed-dev  ## all tests but the slow ones
	$(BIN)/python -m pytest -n 2 -m "not slow" $(ARGS)

test-slow: $(VENV)/.installed-dev  ## the tests that take minutes
	$(BIN)/python -m pytest -n 2 -m slow $(ARGS)

check: $(VENV)/.installed-dev  ## style, types, import contracts, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

format: $(VENV)/.installed-dev  ## put the code into its standard form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev  ## measure indexing and search beside named peers, and write docs/benchmarks.md
	$(BIN)/python -m tests.bench $(ARGS)

relevance: $(VENV)/.installed-dev  ## measure ranking against judged queries (needs MASTHEAD_TEST_DATA)
	$(BIN)/python -m tests.quality.relevance $(MASTHEAD_TEST_DATA)/rel $(ARGS)

lock:  ## resolve the dependencies again (needs uv)
	uv pip compile pyproject.toml --group install --universal --generate-hashes --python-version 3.11 --no-emit-find-links --quiet --custom-compile-command "make lock" --output-file requirements.lock
	uv pip compile pyproject.toml --group install --group dev --constraints requirements.lock --universal --generate-hashes --python-version 3.11 --no-emit-find-links --quiet --custom-compile-command "make lock" --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .masthead .mypy_cache .ruff_cache .pytest_cache .hypothesis
