"""Every kind of page as somebody reads it who has no mouse, needs text twice as large, or runs no scripts."""

# What the Tab key must stop at, in the order of the document. A radio button shares its stop with those of its name.
FOCUSABLE = """
const stops = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(node => node.tabIndex >= 0 && !node.disabled && node.type !== 'hidden' && node.checkVisibility())
  .filter(node => !node.closest('details:not([open]) > :not(summary:first-of-type)'));
const look = node => { const s = getComputedStyle(node);
  return [s.outlineStyle === 'none' ? '' : s.outlineStyle + s.outlineWidth, s.boxShadow, s.backgroundColor].join(); };
const name = node => node.tagName.toLowerCase() + (node.id ? '#' + node.id : '') + ' “' +
  (node.textContent || node.getAttribute('aria-label') || node.name || '').trim().replace(/\\s+/g, ' ').slice(0, 40) + '”';
"""

# Remembers every stop and whether it can be seen; the browser makes boxes that scroll stops of their own.
WATCH = FOCUSABLE + """
document.querySelectorAll('details').forEach(node => { node.open = true; });
const expected = stops(), looks = new Map(expected.map(node => [node, look(node)]));
globalThis.reached = [];
globalThis.unseen = [];
document.addEventListener('focusin', event => {
  const node = event.target, box = node.getBoundingClientRect();
  reached.push(node);
  if (!looks.has(node) ? look(node).startsWith(',') : looks.get(node) === look(node)) unseen.push('no mark: ' + name(node));
  if (box.width < 1 || box.height < 1 || box.right <= 0) unseen.push('out of sight: ' + name(node));
});
globalThis.expectedStops = expected;
return expected.length;
"""

VERDICT = FOCUSABLE + """
const wanted = expectedStops, found = new Set(reached), places = new Map(wanted.map((node, place) => [node, place]));
const missed = wanted.filter(node => !found.has(node)).map(node => 'never reached: ' + name(node));
const extra = [...found].filter(node => !places.has(node) && !(node.scrollWidth > node.clientWidth ||
  node.scrollHeight > node.clientHeight)).map(node => 'a stop that is no control: ' + name(node));
const order = reached.filter(node => places.has(node)).map(node => places.get(node));
const back = order.findIndex((place, index) => index > 0 && place < order[index - 1] && order[index - 1] < wanted.length - 1);
const wrong = back < 0 ? [] : ['out of order: ' + name(wanted[order[back]])];
return [...missed, ...extra, ...wrong, ...new Set(unseen)];
"""

# Text that is cut off by its box, and pieces of text that lie on each other. Drawings have a table beside them.
SQUEEZED = """
const aside = node => { const head = node.closest('thead'); return head && getComputedStyle(head).clipPath !== 'none'; };
const shown = node => node.checkVisibility() && !node.closest('.hidden, .skip, svg, .trend-chart') && !aside(node);
const words = text => '“' + text.trim().replace(/\\s+/g, ' ').slice(0, 50) + '”';
const cut = [...document.querySelectorAll('body *')].filter(shown).filter(node => {
  const style = getComputedStyle(node), clips = value => value === 'hidden' || value === 'clip';
  return node.textContent.trim() && (clips(style.overflowX) && node.scrollWidth > node.clientWidth + 1 ||
    clips(style.overflowY) && node.scrollHeight > node.clientHeight + 1);
}).map(node => 'cut off: ' + words(node.textContent));
const boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const clipped = (box, node) => {
  const scroller = node.closest('.table-scroll, pre, .contents, .drawing');
  if (!scroller) return box;
  const edge = scroller.getBoundingClientRect();
  const left = Math.max(box.left, edge.left), right = Math.min(box.right, edge.right);
  const top = Math.max(box.top, edge.top), bottom = Math.min(box.bottom, edge.bottom);
  return {left, right, top, bottom, width: right - left, height: bottom - top};
};
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (!node.data.trim() || !shown(node.parentElement)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const whole of range.getClientRects()) {
    const box = clipped(whole, node.parentElement);
    if (box.width > 1 && box.height > 1) boxes.push({box, node});
  }
}
boxes.sort((one, other) => one.box.top - other.box.top);
const over = [], outside = [];
boxes.forEach((one, index) => {
  if (one.box.right > innerWidth + 1 || one.box.left < -1) outside.push('off the page: ' + words(one.node.data));
  for (let next = index + 1; next < boxes.length && boxes[next].box.top < one.box.bottom; next++) {
    const other = boxes[next];
    if (other.node === one.node) continue;
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
    if (across > 4 && down > .4 * Math.min(one.box.height, other.box.height)) {
      over.push('on each other: ' + words(one.node.data) + ' and ' + words(other.node.data));
    }
  }
});
return [...new Set([...cut, ...outside, ...over])];
"""

