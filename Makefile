# Every command of the project. Needs Python 3.11 or later and nothing else; `make` shows them.
PYTHON ?= python3
PIP_FLAGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test bench eval constraints

help: ## show these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: .venv/installed ## make .venv with everything that constraints.txt pins (again only when that changed)

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) -e '.[dev]' -c constraints.txt
	@touch $@

run: setup ## build the graph from corpus/ and serve it
	$(BIN)/afspraken build
	$(BIN)/afspraken serve

test: setup ## run the tests
	$(BIN)/python -m pytest

bench: setup ## measure how long building and asking take
	$(BIN)/python tests/measure/bench.py

eval: setup ## score what was read against the labels in AFSPRAKEN_SHARED (default ../shared)
	$(BIN)/python tests/measure/evaluate.py

constraints: ## pin the newest releases that pyproject.toml admits
	rm -rf .cache/constraints
	$(PYTHON) -m venv .cache/constraints
	.cache/constraints/bin/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) -e '.[dev]'
	.cache/constraints/bin/python -m pip freeze --exclude afsprakengraaf | sed '1i # Made by: make constraints' | sed 's/+cpu$$//' > constraints.txt
	rm -rf .cache/constraints
