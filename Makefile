# One command for everything. The work is done in scripts/, so that each step can be read and run by itself.

PYTHON ?= python3.11
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix bench

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(READY)  ## make .venv with the locked versions of everything

# Made again only when what it was made from has changed.
$(READY): uv.lock pyproject.toml scripts/setup
	@PYTHON=$(PYTHON) scripts/setup
	@touch $(READY)

run: setup  ## start UDAJANG; the log says where the web chat is
	@.venv/bin/udajang run

test: setup  ## run every test on SQLite and PostgreSQL, the web pages in Chromium
	@scripts/test

check: setup  ## look for faults of style, types and structure; changes nothing
	@scripts/check

fix: setup  ## mend what can be mended by itself
	@.venv/bin/ruff check --quiet --fix . || true
	@.venv/bin/ruff format .

bench: setup  ## measure, and compare with what others reach
	@.venv/bin/python -m benchmarks
