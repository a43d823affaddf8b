# Two commands do everything: `make run` opens the app, `make test` checks all there is.

PORT ?= 8501
PYTHON := .venv/bin/python
# Also where an archive gave the script the line ends of Windows, or took its right to run.
SETUP := bash -c "$$(tr -d '\r' <.ci/setup)" .ci/setup

# Streamlit does not start without a home. There is nothing that it needs in it.
HOME ?= /nonexistent
export HOME

.DEFAULT_GOAL := help
.PHONY: help run test format update pins

help: ## Say what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## Set up and open the app at http://localhost:8501 (PORT=… for another port)
	@$(SETUP) run "$(PORT)"
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT)

test: ## Set up, lint, check and guard the data and run every test, the browser's included
	@$(SETUP) test
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m dashboard check
	@$(PYTHON) -m dashboard diff --guard $(GUARD_BASE) || [ $$? -eq 3 ] # 3: an archive has no history to compare with
	@$(PYTHON) -m pytest

format: ## Bring the code into its usual form
	@$(SETUP) test
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

update: ## Write anew what tests compare with: the texts of all messages (tests/catalogue.txt)
	@$(SETUP) test
	@$(PYTHON) -m tests.catalogue

pins: ## Write the versions installed here into constraints.txt
	@$(SETUP) test
	@$(PYTHON) -m tests.pins
