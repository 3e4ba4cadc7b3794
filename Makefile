# make demo and make test need nothing but python3 with venv, and the network the first time.
PYTHON ?= python3
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ROOMS := parley ontology graph loaders queries evaluation review
STORE := out/store
QUESTIONS := heads members formerly posts rounds proposals status terms agreed one-sided

.DEFAULT_GOAL := help
.PHONY: help demo test check clean FORCE

help:
	@echo "make demo    build the graph of the Istanbul article, ask it ten questions, write out/istanbul.html"
	@echo "make test    run the whole test suite"
	@echo "make check   run the fast tests, ruff and mypy"
	@echo "make clean   remove the environment and everything built"

demo: $(VENV)/installed
	@mkdir -p out
	$(BIN)/parley build examples/istanbul/article.txt --store $(STORE)
	@set -e; for question in $(QUESTIONS); do \
	  echo; echo "$$ parley ask $$question"; \
	  $(BIN)/parley ask $$question --store $(STORE); \
	done
	@echo
	$(BIN)/parley view --store $(STORE) -o out/istanbul.html
	@echo "Open out/istanbul.html in a browser."

test: $(VENV)/dev
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/dev
	$(BIN)/python -m pytest -q -m "not slow and not browser" $(PYTEST_ARGS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf $(VENV) build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "$(PYTHON) is $$($(PYTHON) --version): Parley needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv: install it (Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install "pip>=25.1"

# A strict editable install links file by file: it is made again when files come or go.
$(VENV)/package-files: $(BIN)/python FORCE
	@find $(ROOMS) -name __pycache__ -prune -o -type f -print | LC_ALL=C sort > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(VENV)/installed: pyproject.toml $(VENV)/package-files
	$(PIP) install --only-binary=:all: --config-settings editable_mode=strict --editable .
	@touch $@

$(VENV)/dev: $(VENV)/installed
	$(PIP) install --only-binary=:all: --group dev
	@touch $@
