"""Does what the documentation says, word by word, and reads what `init` writes for continuous integration.

Every block of commands in the README and in the manual runs in a fresh folder and prints what the page shows; links and
fragments lead somewhere; keys and commands are the program's. Prints a line a failure and a last line with the counts;
exits with 1 if one failed. With --update the pages that are made by the program are written.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "Site"))

import blocks  # noqa: E402
import commandline  # noqa: E402
import recipes  # noqa: E402
import repository  # noqa: E402
import settings  # noqa: E402
from links import broken_links  # noqa: E402
from validator import errors  # noqa: E402

PAGES = ROOT / "Documentation" / "plan"
# Blocks that are shown and do not run: more of them means that the manual can drift.
SHOWN_ONLY = 8


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, problems):
        self.failed += bool(problems)
        self.passed += not problems
        if problems:
            print(f"FAILED {name}: {len(problems)}")
            for problem in problems[:8]:
                print("       " + problem.replace("\n", "\n       "))

    def skip(self, name, reason):
        self.skipped += 1
        print(f"SKIPPED {name}: {reason}")


def check_blocks(report, debrief):
    ran = shown = 0
    problems = []
    for path in [ROOT / "README.md", *sorted(PAGES.glob("*.md"))]:
        counts = blocks.run(debrief, path, repository.stand_in if path.name == "README.md" else None)
        ran, shown = ran + counts[0], shown + counts[1]
        problems += counts[2]
    report.add("blocks of commands", problems)
    report.add("blocks that are shown only", [f"{shown}, at most {SHOWN_ONLY}"] if shown > SHOWN_ONLY else [])
    print(f"{ran} blocks of commands ran, {shown} are shown only", flush=True)


def check_the_checks(report):
    """That the checks can fail."""
    problems = []
    for shown, printed, expected in [
        ("a\n", "a\n", True), ("a\n", "b\n", False), ("a\n", "a\nb\n", False), ("a\n…\n", "a\nb\nc\n", True),
        ("1 … in … s\n", "1 page in 0.1 s\n", True), ("a.c\n", "abc\n", False),
    ]:
        if blocks.matches(shown, printed) != expected:
            problems.append(f"{shown!r} and {printed!r}")
    report.add("the checks can fail", problems)


def check_site(report, debrief):
    with tempfile.TemporaryDirectory() as name:
        site = pathlib.Path(name) / "manual"
        process = subprocess.run(
            [debrief, "build", "--input", ROOT / "Documentation", "--output", site, "--fail-level", "note"],
            capture_output=True, text=True, check=False)
        report.add("the manual builds without a finding", [process.stdout + process.stderr] if process.returncode else [])
        if site.is_dir():
            count, broken = broken_links(site)
            print(f"{count} links and fragments of the manual", flush=True)
            report.add("links of the manual", broken)
            report.add("the manual is valid HTML", errors(site))
            text = (site / "index.html").read_text(encoding="utf-8")
            missing = [path.stem for path in PAGES.glob("*.md") if f"plan/{path.stem}/index.html" not in text]
            report.add("the first page names every page", missing)


def check_generated(report, debrief, update):
    path = PAGES / "command-line.md"
    page = commandline.page(debrief)
    if update:
        path.write_text(page, encoding="utf-8")
    same = path.is_file() and path.read_text(encoding="utf-8") == page
    report.add("the command line", [] if same else ["renew it: python3 Tests/Documentation/run.py --update …"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    debrief = str(pathlib.Path(shutil.which(arguments.debrief) or arguments.debrief).resolve())
    report = Report()
    check_generated(report, debrief, arguments.update)
    check_the_checks(report)
    wrong, count = settings.problems(debrief, (PAGES / "settings.md").read_text(encoding="utf-8"))
    print(f"{count} keys of the settings", flush=True)
    report.add("keys of the settings", wrong)
    report.add("links of the README and its neighbours", repository.broken_links())
    check_blocks(report, debrief)
    check_site(report, debrief)
    recipes.check(report, debrief)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
