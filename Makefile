PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
SERIES ?= a,b
RENDERED := build/rendered

.PHONY: setup demo test lint score train system

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock | system
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

system:
	@if tesseract --list-langs 2>/dev/null | grep -qx nld; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq tesseract-ocr tesseract-ocr-nld; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo apt-get install -y -qq tesseract-ocr tesseract-ocr-nld; \
	else echo "Tesseract met Nederlands ontbreekt: gescande stukken kunnen niet worden gelezen. Installeer: tesseract-ocr tesseract-ocr-nld" >&2; fi

demo: setup
	$(BIN)/houdbaar check corpus/voorbeeld

test: lint
	$(BIN)/python -m pytest -q

lint: setup
	$(BIN)/ruff check
	$(BIN)/mypy

# Renders the labelled dossiers of SERIES as the files a user would have, and compares what `check` says of them with their labels.
score: setup
	@for tool in chromium soffice pdftoppm; do command -v $$tool >/dev/null || { echo "$$tool is missing; install: chromium libreoffice-writer poppler-utils" >&2; exit 1; }; done
	$(BIN)/python corpus/tools/render.py corpus/dossiers $(RENDERED) $(foreach s,$(shell echo $(SERIES) | tr , ' '),$(notdir $(wildcard corpus/dossiers/$(s)*)))
	$(BIN)/python corpus/tools/score.py $(BIN)/houdbaar corpus/dossiers $(RENDERED) --only $(SERIES)

# Trains the scorer of the reading anew from all that is labelled; what it writes takes the place of verifier/reading/concepts/scorer.onnx.
train: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .[train]
	mkdir -p build
	$(BIN)/python -m corpus.training build/scorer.onnx --sentences corpus/sentences/[mnst]*.jsonl --papers corpus/papers/*.txt --tops corpus/tops/*.jsonl
