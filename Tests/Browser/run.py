"""Opens built sites in headless Chromium, from file://, as a reader would.

Every kind of page at several widths, light and dark: no accessibility violation, no console message, no request that
leaves the page, nothing wider than the screen. The search finds what it should. Prints a line a check and a last line
with the counts; exits with 1 if one failed.
"""

import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(1280, 900), (390, 844), (320, 640)]


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        origin = importlib.util.find_spec("axe_playwright_python").origin
        self.axe = pathlib.Path(origin).with_name("axe.min.js").read_text()

    def size(self, width, height, dark=False):
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def open(self, path, query=""):
        """Opens a file and returns what went wrong on the way: console messages and requests to elsewhere."""
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(path.resolve().as_uri() + query)
        time.sleep(0.15)
        problems = [f"console: {entry['message']}" for entry in self.driver.get_log("browser")]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(("file://", "data:")):
                    problems.append(f"request: {url}")
        return problems

    def violations(self):
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": self.axe})
        result = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, {preload: false, runOnly: arguments[0]})"
            ".then(done, error => done({error: String(error)}))",
            TAGS,
        )
        if "error" in result:
            return [f"axe: {result['error']}"]
        return [
            f"axe {item['impact']} {item['id']}: {node['target']} {node['html'][:90]}"
            for item in result["violations"]
            for node in item["nodes"][:2]
        ]

    def overflow(self):
        width = self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
        return [f"{width} px wider than the screen"] if width > 0 else []

    def results(self):
        """Titles of the search page's results, once it has some or gives up."""
        for _ in range(60):
            titles = self.driver.execute_script(
                "return [...document.querySelectorAll('#search-results h2')].map(e => e.textContent)"
            )
            if titles:
                return titles
            time.sleep(0.05)
        return []

    def quit(self):
        self.driver.quit()


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, problems):
        if problems:
            self.failed += 1
            print(f"FAILED {name}")
            for problem in problems[:6]:
                print(f"       {problem}")
        else:
            self.passed += 1

    def skip(self, name, reason):
        self.skipped += 1
        print(f"SKIPPED {name}: {reason}")


def build(debrief, source, output):
    command = [debrief, "build", "--input", str(source), "--output", str(output), "--fail-level", "never"]
    subprocess.run(command, check=True, capture_output=True, text=True)


def one_of_each(site):
    """A page of every kind: the top-level ones, and the first and the largest of each family."""
    pages = sorted(site.glob("*.html")) + sorted(site.glob("*/index.html"))
    for family in sorted(path for path in site.iterdir() if path.is_dir()):
        members = sorted(family.glob("*/index.html")) + sorted(family.glob("*.html"))
        if members:
            pages += [members[0], max(members, key=lambda path: path.stat().st_size)]
    return sorted(set(pages))


def check_pages(browser, report, name, site):
    for page in one_of_each(site):
        label = f"{name}/{page.relative_to(site)}"
        for width, height in SIZES:
            for dark in (False, True):
                browser.size(width, height, dark)
                problems = browser.open(page) + browser.overflow()
                problems += browser.violations()
                report.add(f"{label} at {width}{' dark' if dark else ''}", problems)


def check_search(browser, report, name, site, queries):
    browser.size(1280, 900)
    for query, expected in queries:
        problems = browser.open(site / "search.html", "?q=" + urllib.parse.quote_plus(query))
        titles = browser.results()
        if not titles or expected.lower() not in titles[0].lower():
            problems.append(f"expected '{expected}' first, found {titles[:3]}")
        report.add(f"{name}: search '{query}'", problems)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    arguments = parser.parse_args()
    report = Report()
    browser = Browser()
    try:
        with tempfile.TemporaryDirectory() as folder:
            example = pathlib.Path(folder) / "example"
            build(arguments.debrief, ROOT / "postmortems", example)
            check_pages(browser, report, "example", example)
            queries = [("regex backtracking firewall rule", "firewall rule"), ("pypi certificte vault", "PyPI")]
            check_search(browser, report, "example", example, queries)
            dfds = CORPORA / "dfds__postmortems"
            if dfds.is_dir():
                site = pathlib.Path(folder) / "dfds"
                build(arguments.debrief, dfds, site)
                check_pages(browser, report, "dfds", site)
                queries = [("kiam certificate expired", "KIAM"), ("inotify no space left on device", "Inotify")]
                check_search(browser, report, "dfds", site, queries)
            else:
                report.skip("a site of real post-mortems", f"{CORPORA} is not there")
    finally:
        browser.quit()
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


main()
