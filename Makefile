# make run    set everything up, build the founding record if it is not there, verify it, show it
# make test   set everything up and pass every test but the long ones

RECORD ?= var/record
BIN := .venv/bin
LOCKS := requirements/base.txt requirements/dev.txt
READY := .venv/ready

.PHONY: help run test test-long test-tools bench lock clean

help:
	@sed -n 's/^# //p' Makefile
	@echo "make test-long, test-tools, bench, lock, clean: see CONTRIBUTING.md"

$(READY): $(LOCKS) pyproject.toml tools/find_python.sh
	@python="$$(sh tools/find_python.sh)" && "$$python" -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(READY)
	@test -e $(RECORD)/checkpoint || $(BIN)/kengesh new $(RECORD) --pack central_asia
	@$(BIN)/kengesh verify $(RECORD)
	@echo
	@$(BIN)/kengesh show --record $(RECORD)

test: $(READY)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-timings
	$(BIN)/pytest

test-long: $(READY)
	$(BIN)/pytest -m long

test-tools:
	@sh tools/install_test_tools.sh

bench: $(READY)
	@for one in bench/bench_*.py; do echo "== $$one"; $(BIN)/python "$$one" || exit 1; done

lock: $(READY)
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements/base.txt pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --extra dev --output-file requirements/dev.txt pyproject.toml

clean:
	rm -rf .venv var build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
