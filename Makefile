# Readout's commands. `make` alone lists them.

# The folder of documents to open, and where it is served.
CORPUS ?= corpus
PORT ?= 8017
# How long each fuzz target runs.
MINUTES ?= 1

# Every file that the built app depends on. It does not depend on the documents.
app_sources := $(shell find Cargo.toml Cargo.lock Trunk.toml index.html src style crates/corpus crates/query -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run build program test test-cms fuzz screenshots fmt clean

help:
	@echo "make run                  build what is missing and open the sample corpus on 127.0.0.1:$(PORT)"
	@echo "make run CORPUS=DIR       the same for your own folder of documents (PORT=N for another port)"
	@echo "make build CORPUS=DIR     write the site to site/, ready for any static host"
	@echo "make program              target/readout: the program with the app inside, for machines without Rust"
	@echo "make test                 everything that has to hold; what the build server runs"
	@echo "make test-cms             the explorer in a real WordPress and a real Ghost (installs both)"
	@echo "make fuzz MINUTES=N       run each fuzz target so long (needs cargo-fuzz and a nightly Rust)"
	@echo "make screenshots          pictures of the main views in screenshots/"
	@echo "make fmt                  format the code"
	@echo "make clean                remove what was built here (downloaded tools stay)"

run: dist/index.html
	@scripts/size.sh
	@program=$$(scripts/program.sh) && exec "$$program" serve "$(CORPUS)" --port $(PORT)

build: dist/index.html
	@scripts/size.sh
	@program=$$(scripts/program.sh) && "$$program" build "$(CORPUS)" --out site

program: dist/index.html
	@scripts/size.sh
	@scripts/program.sh

test:
	@scripts/test.sh

test-cms: dist/index.html
	@tests/cms/run.sh

fuzz:
	@scripts/fuzz.sh $(MINUTES)

screenshots: dist/index.html
	@scripts/screenshots.sh

fmt:
	@cargo fmt --all

clean:
	@rm -rf dist site screenshots
	@cargo clean --quiet

# An app past its size is not built: what is left of it is deleted.
.DELETE_ON_ERROR:
dist/index.html: $(app_sources)
	@scripts/app.sh && scripts/size.sh
