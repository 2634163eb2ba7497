"""What a search costs over a large knowledge base: time to ten titles, bytes read, memory, size of the index.

Builds the site, opens its search page from file:// in headless Chromium and asks each query several times, each time in
a fresh page. Prints medians. `make test-deps` installs what it needs; run it with .venv/bin/python on an idle machine:

    .venv/bin/python Benchmarks/search.py --debrief .build/release/debrief --input FOLDER [--site FOLDER]
"""

import argparse
import gzip
import json
import os
import pathlib
import pty
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Browser"))
from engines import Chromium  # noqa: E402

PLAIN = ["certificate expired", "connection pool", "deploy rollback", "memory leak", "dns timeout"]
MISTYPED = ["certficate expired", "conection pool", "deploy rolback", "memroy leak", "dns timeuot"]

# Notes when the result list first holds ten titles.
WATCH = """
globalThis.tenAt = 0;
new MutationObserver(() => {
  if (!tenAt && document.querySelectorAll("#search-results h2").length >= 10) tenAt = performance.now();
}).observe(document, {childList: true, subtree: true});
"""
ASK = """
const input = document.getElementById("search-input");
globalThis.tenAt = 0;
globalThis.askedAt = performance.now();
input.value = arguments[0];
input.dispatchEvent(new Event("input", {bubbles: true}));
"""


def build(debrief, source, site):
    """Seconds of the whole build and of its stage 'indexing', which says its name on a terminal only."""
    master, slave = pty.openpty()
    command = [debrief, "build", "--input", source, "--output", site, "--fail-level", "never"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=slave, stderr=slave)
    os.close(slave)
    stages, text = {}, ""
    while True:
        try:
            part = os.read(master, 65536).decode(errors="replace")
        except OSError:
            break
        if not part:
            break
        text += part
        for stage in ["indexing", "rendering"]:
            if stage + " …" in text:
                stages.setdefault(stage, time.perf_counter() - start)
    process.wait()
    total = time.perf_counter() - start
    if len(stages) < 2:
        sys.exit("the build did not say its stages:\n" + text[-2000:])
    return total, stages["rendering"] - stages["indexing"]


class Samples:
    """One query, asked in a new browser each time: typed into the empty page, and opened as a link leads to it."""

    def __init__(self, uri, query, count):
        self.typed, self.opened, self.heap, self.files = [], [], [], set()
        for _ in range(count):
            browser = Chromium()
            try:
                self.add(browser, uri, query)
            finally:
                browser.quit()

    def add(self, browser, uri, query):
        browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        browser.go(uri)
        self.until(browser, "return Boolean(globalThis.debriefEngine && debriefEngine.engine.manifest)")
        browser.run(ASK, query)
        self.until(browser, "return tenAt")
        self.typed.append(browser.run("return tenAt - askedAt"))
        self.until(browser, "return document.querySelector('#search-facets fieldset') !== null")
        self.files = {name for name in requests(browser) if "/search/" in name}
        browser.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        self.heap.append(browser.driver.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"] / 1e6)
        browser.go("about:blank")
        browser.go(uri + "?q=" + urllib.parse.quote_plus(query))
        self.until(browser, "return tenAt")
        self.opened.append(browser.run("return tenAt"))

    @staticmethod
    def until(browser, code):
        # Asked seldom, so that asking costs the page nothing while it works.
        for _ in range(100):
            time.sleep(0.4)
            if browser.run(code):
                return
        sys.exit(f"waited in vain for: {code}")


def requests(browser):
    for entry in browser.driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]


def size(urls):
    """Kilobytes of files, each compressed as a server would."""
    paths = {urllib.parse.unquote(urllib.parse.urlparse(url).path) for url in urls}
    return sum(len(gzip.compress(pathlib.Path(path).read_bytes(), 6)) for path in paths) / 1000


def measure(uri, queries, count):
    print(f"{'query':24}{'typed ms':>10}{'opened ms':>11}{'KB to titles':>14}{'KB in all':>11}{'heap MB':>9}{'files':>7}")
    for query in queries:
        samples = Samples(uri, query, count)
        titles = {name for name in samples.files if not name.endswith("/facets.js")}
        median = statistics.median
        print(f"{query:24}{median(samples.typed):10.0f}{median(samples.opened):11.0f}{size(titles):14.0f}"
              f"{size(samples.files):11.0f}{median(samples.heap):9.1f}{len(samples.files):7}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--input", required=True, help="a folder of post-mortems, many of them")
    parser.add_argument("--site", help="where to build; default: a folder that is removed afterwards")
    parser.add_argument("--count", type=int, default=7, help="samples a query and builds")
    parser.add_argument("--built", action="store_true", help="take the site as it is and build nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(arguments.site or folder).resolve()
        if not arguments.built:
            runs = [build(arguments.debrief, arguments.input, str(site)) for _ in range(3)]
            total = statistics.median(run[0] for run in runs)
            share = statistics.median(run[1] / (run[0] - run[1]) for run in runs)
            print(f"build {total:.1f} s; the index adds {share:.1%} to the rest")
        files = list((site / "search").iterdir())
        print(f"index {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in {len(files)} files")
        uri = (site / "search.html").as_uri()
        measure(uri, PLAIN, arguments.count)
        print("with a typing error:")
        measure(uri, MISTYPED, arguments.count)


main()
