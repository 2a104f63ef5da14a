# `make` alone lists what there is. Everything works on a machine with Python (3.8 or newer) and git.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test check train bench clean setup browser

# Compiled modules make every start many seconds quicker, so this is never wanted here.
unexport PYTHONDONTWRITEBYTECODE
PARATOI = .venv/bin/paratoi
PYTHON = .venv/bin/python
RUN ?= --demo
BENCH ?=
TESTS ?=

help: ## List what you can do here
	@printf 'Paratoi helps people get ready for a health appointment.\n\n'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@printf '\nStart with:  make run\n'

run: setup ## Start Paratoi with the demo clinic on http://localhost:8080 (RUN="--port 9000" changes how)
	@$(PARATOI) run $(RUN)

test: setup train browser ## Run every test (TESTS=tests/core runs a part)
	@scripts/run-tests $(TESTS)

check: setup ## Check style, layout, import rules and wording; takes seconds
	@.venv/bin/ruff check .
	@$(PYTHON) -m pytest tests/architecture tests/content

train: setup ## Train the model, if it is missing or what it is made from changed
	@$(PARATOI) train

bench: setup train ## Measure Paratoi beside a fresh Rasa bot; prints a table and JSON (BENCH=--profile)
	@$(PYTHON) -m bench.run $(BENCH)

clean: ## Remove what was made here: .venv, .tools, models, caches (your data in var/ stays)
	@rm -rf .venv .tools models .rasa .pytest_cache .ruff_cache .hypothesis
	@find bot actions tests bench scripts -name __pycache__ -prune -exec rm -rf {} +
	@echo 'Removed. Your data is still in var/. `make run` fetches the rest again.'

setup:
	@scripts/setup

browser:
	@scripts/setup-tests
