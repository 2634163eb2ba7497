"""Every kind of page at several widths, light and dark, in Chromium."""

import importlib.util
import pathlib
import time
import urllib.parse

from engines import Chromium

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(1280, 900), (390, 844), (320, 640)]


class PageBrowser(Chromium):
    """Chromium with a size, a colour scheme and the accessibility rules of axe."""

    def __init__(self):
        super().__init__()
        # A long page on a busy machine takes axe longer than the half minute that a driver allows.
        self.driver.set_script_timeout(180)
        origin = importlib.util.find_spec("axe_playwright_python").origin
        self.axe = pathlib.Path(origin).with_name("axe.min.js").read_text()

    def size(self, width, height, dark=False):
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def open(self, path, query=""):
        """Opens a file and returns what went wrong on the way: console messages and requests to elsewhere."""
        self.problems()
        self.go(path.resolve().as_uri() + query)
        time.sleep(0.15)
        return self.problems()

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

    def results(self, tries=60):
        """Titles of the search page's results, once it has some or gives up."""
        for _ in range(tries):
            titles = self.driver.execute_script(
                "return [...document.querySelectorAll('#search-results h2')].map(e => e.textContent)"
            )
            if titles:
                return titles
            time.sleep(0.05)
        return []


def one_of_each(site):
    """A page of every kind: the top-level ones, and the first and the largest of each family."""
    pages = sorted(site.glob("*.html")) + sorted(site.glob("*/index.html"))
    for family in sorted(path for path in site.iterdir() if path.is_dir()):
        members = sorted(family.glob("*/index.html")) + sorted(family.glob("*.html"))
        if members:
            pages += [members[0], max(members, key=lambda path: path.stat().st_size)]
    return sorted(set(pages))


def check_page(browser, report, name, site, page):
    label = f"{name}/{page.relative_to(site)}"
    for width, height in SIZES:
        for dark in (False, True):
            browser.size(width, height, dark)
            problems = browser.open(page) + browser.overflow() + browser.violations()
            report.add(f"{label} at {width}{' dark' if dark else ''}", problems)


def check_pages(browser, report, name, site):
    for page in one_of_each(site):
        check_page(browser, report, name, site, page)


def check_first(browser, report, name, site, queries):
    browser.size(1280, 900)
    for query, expected in queries:
        problems = browser.open(site / "search.html", "?q=" + urllib.parse.quote_plus(query))
        titles = browser.results()
        if not titles or expected.lower() not in titles[0].lower():
            problems.append(f"expected '{expected}' first, found {titles[:3]}")
        report.add(f"{name}: search '{query}'", problems)


def check_comforts(browser, report, site, page):
    """What scripts add to a post-mortem: the reader's own clock beside every time, and a button on every block of code
    that copies what stands there."""
    browser.size(1280, 900)
    browser.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Kathmandu"})
    problems = browser.open(site / page)
    find = lambda selector: browser.driver.find_elements("css selector", selector)
    clocks = [element.text for element in find(".event-time .local-time")]
    rows, phases = len(find(".event-time time")), len(find(".points time"))
    if len(clocks) != rows or not clocks or "6:45" not in clocks[0] and "18:45" not in clocks[0]:
        problems.append(f"{rows} rows of the timeline, the reader's clock says {clocks[:3]}")
    if len(find(".points .local-time")) != phases:
        problems.append("a phase lacks the reader's clock")
    blocks = find("main pre")
    if len(find(".copy")) != len(blocks) or not blocks:
        problems.append(f"{len(blocks)} blocks of code, {len(find('.copy'))} buttons")
    report.add("the reader's clock and copying", problems)
    browser.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": "UTC"})


def check_without_scripts(browser, report, site):
    """The search page says what to do, and its lists lead to the concordance, which names post-mortems."""
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        problems = browser.open(site / "search.html")
        find = browser.driver.find_elements
        if not any("needs scripts" in element.text for element in find("css selector", ".empty")):
            problems.append("the search page does not say that it needs scripts")
        find("partial link text", "From A to Z")[0].click()
        if not find("css selector", ".concordance dd a[href$='index.html']"):
            problems.append("the concordance leads to no post-mortem")
        report.add("the search without scripts", problems)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
