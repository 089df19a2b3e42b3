# A fresh machine needs Python 3.11 or newer and make; everything else goes into .venv.
#
#   make demo    build the bundled corpus into build/ and answer one question
#   make test    run all tests
#   make lint    ruff      make types    mypy      make check    both, then the tests
#   make clean   remove what was made

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
QUESTION := industry-promotion --param industry=低空经济

.PHONY: demo test lint types check format constraints clean

demo: .venv/demo.done
	$(BIN)/cnip build -o build
	@echo
	$(BIN)/cnip query build $(QUESTION)

test: .venv/dev.done
	$(BIN)/pytest

lint: .venv/dev.done
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/dev.done
	$(BIN)/mypy

check: lint types test

format: .venv/dev.done
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# The exact versions of everything, taken from a new environment without constraints.
constraints:
	rm -rf dist/constraints && $(PYTHON) -m venv dist/constraints
	dist/constraints/bin/python -m pip --disable-pip-version-check install --quiet -e '.[all,dev]'
	{ sed '/^[^#]/,$$d' constraints.txt; dist/constraints/bin/python -m pip freeze --exclude-editable; } > dist/constraints.txt
	mv dist/constraints.txt constraints.txt && rm -rf dist/constraints

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find kg_build tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

.venv/python.done:
	@$(PYTHON) -c 'import sys; sys.exit("cnip needs Python 3.11 or newer; this is " + sys.version.split()[0] + " (choose another: make PYTHON=python3.12 ...)" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/demo.done: .venv/python.done pyproject.toml constraints.txt
	$(PIP) -e '.[all]'
	@touch $@

.venv/dev.done: .venv/demo.done
	$(PIP) -e '.[all,dev]'
	@touch $@
