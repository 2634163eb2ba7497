"""No document brings a script, a request or an element of its own into a page, with the page's policy and without."""

import re
from urllib.parse import quote

from corpus import build
from payloads import PAYLOADS, documents

# What the templates and the renderer make; whatever else is in a page came out of a document.
ELEMENTS = """html head meta title link script body header footer main nav section article aside div p span a h1 h2 h3 h4
h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td caption pre code em strong del sub sup kbd br hr blockquote img
figure figcaption details summary time form label input select option button output fieldset legend mark svg g path rect
circle line polyline polygon text tspan title desc defs use pattern small b i abbr template noscript search dialog colgroup
col data meter progress wbr s u var samp q cite ins""".split()
ATTRIBUTES = """id class href src alt title lang charset name content rel type media sizes colspan rowspan scope start value
role tabindex datetime for action method placeholder autocomplete spellcheck open hidden width height loading decoding
viewbox d x y x1 y1 x2 y2 cx cy r rx ry points transform fill stroke text-anchor dominant-baseline xmlns dx dy
preserveaspectratio focusable stroke-width stroke-dasharray opacity defer async http-equiv dir disabled checked selected
maxlength minlength inputmode enterkeyhint autocapitalize download cite headers download itemprop property xml:space
patternunits stroke-linecap stroke-linejoin font-size font-weight color-scheme patterntransform required multiple size step min
max accesskey""".split()

# What the page itself would run; it is told of in a list that no page can reach before.
LISTEN = """
globalThis.scriptsThatRan = [];
for (const name of ["ran", "alert", "confirm", "prompt"])
  Object.defineProperty(globalThis, name, {value: what => { scriptsThatRan.push(`${name}(${what})`); }, writable: false});
"""

INSPECT = """
const [elements, attributes] = [...arguments].map(list => new Set(list)), found = [...globalThis.scriptsThatRan || ["no list"]];
const relative = /^(?!\\/|\\\\|[a-z][a-z0-9+.-]*:)/i, addresses = /^(https?:|mailto:|tel:)/i;
for (const node of document.querySelectorAll("*")) {
  const tag = node.localName;
  if (!elements.has(tag)) found.push(`element ${tag}: ${node.outerHTML.slice(0, 120)}`);
  for (const {name, value} of node.attributes) {
    const key = name.toLowerCase(), bare = value.replace(/[\\u0000-\\u0020\\u007f]/g, "");
    if (key.startsWith("on") || !attributes.has(key) && !/^(data|aria)-/.test(key))
      found.push(`attribute ${tag} ${name}="${value.slice(0, 80)}"`);
    const isPage = key === "href" && tag === "a";
    if (["href", "src", "action", "data", "poster", "srcset", "cite", "formaction"].includes(key)
        && !(relative.test(bare) || isPage && addresses.test(bare) || tag === "img" && /^data:image\\/(png|svg)/.test(bare)
             || tag === "link" && node.rel === "icon" && bare === "data:,"
             || tag === "link" && /^(canonical|alternate)$/.test(node.rel) && bare.startsWith("https://example.org/debrief/")))
      found.push(`address ${tag} ${name}="${value.slice(0, 80)}"`);
  }
}
return found;
"""


def written(debrief, folder):
    source = folder / "hostile"
    for path, text in documents().items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    site = folder / "hostile-site"
    build(debrief, source / "postmortems", site, "--as-of", "2026-06-01")
    return source, site


def without_policy(site):
    count = 0
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?', "", text)
        count += bare != text
        page.write_text(bare, encoding="utf-8")
    return count


def check_every_page(browser, report, label, site):
    """One check for all pages: there are hundreds, and what goes wrong names its page."""
    pages = sorted(path for path in site.rglob("*.html") if "files" not in path.relative_to(site).parts[:1])
    # A server may show this page at any address, so that its own are absolute: they lead to the published site.
    pages.remove(site / "404.html")
    problems, tried = [], 0
    for number, page in enumerate(pages):
        browser.go(page.resolve().as_uri())
        name = page.relative_to(site)
        tried += "ran(" in browser.run("return document.body.textContent")
        problems += [f"{name}: {what}" for what in browser.run(INSPECT, ELEMENTS, ATTRIBUTES)]
        if number % 20 == 0 or page == pages[-1]:
            problems += [f"{name} or one before: {what[:300]}" for what in browser.problems()]
    report.add(f"{label}: {len(pages)} pages bring nothing of their own", problems)
    report.add(f"{label}: the texts are there", [] if tried > 150 else [f"on {tried} pages only"])


def check_queries(browser, report, label, site):
    problems = []
    for payload in [*PAYLOADS, "x", "ran"]:
        for query in [f"?q={quote(payload)}", f"?q=shop&service={quote(payload)}&severity={quote(payload)}",
                      f"?{quote(payload)}={quote(payload)}#{quote(payload)}"]:
            browser.go((site / "search.html").resolve().as_uri() + query)
            browser.results(tries=6)
            problems += [f"{query[:80]}: {what}" for what in browser.run(INSPECT, ELEMENTS, ATTRIBUTES)]
            problems += [f"{query[:80]}: {what[:300]}" for what in browser.problems()]
    report.add(f"{label}: hostile questions", problems)


def check_scripts(browser, report, debrief, folder):
    _, site = written(debrief, folder)
    browser.size(1280, 900)
    browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": LISTEN})
    check_every_page(browser, report, "hostile documents", site)
    check_queries(browser, report, "hostile documents", site)
    removed = without_policy(site)
    report.add("every page had a policy", [] if removed > 300 else [f"only {removed} had"])
    check_every_page(browser, report, "hostile documents without the policy", site)
    check_queries(browser, report, "hostile documents without the policy", site)
