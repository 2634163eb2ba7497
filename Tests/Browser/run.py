"""Opens built sites in real browsers, from file://, as a reader would.

Every kind of page in Chromium at several widths, light and dark: no accessibility violation, no console message, no
request that leaves the page, nothing wider than the screen; each also by keyboard alone, with text of twice the size and
without scripts; some of them in German and from right to left. Every page of a site of hostile documents, with its
policy and without: no script, request, element or attribute that a document brought. The search in Chromium, Firefox and
WebKit: what it finds, its keys, its state in the address; and that the terminal finds the same. Prints a line for each
check that failed or was skipped and a last line with the counts; exits with 1 if one failed.
"""

import argparse
import pathlib
import sys
import tempfile

from agreement import check_agreement
from corpus import CORPORA, ROOT, build, unpack
from engines import ENGINES, Chromium
from languages import check_languages
from pages import PageBrowser, check_comforts, check_first, check_page, check_pages, check_without_scripts
from reading import check_reading
from scripts import check_scripts
from search import PASTES, check_search
from terminal import check_pastes
from trends import check_trends


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, problems):
        if problems:
            self.failed += 1
            print(f"FAILED {name}", flush=True)
            for problem in problems[:6]:
                print(f"       {problem}", flush=True)
        else:
            self.passed += 1

    def skip(self, name, reason):
        self.skipped += 1
        print(f"SKIPPED {name}: {reason}", flush=True)


def check_example(report, debrief, folder):
    browser = PageBrowser()
    try:
        example = folder / "example"
        build(debrief, ROOT / "postmortems", example)
        check_pages(browser, report, "example", example)
        queries = [("regex backtracking firewall rule", "firewall rule"), ("pypi certificte vault", "PyPI")]
        check_first(browser, report, "example", example, queries)
        check_without_scripts(browser, report, example)
        features, everything = folder / "features", folder / "features-site"
        text = (ROOT / "Tests/Site/features.corpus.txt").read_text(encoding="utf-8")
        unpack(text, features)
        build(debrief, features / "postmortems", everything, "--as-of", "2026-01-12")
        for page in ["index.html", "incidents/pm-1/index.html", "services/shop/index.html"]:
            check_page(browser, report, "features", everything, everything / page)
        check_comforts(browser, report, everything, "incidents/pm-1/index.html")
        dfds = CORPORA / "dfds__postmortems"
        if not dfds.is_dir():
            return report.skip("a site of real post-mortems", f"{CORPORA} is not there")
        site = folder / "dfds"
        build(debrief, dfds, site)
        check_pages(browser, report, "dfds", site)
        queries = [("kiam certificate expired", "KIAM"), ("inotify no space left on device", "Inotify")]
        check_first(browser, report, "dfds", site, queries)
    finally:
        browser.quit()


def check_readers(report, debrief, folder):
    browser = PageBrowser()
    try:
        example = folder / "read"
        build(debrief, ROOT / "postmortems", example)
        check_reading(browser, report, "example", example)
    finally:
        browser.quit()


def check_words(report, debrief, folder):
    browser = PageBrowser()
    try:
        check_languages(browser, report, debrief, folder)
    finally:
        browser.quit()


def check_charts(report, debrief, folder):
    browser = PageBrowser()
    try:
        check_trends(browser, report, debrief, folder)
    finally:
        browser.quit()


def check_hostile(report, debrief, folder):
    browser = PageBrowser()
    try:
        check_scripts(browser, report, debrief, folder)
    finally:
        browser.quit()


def check_searches(report, debrief, folder):
    source, site = folder / "fixture", folder / "fixture-site"
    unpack((pathlib.Path(__file__).with_name("search.corpus.txt")).read_text(encoding="utf-8"), source)
    build(debrief, source / "postmortems", site)
    check_pastes(report, debrief, source / "postmortems", PASTES)
    for engine_type in ENGINES:
        if reason := engine_type.missing():
            report.skip(f"the search in {engine_type.name}", reason)
            continue
        engine = engine_type()
        try:
            check_search(engine, report, site)
            if engine_type is Chromium:
                check_agreement(engine, report, debrief, folder)
        finally:
            engine.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parts = {"pages": check_example, "reading": check_readers, "languages": check_words, "trends": check_charts,
             "scripts": check_hostile, "search": check_searches}
    parser.add_argument("--only", choices=list(parts), help="one part of the checks")
    arguments = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        for part, check in parts.items():
            if arguments.only in (None, part):
                check(report, arguments.debrief, pathlib.Path(name))
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


main()
