"""Reads built sites as a validator, a crawler and a slow line would: every page is valid HTML, every link leads
somewhere, and the pages that people open first are light.

Three sites: the worked example, a small one with everything that a document may hold, and, where it is there, a folder
of real post-mortems. Prints a line for each check that failed or was skipped, the heaviest pages, and a last line with
the counts; exits with 1 if one failed.
"""

import argparse
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))

from corpus import CORPORA, ROOT, build, unpack  # noqa: E402
from links import broken_links
from validator import errors
from weight import problems, weights


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, problems):
        if problems:
            self.failed += 1
            print(f"FAILED {name}: {len(problems)}")
            for problem in problems[:12]:
                print(f"       {problem}")
        else:
            self.passed += 1

    def skip(self, name, reason):
        self.skipped += 1
        print(f"SKIPPED {name}: {reason}")


BROKEN = """<!doctype html><html lang="en"><head><title>Broken</title></head><body>
<div id="one"><p id="one"><a href="gone.html">gone</a> <a href="#nowhere">nowhere</a> <a href="#one">here</a></div>
</body></html>
"""


def check_checkers(report, folder):
    """That the checks can fail: a page with one fault of each kind, and one link that is right."""
    folder.mkdir()
    (folder / "index.html").write_text(BROKEN, encoding="utf-8")
    problems = []
    if not any("Duplicate ID" in error for error in errors(folder)):
        problems.append("the validator does not see two equal ids")
    if (found := broken_links(folder))[0] != 3 or len(found[1]) != 2:
        problems.append(f"of three links two are broken, found {found}")
    report.add("faults are seen", problems)


def check(report, name, site):
    pages = len(list(site.rglob("*.html")))
    found = errors(site)
    print(f"{name}: {pages} pages, {len(found)} validator errors", flush=True)
    report.add(f"{name}: valid HTML", found)
    checked, broken = broken_links(site)
    print(f"{name}: {checked} links and fragments, {len(broken)} broken", flush=True)
    report.add(f"{name}: links", broken)
    heavy = weights(site)
    for weight in heavy[:3]:
        print(f"{name}: {weight}", flush=True)
    report.add(f"{name}: weight", problems(heavy))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    arguments = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_checkers(report, folder / "broken")
        features = folder / "features"
        unpack(pathlib.Path(__file__).with_name("features.corpus.txt").read_text(encoding="utf-8"), features)
        sources = {"example": ROOT / "postmortems", "features": features / "postmortems"}
        sources["dfds"] = CORPORA / "dfds__postmortems"
        for site_name, source in sources.items():
            if not source.is_dir():
                report.skip(site_name, f"{source} is not there")
                continue
            site = folder / f"{site_name}-site"
            base = ["--base-url", "https://example.org/incidents"] if site_name == "features" else []
            build(arguments.debrief, source, site, *base)
            check(report, site_name, site)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
