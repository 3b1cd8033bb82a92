# Vitrine. `make help` lists the targets.
PORT ?= 8000
CATALOG ?=
PRODUCTS ?=
URL ?= http://127.0.0.1:$(PORT)
PHOTO ?=
ARGS ?=
# All tests are shared by several processes; a part is run by one, which starts sooner.
EVERY_TEST = -p tests.side_by_side --numprocesses=logical --maxprocesses=8 --dist=loadfile --no-loadscope-reorder
# Demo and tests start dozens of processes: each would compile the project anew.
unexport PYTHONDONTWRITEBYTECODE
CASES ?= 103
PYTHON ?= $(shell for name in python3.11 python3; do \
	if $$name -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)
BIN = .venv/bin
MANAGE = $(BIN)/python manage.py
# Values that stand for a deployment's own; nothing connects to them.
PRODUCTION = DJANGO_SETTINGS_MODULE=config.settings.production ALLOWED_HOSTS=shop.example \
	DATABASE_URL=postgres://db.example/shop REDIS_URL=redis://broker.example/0 \
	EMAIL_URL=smtp+tls://mail.example:587 VITRINE_URL=https://shop.example \
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_hex(40))')

PYBABEL = PYTHONPATH="$(CURDIR)" $(BIN)/pybabel -q
EXTRACT = $(PYBABEL) extract --mapping=babel.cfg --keyword=gettext_lazy --keyword=ngettext_lazy:1,2 \
	--keyword=pgettext:1c,2 --keyword=pgettext_lazy:1c,2 --no-location --project=Vitrine --version=0.1 \
	--output-file=build/django.pot .
CATALOGUES = --domain=django --input-file=build/django.pot --output-dir=locale --no-fuzzy-matching \
	--ignore-obsolete --ignore-pot-creation-date --no-wrap

.PHONY: help demo test check format messages bench bench-peers bench-scale bench-pages bench-desk bench-photo scorecard faults rehearsal rehearse-encoder api-cases screenshots lock runtime tools python
.DEFAULT_GOAL = help

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: runtime ## Run the whole shop until Ctrl-C (PORT=8000, CATALOG=DIR imports that folder, PRODUCTS=60 is quicker)
	@exec $(BIN)/python -m config.demo --port="$(PORT)" --catalog="$(CATALOG)" --products="$(PRODUCTS)"

test: tools ## Run every test on servers of its own (ARGS="tests/cart -k empty")
	@requirements/chromium.sh chromium-headless-shell
	@exec $(BIN)/python -m config.servers.run -- $(BIN)/python -m pytest $(or $(ARGS),$(EVERY_TEST))

check: tools ## Lint, types, import contracts, migrations, deployment settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint templates --quiet --check
	$(BIN)/djlint templates --quiet --lint
	$(BIN)/mypy
	$(BIN)/lint-imports
	@echo "Every text is in locale/"
	@$(EXTRACT)
	@$(PYBABEL) update $(CATALOGUES) --check 2> /dev/null \
		|| { echo "The catalogues are stale: run make messages and translate what is empty." >&2; exit 1; }
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) lintmigrations --settings=config.settings.test --verbosity=0 --quiet ok ignore
	@echo "manage.py check --deploy --fail-level WARNING"
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

format: tools ## Format code and templates
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint templates --quiet --reformat

messages: tools ## Collect the texts of code and templates into locale/, to be translated there
	@$(EXTRACT)
	@$(PYBABEL) update $(CATALOGUES)

bench: tools ## Measure speed and memory on servers of its own, and print the figures
	@exec $(BIN)/python -m benchmarks $(ARGS)

scorecard: tools ## Measure what holds when many buy at once, into docs/scorecard.md (ARGS="--rounds 5")
	@$(BIN)/python -m config.servers.run -- $(BIN)/python -m benchmarks.scorecard $(ARGS)
	@$(MAKE) --no-print-directory api-cases ARGS=

faults: tools ## Break one part after the other under load, into docs/resilience.md (ARGS="--moments 3")
	@exec $(BIN)/python -m benchmarks.faults $(ARGS)

rehearsal: tools ## Take docker-compose.yml through its life (needs dockerd and mmdebstrap; see docs/rehearsal.md)
	@deploy/rehearsal/bases.sh && deploy/rehearsal/rehearse.sh && deploy/rehearsal/restore.sh && deploy/rehearsal/grow.sh

bench-pages: tools ## Measure a running demo's pages as a phone sees them (URL=http://127.0.0.1:8000)
	@requirements/chromium.sh
	@$(BIN)/python -m benchmarks.pages --url="$(URL)" $(ARGS)

bench-desk: tools ## Measure the merchant's desk with 50,000 products (ARGS="--products 50000 --write")
	@exec $(BIN)/python -m config.servers.run -- $(BIN)/python -m benchmarks.desk $(ARGS)

bench-photo: tools ## Measure how well the goods in a photo are found (needs VITRINE_DATA; ARGS=--write)
	@$(BIN)/python -m benchmarks.photo_regions $(ARGS)

rehearse-encoder: tools ## Change a running shop's encoder to and fro under load (URL=..., ARGS="--encoder=KEY")
	@$(MANAGE) rehearse_encoder_change --url="$(URL)" $(ARGS)

bench-scale: tools ## Measure the search by sight at 10,000 to 1,000,000 images (needs VITRINE_DATA; ARGS="--sizes 10000")
	@VITRINE_POSTGRES="shared_buffers=4GB" VITRINE_INDEX_MEMORY_MB=3072 VITRINE_INDEX_WORKERS=1 \
		exec $(BIN)/python -m config.servers.run -- $(BIN)/python -m benchmarks.scale $(ARGS)

bench-peers: tools ## Measure photo search beside five usual ways to build it (needs VITRINE_DATA; ARGS=--write)
	@exec $(BIN)/python -m benchmarks.peers $(ARGS)

api-cases: tools ## Ask the API 20,000 odd things, into docs/api-cases.md (CASES=103 for each operation)
	@exec $(BIN)/python -m config.servers.run -- \
		env VITRINE_API_CASES="$(CASES)" VITRINE_API_REPORT=docs/api-cases.md \
		$(BIN)/python -m pytest tests/api/test_schemathesis.py $(ARGS)

screenshots: tools ## Photograph a running demo for the README (URL=http://127.0.0.1:8000, PHOTO=FILE)
	@requirements/chromium.sh
	@URL="$(URL)" PHOTO="$(PHOTO)" PYTHONPATH=. $(BIN)/python docs/make_screenshots.py

lock: tools ## Rewrite the hashed lock files from pyproject.toml (ARGS=--upgrade)
	PATH="$(CURDIR)/$(BIN):$$PATH" requirements/lock.sh $(ARGS)

runtime: python
	@"$(PYTHON)" requirements/install.py run embedded frontend
	@$(BIN)/python -m config.frontend
	@$(PYBABEL) compile --domain=django --directory=locale

tools: python
	@"$(PYTHON)" requirements/install.py dev
	@$(BIN)/python -m config.frontend
	@$(PYBABEL) compile --domain=django --directory=locale

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 was not found: install it with its venv module." >&2; exit 1; }
