# The same few commands for everybody; each sets up .venv by itself and again when a lock changed.
# Needed on Debian 12 or Raspberry Pi OS: python3 (3.11 or newer), python3-venv, make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade \
	--generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: help venv demo tour test lint types contracts unit test-year test-touch test-fit test-cuts test-look \
	test-rig test-vm gallery golden look bundle guide lock clean

help: ## Say what there is
	@sed -n 's/^\([a-z0-9/.-]*\):.*## /make \1\t/p' Makefile | expand -t 16

venv: $(RUN) ## Set up .venv with what the kiosk needs to run

demo: $(RUN) ## Open the kiosk in a window on simulated hardware (without a display: the tour)
	$(BIN)/kiosk demo $(ARGS)

tour: $(RUN) ## Take a picture of every screen and paper into build/tour
	$(BIN)/kiosk demo --tour build/tour

test: lint types contracts unit ## Everything that must be green

lint: $(DEV) ## Style and common mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV) ## mypy --strict
	$(BIN)/mypy

contracts: $(DEV) ## Imports point one way
	$(BIN)/lint-imports

unit: $(DEV) ## Tests with branch coverage; make unit ARGS=tests/post for some of them
	$(BIN)/pytest $(if $(ARGS),$(ARGS),--cov -n $$(($$(nproc) + 1)))

test-year: $(DEV) ## A whole school year through the screen; KIOSK_YEAR_SEED=7 plays another one
	$(BIN)/pytest tests/year/whole.py -v $(ARGS)

test-touch: $(DEV) ## Every button of every screen on every glass, in its middle, at its edges and beside it
	$(BIN)/pytest tests/touches/whole.py -n auto $(ARGS)

test-fit: $(DEV) ## Every screen and scene on every glass, in all languages and sizes of letters
	KIOSK_GLASSES=all $(BIN)/pytest tests/screens tests/test_look_page.py -n auto $(ARGS)

test-cuts: $(DEV) ## The power cut at every statement of the store's month, and in the middle of every commit
	KIOSK_CUTS=all $(BIN)/pytest tests/store/test_power_cut.py -n auto $(ARGS)

test-look: $(DEV) ## Read every pupil's screen by OCR, in Kyrgyz and Russian
	$(BIN)/pytest tests/reading/whole.py -n auto $(ARGS)

test-rig: $(DEV) ## The real drivers on an emulated kernel; the first time it is built (Debian 12)
	tools/rig/run $(ARGS)

test-vm: $(DEV) ## The installed kiosk on an emulated machine; the first time it is built (Debian 12, root)
	PYTHON=$(PYTHON) tools/vm/run $(ARGS)

test-arm64: $(DEV) ## The kiosk as programs of a Raspberry Pi's processor, emulated one by one (Debian 12, root)
	PYTHON=$(PYTHON) tools/arm64/run $(ARGS)

bundle: ## Put together what deploy/install.sh needs without a network, for Pi and PC, in build/kiosk.tar
	PYTHON=$(PYTHON) bash deploy/bundle.sh build/kiosk

gallery: $(DEV) ## Every screen, language, palette, glass and size of letters in build/gallery; ARGS=--help
	$(BIN)/python -m tools.gallery build/gallery $(ARGS)

golden: $(DEV) ## Accept how the chosen screens look now
	$(BIN)/python -m tools.golden tests/golden

look: $(DEV) ## Reckon contrasts and smallest sizes anew, in docs/look.md
	$(BIN)/python -m tools.look docs/look.md

deploy/kiosk.toml: $(DEV) $(wildcard kiosk/config/*.py) ## The commented example, from the models
	$(BIN)/python tools/write_example.py $@

wiring: $(DEV) ## Draw deploy/hardware anew from its wiring.toml and the settings' pins
	$(BIN)/python tools/draw_wiring.py deploy/hardware

guide: $(DEV) ## Draw the committee's guide anew, with pictures of a fresh tour
	$(BIN)/kiosk demo --tour build/tour
	$(BIN)/python tools/draw_guide.py docs/guide build/tour

lock: $(DEV) ## Lock the newest versions that pyproject.toml allows, with their hashes
	$(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --only-build-deps --all-build-deps --constraint requirements/run.txt \
		--output-file requirements/build.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements/run.txt \
		--constraint requirements/build.txt \
		--output-file requirements/dev.txt pyproject.toml

clean: ## Forget .venv and everything that was built
	rm -rf $(VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A stamp is touched last, so what was cut off starts again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "venv is missing: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(RUN): requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/.made
	$(PIP) install --quiet --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
