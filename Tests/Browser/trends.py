"""The trend pages of a made-up knowledge base in headless Chromium: every chart page as run.py checks a page, and every
review on two sheets of paper with the tables that it shows on screen."""

import base64
import re

from corpus import build
from pages import check_page
from synthetic import write

AS_OF = "2026-01-15"


def chart_pages(site):
    """Every page with a figure, of scopes one of each family: their templates are the same."""
    pages = sorted((site / "trends").glob("*.html"))
    for family in sorted(path for path in (site / "trends").iterdir() if path.is_dir()):
        pages += sorted(family.glob("*/index.html"))[:1]
    return [page for page in pages if '<figure class="trend"' in page.read_text(encoding="utf-8")]


def sheets(browser, page):
    """How many A4 sheets a page takes."""
    browser.open(page)
    pdf = browser.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"]
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", base64.b64decode(pdf)))


def hidden_tables(browser, page):
    """Tables that a reader of the paper would miss."""
    browser.open(page)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    count = browser.driver.execute_script(
        "return [...document.querySelectorAll('main table')].filter(e => e.getBoundingClientRect().height < 10).length"
    )
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    return count


def check_reviews(browser, report, site):
    browser.size(1280, 900)
    for page in sorted(site.glob("trends/20*.html")) + sorted(site.glob("trends/services/checkout/20*.html")):
        problems = []
        if (count := sheets(browser, page)) > 2:
            problems.append(f"{count} sheets of paper")
        if hidden := hidden_tables(browser, page):
            problems.append(f"{hidden} tables are not printed")
        report.add(f"print {page.relative_to(site)}", problems)


def check_trends(browser, report, debrief, folder, count=500):
    source, site = folder / "made-up", folder / "made-up-site"
    write(source, count)
    build(debrief, source, site, "--as-of", AS_OF)
    for page in chart_pages(site):
        check_page(browser, report, "made-up", site, page)
    check_reviews(browser, report, site)