LINES = """
return [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dt, main dd, main th, main td, main pre')]
  .filter(node => node.checkVisibility() && !node.closest('.hidden, .copy-host'))
  .map(node => node.textContent.trim().replace(/\\s+/g, ' ')).filter(text => text);
"""


def kinds(site):
    """A page of every kind: of those with many members one that is long, but not so long that it shows nothing new."""
    def longest(pattern, limit=120_000):
        pages = [page for page in site.glob(pattern) if page.stat().st_size <= limit]
        return [max(sorted(pages), key=lambda page: page.stat().st_size)] if pages else []

    pages = sorted(site.glob("*.html")) + sorted(site.glob("*/index.html"))
    for pattern in ["incidents/[!12]*/index.html", "incidents/[12]???/index.html", "actions/*/*.html",
                    "concordance/?*.html", "trends/[!i]*-*[!s].html", "trends/*-rows.html", "trends/[12]???-q?.html",
                    "trends/services/*/index.html", "trends/definitions.html", "trends/what-hurt.html",
                    "trends/are-promises-kept.html", "trends/is-it-sustainable.html", "writing/*.html", "plan/*.html"]:
        pages += longest(pattern)
    for family in ["incidents", "causes", "services", "teams", "exercises", "plan", "writing"]:
        members = [path for path in (site / family).glob("*/index.html") if not path.parent.name[:4].isdigit()]
        pages += [max(sorted(members), key=lambda page: page.stat().st_size)] if members else []
    return sorted(page for page in set(pages) if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"))


def press_tab(browser, count):
    for _ in range(count):
        for kind in ("rawKeyDown", "keyUp"):
            key = {"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
            browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", key)


def keyboard(browser):
    """What the Tab key cannot do on the page that is open."""
    stops = browser.run(WATCH)
    # A few more than there are stops, for boxes that scroll: the last presses leave the page or begin it again.
    press_tab(browser, stops + browser.run("return document.querySelectorAll('pre, ul, .contents').length > 0 ? 6 : 2"))
    return browser.run(VERDICT)


def first_fold(browser):
    """Whether the Enter key opens a part that is folded away."""
    folded = browser.run(
        "const fold = [...document.querySelectorAll('details > summary')].find(node => node.checkVisibility());"
        "if (!fold) return false; fold.parentElement.open = false; fold.focus(); globalThis.fold = fold.parentElement;"
        "return true")
    if not folded:
        return []
    browser.press("Enter")
    return [] if browser.run("return fold.open") else ["the Enter key opens nothing"]


def check_keyboard(browser, report, name, site, pages):
    for width, height in [(1280, 900), (390, 844)]:
        browser.size(width, height)
        for page in pages:
            problems = browser.open(page) + keyboard(browser) + first_fold(browser)
            report.add(f"{name}/{page.relative_to(site)} by keyboard at {width}", problems)


def check_large_text(browser, report, name, site, pages):
    """Text twice as large: by the browser's own setting, which pages are laid out for, and behind the layout's back."""
    for width, height in [(1280, 900), (640, 900)]:
        browser.size(width, height)
        for page in pages:
            for way in ("the setting", "the root"):
                size = 32 if way == "the setting" else 16
                browser.driver.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
                problems = browser.open(page)
                if way == "the root":
                    browser.run("document.documentElement.style.fontSize = '32px'")
                problems += browser.overflow() + browser.run(SQUEEZED)
                report.add(f"{name}/{page.relative_to(site)} with large text by {way} at {width}", problems)
    browser.driver.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})


def check_without_scripts(browser, report, name, site, pages):
    """All that a page says with scripts it says without them; only what the search finds and narrows needs them."""
    browser.size(1280, 900)
    with_scripts = {}
    for page in pages:
        problems = browser.open(page)
        with_scripts[page] = (problems, browser.run(LINES))
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for page, (problems, lines) in with_scripts.items():
            problems = problems + browser.open(page)
            plain = set(browser.run(LINES))
            if len(plain) < 2:
                problems.append(f"the page says no more than {plain}")
            problems += [f"not said without scripts: {line[:80]}" for line in lines if line not in plain]
            report.add(f"{name}/{page.relative_to(site)} without scripts", problems)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def check_reading(browser, report, name, site):
    pages = kinds(site)
    check_keyboard(browser, report, name, site, pages)
    check_large_text(browser, report, name, site, pages)
    check_without_scripts(browser, report, name, site, pages)
