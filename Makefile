# Two commands do everything: `make run` opens the app, `make test` checks all there is.

PORT ?= 8501
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test format

help: ## Say what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## Set up and open the app at http://localhost:8501 (PORT=… for another port)
	@.ci/setup
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT)

test: ## Set up, lint, check and guard the data and run every test, the browser's included
	@.ci/setup test
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m dashboard check
	@$(PYTHON) -m dashboard diff --guard $(GUARD_BASE)
	@$(PYTHON) -m pytest

format: ## Bring the code into its usual form
	@.ci/setup test
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .
