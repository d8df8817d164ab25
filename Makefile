# On a fresh machine with Python 3.11 and make, `make demo` and `make test` do everything.
# What is done leaves a stamp in .venv/ and isn't done again until its inputs change.

VENV   := .venv
RUN    := $(VENV)/.ready-to-run
DEV    := $(VENV)/.ready-to-test
INPUTS := pyproject.toml $(wildcard requirements/*.txt tools/*.py tools/*.sh)
SKINS  := sandbox/skins/packages
NPM    := $(wildcard $(SKINS)/package.json $(SKINS)/package-lock.json $(SKINS)/.npmrc)
PY     := $(VENV)/bin/python
# tests mostly wait for a browser: one worker more than there are cores, four at most
WORKERS := $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -lt 3 ] && expr $$n + 1 || echo 4)
PYTEST := $(PY) -m pytest -n $(WORKERS) --dist worksteal

.DELETE_ON_ERROR:
.PHONY: help demo test test-more test-all drift chaos check format setup lock clean

help:
	@echo "make demo    file eight plans of both routes in the sandbox, and show the report"
	@echo "make test    make check, then the essential tests: some ten minutes"
	@echo "make test-more  the thorough tests, and every flow and page on a skin that make test does not show it (ONLY=tests/flows TURN=…)"
	@echo "make test-all  make test, then the thorough tests, and every flow and page on every skin"
	@echo "make drift   file on 200 portals that a seed has rebuilt (SEEDS=…): how many went well, and what was filled wrongly"
	@echo "make chaos   a night of everything going wrong, in minutes (FILINGS=… MINUTES=… SEED=…): what is missing, double or wrong"
	@echo "make check   ruff and mypy --strict"
	@echo "make format  write what make check would ask for"
	@echo "make setup   virtual environment, pinned packages, a browser, toolkits of the skins (demo and test do it by themselves)"
	@echo "make lock    pin the newest packages that pyproject.toml allows (requirements/*.txt)"
	@echo "make clean   remove the environment and every cache"

demo: $(RUN)
	$(VENV)/bin/yuncai demo

test: check
	$(PYTEST) -m "not thorough"

TURN ?= 0
test-more: $(DEV)
	$(PYTEST) -m thorough --skins in-turn --turn $(TURN) $(ONLY)

test-all: test
	$(PYTEST) -m thorough --skins every $(ONLY)

SEEDS ?= 200
drift: $(DEV)
	$(PY) -m bench.drift --seeds $(SEEDS) --jobs 2

FILINGS ?= 60
MINUTES ?= 5
SEED ?= 1
chaos: $(DEV)
	$(PY) -m bench.chaos --filings $(FILINGS) --minutes $(MINUTES) --seed $(SEED)

check: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(DEV)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

setup: $(DEV)

lock: $(DEV)
	sh tools/lock.sh

$(RUN): $(INPUTS)
	@python=$$(sh tools/find_python.sh) && "$$python" -m tools.setup
	@touch $@

$(DEV): $(INPUTS) $(NPM)
	@python=$$(sh tools/find_python.sh) && "$$python" -m tools.setup --dev
	@touch $@ $(RUN)

clean:
	rm -rf $(VENV) $(SKINS)/node_modules .mypy_cache .ruff_cache .pytest_cache dist *.egg-info demo-workspace
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
