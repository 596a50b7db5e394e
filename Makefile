# Dépêche. `make help` lists the targets; each sets up what it needs.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

IN ?= corpus/sample
OUT ?= outputs
DB ?=
DATE ?=
WORKERS ?= 1

# One thread per process: the model's matrices are too small to gain from more.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: help setup extract test cluster lint types format evaluate baseline bench growth profile train rules serve clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
	@echo
	@echo "make extract IN=folder OUT=folder DB=url DATE=2024-10-10 WORKERS=2"

setup: $(READY)  ## make the virtual environment from the hashed lock file

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=python3.12, say"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

extract: $(READY)  ## run the pipeline (IN, OUT, DB, DATE, WORKERS)
	$(BIN)/depeche extract $(IN) --out $(OUT) --workers $(WORKERS) $(if $(DB),--db $(DB)) $(if $(DATE),--date $(DATE))

test: $(READY)  ## run the tests, all but those on a Spark cluster
	$(BIN)/python -m pytest -m "not spark"

cluster: $(READY)  ## run the tests on Spark executors (needs Java 17 and requirements-spark.lock)
	$(BIN)/python -m pytest -m spark

lint: $(READY)  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## bring the code into its style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(READY)  ## score against the gold texts
	$(BIN)/depeche evaluate corpus/gold/dev --out $(OUT)/evaluation/dev
	$(BIN)/depeche evaluate corpus/gold/extra --out $(OUT)/evaluation/extra
	$(BIN)/depeche evaluate corpus/gold/fresh --out $(OUT)/evaluation/fresh
	$(BIN)/depeche evaluate corpus/gold/test --out $(OUT)/evaluation/test

baseline: $(READY)  ## pin today's scores as floors (never lowers one)
	$(BIN)/depeche evaluate corpus/gold/dev --out $(OUT)/evaluation/dev --update-baseline
	$(BIN)/depeche evaluate corpus/gold/extra --out $(OUT)/evaluation/extra --update-baseline
	$(BIN)/depeche evaluate corpus/gold/fresh --out $(OUT)/evaluation/fresh --update-baseline
	$(BIN)/depeche evaluate corpus/gold/test --out $(OUT)/evaluation/test --update-baseline

bench: $(READY)  ## compare speed with the bare model
	$(BIN)/python -m benchmarks.speed

growth: $(READY)  ## time by number and length of articles, memory over 30,000 (an hour)
	$(BIN)/python -m benchmarks.growth

profile: $(READY)  ## flame graph of a run and the shares of its stages, to OUT/profile
	$(BIN)/python -m benchmarks.profile --out $(OUT)/profile

train: $(READY)  ## train the entity recogniser (needs ../shared/data/winer-fr)
	$(BIN)/python -m pipeline.annotate.training

rules: $(READY)  ## check every rule's examples, write docs/rules.md
	$(BIN)/depeche rules --check
	$(BIN)/depeche rules --markdown > docs/rules.md

serve: $(READY)  ## HTTP API over the database (not built yet)
	@echo "depeche serve is not built yet: query $(OUT)/depeche.db, see docs/databases.md"; exit 1

clean:  ## remove the environment and the outputs
	rm -rf $(VENV) $(OUT)/*
