# Everything the portal needs on a machine that has Python 3.11 and make.
#   make start            serve http://localhost:8000 (PORT=, VAR= and HOST= can be set)
#   make test             every test, with its own set-up (ARGS= goes to pytest)
#   make help             the rest

PYTHON ?= $(shell command -v python3.11 || echo python3)
PORT   ?= 8000
HOST   ?= 127.0.0.1
VAR    ?= var
JOBS   ?= 2
ARGS   ?=

PY     := .venv/bin/python
MANAGE := $(PY) manage.py

export PORT HOST
export BASE_URL ?= http://localhost:$(PORT)
# With a clock of its own (PORTAL_CLOCK), every process that is started here agrees on when it was set.
ifdef PORTAL_CLOCK
export PORTAL_CLOCK_SINCE := $(shell date +%s)
endif
export PORTAL_VAR := $(if $(filter /%,$(VAR)),$(VAR),$(CURDIR)/$(VAR))

.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help start dev test test-all year kills queries shell migrations lint format messages bench lock clean folder port python environment tools built

# The build leaves out the styles that no template uses, so templates are sources too.
FRONTEND_SOURCES := $(shell find frontend templates -type f -not -path '*/node_modules/*')
CATALOGUES       := $(wildcard portal/locale/*/LC_MESSAGES/django.po)

## start: serve the portal with demo content, DEBUG off: web, task worker and scheduler
start: export PORTAL_SCHEME := http
start: export DJANGO_SETTINGS_MODULE := portal.settings.production
start: folder port environment built
	@$(MANAGE) prepare
	@exec $(MANAGE) serve --host $(HOST) --port $(PORT)

## dev: serve with DEBUG on and reload at every change
dev: export PORTAL_SCHEME := http
dev: export DJANGO_SETTINGS_MODULE := portal.settings.dev
dev: folder port tools built
	@$(MANAGE) prepare
	@exec $(MANAGE) runserver $(HOST):$(PORT)

## test: run every test, browser journeys included
test: export DJANGO_SETTINGS_MODULE := portal.settings.test
test: python tools built
	@$(PY) scripts/browser.py
	@$(PY) -m pytest -n $(JOBS) $(ARGS)

## year: walk the demo through a year of dates (minutes); writes docs/year.md
year: export DJANGO_SETTINGS_MODULE := portal.settings.test
year: python tools built
	@$(PY) -m pytest tests/year/walk_the_demo.py -p no:randomly -q $(ARGS)

# The journeys start a portal of their own, whatever the database of the tests is.
## test-all: run every test on SQLite and every one but the journeys on PostgreSQL (DATABASE_URL= names the server)
test-all: export DJANGO_SETTINGS_MODULE := portal.settings.test
test-all: python tools built
	@$(PY) scripts/browser.py
	@env -u DATABASE_URL $(PY) -m pytest -n $(JOBS) $(ARGS)
	@DATABASE_URL="$${DATABASE_URL:-postgres://postgres@127.0.0.1:5432/postgres}" \
	  $(PY) -m pytest -n $(JOBS) -m 'not journey' $(ARGS)

## queries: write down anew what the main pages ask of the database
queries: export DJANGO_SETTINGS_MODULE := portal.settings.test
queries: python tools built
	@QUERIES=write $(PY) -m pytest -q -p no:randomly tests/portal/test_queries.py

## kills: kill every part of a portal, its database and its mail server in turn; takes minutes (docs/kills.md)
kills: export DJANGO_SETTINGS_MODULE := portal.settings.test
kills: export KILLS := 1
kills: python tools built
	@$(PY) -m pytest -p no:randomly tests/home/mail/test_kills.py tests/kills $(ARGS)

## migrations: write the migrations that the models ask for
migrations: export DJANGO_SETTINGS_MODULE := portal.settings.dev
migrations: python environment
	@$(MANAGE) makemigrations

## shell: a Python shell with the portal in it
shell: export DJANGO_SETTINGS_MODULE := portal.settings.dev
shell: python environment built
	@$(MANAGE) shell

## lint: every gate that is not a test
lint: export DJANGO_SETTINGS_MODULE := portal.settings.test
lint: python tools built
	@$(PY) scripts/gates.py

# djlint only judges: its formatter moves whitespace that shows.
## format: mend what ruff can mend
format: python tools
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format --quiet .

## messages: bring the catalogues in portal/locale up to date with code and templates
messages: export DJANGO_SETTINGS_MODULE := portal.settings.test
messages: python environment
	@$(MANAGE) messages

## bench: requests per second of the main pages against a stock page of equal size
bench: export PORTAL_SCHEME := http
bench: export DJANGO_SETTINGS_MODULE := portal.settings.production
bench: folder environment built
	@$(MANAGE) prepare
	@$(MANAGE) bench $(ARGS)
	@$(MANAGE) bench_programme
	@$(MANAGE) bench_languages

# 3.11.2 is Debian 12's own Python; "3.11" would be read as 3.11.0.
## lock: resolve the lists in requirements/ anew
lock: python environment
	@for name in installer node runtime dev; do \
	  (cd requirements && ../$(PY) -m uv pip compile --quiet --generate-hashes --python-version 3.11.2 \
	    $$name.in -o $$name.lock) || exit 1; \
	done

## clean: remove what was built; the data under var/ stays
clean:
	rm -rf .venv frontend/node_modules portal/static portal/locale/*/LC_MESSAGES/django.mo
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

## help: this list
help:
	@sed -n 's/^## //p' Makefile | awk -F': ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

python:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) was not found; install it with: apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" scripts/preflight.py python

folder: python
	@"$(PYTHON)" scripts/preflight.py folder

port: python
	@"$(PYTHON)" scripts/preflight.py port

environment: .venv/.runtime
tools: .venv/.dev
built: portal/static/.built portal/locale/.compiled

.venv/.runtime: requirements/installer.lock requirements/runtime.lock | python
	@"$(PYTHON)" scripts/install.py installer runtime
	@touch $@

.venv/.dev: requirements/dev.lock .venv/.runtime
	@"$(PYTHON)" scripts/install.py dev
	@touch $@

portal/static/.built: $(FRONTEND_SOURCES) | environment
	@$(PY) scripts/frontend.py
	@touch $@

portal/locale/.compiled: $(CATALOGUES) | environment
	@$(MANAGE) compile_catalogues
	@touch $@
