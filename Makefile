# make run         set everything up, build the founding record if it is not there, verify it, serve it as a site
# make dev         the same, started anew whenever the code changes
# make test        set everything up and pass every test but the long ones
# make test-long   pass the long tests: kills without number, large sizes
# make test-tools  install what some tests want (Go, Chromium, LibreOffice) where this machine lets it
# make bench       measure, each figure beside a named peer or a limit
# make lock        choose versions anew and write the lock files
# make clean       remove everything that was made, the record under var/ too

RECORD ?= var/record
BIND ?= 127.0.0.1:8000
BIN := .venv/bin
LOCKS := requirements/base.txt requirements/dev.txt
READY := .venv/ready
COMPILE := $(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: help run dev test test-long test-tools bench lock clean

help:
	@sed -n 's/^# make/make/p' Makefile

$(READY): $(LOCKS) pyproject.toml tools/find_python.sh
	@echo "Setting up .venv with the locked libraries: once, and whenever they change."
	@python="$$(sh tools/find_python.sh)" && "$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(RECORD)/checkpoint
	@$(BIN)/kengesh verify $(RECORD)
	@exec $(BIN)/kengesh serve --record $(RECORD) --bind $(BIND)

dev: $(RECORD)/checkpoint
	@exec $(BIN)/kengesh serve --record $(RECORD) --bind $(BIND) --reload

# The order matters and not the age: a record is never made anew because the libraries are newer.
$(RECORD)/checkpoint: | $(READY)
	@$(BIN)/kengesh new $(RECORD) --pack central_asia

test: $(READY)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

test-long: $(READY)
	$(BIN)/pytest -m long

test-tools:
	@sh tools/install_test_tools.sh

bench: $(READY)
	@for one in record_verify record_append fold asking site texts word_views formats corridors; do echo "== $$one"; $(BIN)/python -m bench.$$one || exit 1; echo; done

lock: $(READY)
	$(COMPILE) --output-file requirements/base.txt pyproject.toml
	$(COMPILE) --extra corridors --extra parquet --extra cluster --extra dev --output-file requirements/dev.txt pyproject.toml

clean:
	rm -rf .venv var build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
