# make demo and make test need nothing but python3 with venv, and the network the first time.
PYTHON ?= python3
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
NEWEST := .venv-newest
TOOLS := .venv-lock
PIP := -m pip --disable-pip-version-check install --only-binary=:all:
PARALLEL := --numprocesses logical --maxprocesses 4 --dist loadfile
ENGINE := $(VENV)/oxigraph-0.5.11.tgz
FAST := -q -m "not slow and not browser"
ROOMS := parley ontology graph loaders queries evaluation review
STORE := out/store
QUESTIONS := heads members formerly posts rounds proposals status terms agreed one-sided

# What installers say is shown only when they fail: pip, and the build tool, warn of what they do as they should.
quietly = { $(1); } >$(VENV).log 2>&1 && rm $(VENV).log || { cat $(VENV).log; rm $(VENV).log; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help demo test check newest engine lock clean FORCE

help:
	@echo "make demo    build the graph of the Istanbul article, ask it ten questions, write out/istanbul.html"
	@echo "make test    run the whole test suite"
	@echo "make check   run ruff, mypy and the fast tests"
	@echo "make newest  run the fast tests with the newest versions that pyproject.toml allows"
	@echo "make engine  get the npm package by which a page answers SPARQL"
	@echo "make lock    renew requirements.lock, the versions that the others install"
	@echo "make clean   remove the environments and everything built"

demo: $(VENV)/dev
	@mkdir -p out
	$(BIN)/parley build examples/istanbul/article.txt --store $(STORE)
	@set -e; for question in $(QUESTIONS); do \
	  echo; echo "$$ parley ask $$question"; \
	  $(BIN)/parley ask $$question --store $(STORE); \
	done
	@echo
	$(BIN)/parley view --store $(STORE) -o out/istanbul.html
	@echo "Open out/istanbul.html in a browser."

test: $(VENV)/dev $(if $(shell command -v npm),$(ENGINE))
	$(BIN)/python -m pytest $(PARALLEL) $(PYTEST_ARGS)

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(PARALLEL) $(FAST) $(PYTEST_ARGS)

newest: $(VENV)/dev
	@echo "Installing the newest versions into $(NEWEST)"
	@$(call quietly,$(BIN)/python -m venv --clear $(NEWEST) && \
	  $(NEWEST)/bin/python $(PIP) --upgrade pip && \
	  $(NEWEST)/bin/python $(PIP) --config-settings editable_mode=strict --editable . --group dev)
	$(NEWEST)/bin/python -m pytest $(PARALLEL) $(FAST) $(PYTEST_ARGS)

engine: $(ENGINE)

# One version, which must have the hash that graph/explorer/engine.py knows.
$(ENGINE): graph/explorer/engine.py $(VENV)/dev
	@cd $(VENV) && npm pack --silent $(subst -0,@0,$(basename $(notdir $(ENGINE)))) >/dev/null
	@$(BIN)/python -c 'import sys, pathlib; from parley.graph.explorer.engine import read_engine; \
	  read_engine(pathlib.Path(sys.argv[1]))' $(ENGINE)
	@touch $(ENGINE)

lock: $(BIN)/python
	@$(call quietly,$(BIN)/python -m venv --clear $(TOOLS) && $(TOOLS)/bin/python $(PIP) uv)
	$(TOOLS)/bin/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --all-extras --group dev \
	  --generate-hashes --only-binary :all: --no-annotate --upgrade --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --output-file requirements.lock

clean:
	rm -rf $(VENV) $(NEWEST) $(TOOLS) build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "$(PYTHON) is $$($(PYTHON) --version): Parley needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv: install it (Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/locked: requirements.lock $(BIN)/python
	@echo "Installing what requirements.lock names into $(VENV)"
	@$(call quietly,$(BIN)/python $(PIP) --require-hashes --requirement requirements.lock)
	@touch $@

# A strict editable install links file by file: it is made again when files come or go.
$(VENV)/package-files: $(BIN)/python FORCE
	@find $(ROOMS) -name __pycache__ -prune -o -type f -print | LC_ALL=C sort > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(VENV)/dev: pyproject.toml $(VENV)/locked $(VENV)/package-files
	@$(call quietly,$(BIN)/python $(PIP) --no-deps --no-index --no-build-isolation \
	  --config-settings editable_mode=strict --editable .)
	@touch $@
