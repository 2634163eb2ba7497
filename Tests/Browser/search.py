"""What the search promises, asked of one browser over a small site opened from file://."""

import pathlib
import time
import urllib.parse

# Pasted by whoever meets the same failure again: other lines, values, times and hosts. With it, what it must find.
PASTES = [
    ("PM-POOL", "Orders stop", """Traceback (most recent call last):
  File "/home/app/current/orders/api.py", line 245, in create
    order = store.insert(payload)
  File "/home/app/current/orders/db.py", line 91, in get_conn
    return pool.acquire(timeout=5)
  File "/opt/python3.13/lib/python3.13/site-packages/dbpool/pool.py", line 344, in acquire
    raise PoolTimeout(f"no connection after {timeout} s")
dbpool.errors.PoolTimeout: no connection after 5 s (host 10.9.1.77, request 00c2ffab18)"""),
    ("PM-POOL", "Orders stop", "dbpool.errors.PoolTimeout: no connection after 12 s (host 10.9.1.3, request ab12cd34ef)"),
    ("PM-LEAK", "Billing leaks", """  File "/srv/app/billing/db.py", line 22, in get_conn
  File "/usr/lib/python3.12/site-packages/dbpool/pool.py", line 295, in release
dbpool.errors.PoolClosed: pool is closed"""),
    ("PM-JAVA", "Search returns nothing", """java.lang.IllegalArgumentException: mapper [weight] cannot be changed from type [int] to [float]
\tat org.example.catalog.index.MappingMerger.merge(MappingMerger.java:151)
\tat org.example.catalog.index.Indexer.reindex(Indexer.java:80)"""),
    ("PM-LOG", "Uploads fail", "2026-09-14T03:59:58.001Z level=error component=uploader msg=\"put object failed\" "
     "bucket=archive-2 err=\"x509: certificate has expired or is not yet valid: current time 2026-09-14T03:59:58Z "
     "is after 2026-09-14T00:00:00Z\" attempt=1"),
    ("PM-GO", "The scheduler panics", """panic: runtime error: index out of range [3] with length 3

goroutine 977 [running]:
example.org/scheduler/queue.(*Queue).Peek(0xc000bead00)
\t/build/scheduler/queue/queue.go:61 +0x2c"""),
]
LANGUAGES = [
    ("uberlastung datenbank", "Überlastung"), ("Groesse größe anfragen", "Überlastung"), ("zertifikat", "Überlastung"),
    ("erreur délai", "L'expiration"), ("requete equipe", "L'expiration"), ("contrasena", "La contraseña"),
    ("conexion sesion", "La contraseña"), ("证书", "服务器证书"), ("支付失败", "服务器证书"),
    ("ロック", "服务器证书"), ("응답", "服务器证书"),
]


class SearchPage:
    """The search page of a site in one browser."""

    def __init__(self, engine, site):
        self.engine = engine
        self.uri = (site / "search.html").resolve().as_uri()

    def open(self, query="", **choices):
        parameters = ([("q", query)] if query else []) + sorted(choices.items())
        self.engine.go(self.uri + ("?" + urllib.parse.urlencode(parameters) if parameters else ""))

    def run(self, body, *arguments):
        return self.engine.run(body, *arguments)

    def wait(self, what, body, *arguments):
        """Waits until a script gives something true and returns that; else says what was waited for."""
        value = None
        for _ in range(250):
            value = self.run(body, *arguments)
            if value:
                return value
            time.sleep(0.04)
        raise AssertionError(f"waited for {what}; the page shows {self.shown()}")

    def titles(self):
        return self.run("return [...document.querySelectorAll('#search-results h2')].map(e => e.textContent)")

    def shown(self):
        return self.run("return document.getElementById('search-status').textContent"), self.titles()[:3]

    def found(self, beginning):
        """Waits until the first result's title begins so, and all is drawn, and returns all titles."""
        self.wait(f"'{beginning}' as the first result",
                  "const first = document.querySelector('#search-results h2');"
                  "return Boolean(first && first.textContent.startsWith(arguments[0])"
                  " && document.querySelector('#search-facets fieldset'))", beginning)
        return self.titles()

    def set(self, text):
        self.run("const input = document.getElementById('search-input'); input.focus(); input.value = arguments[0];"
                 "input.dispatchEvent(new Event('input', {bubbles: true}))", text)

    def paste(self, text):
        """What the browser does where someone pastes: an event first, the text where nobody took it."""
        self.run("const input = document.getElementById('search-input'), text = arguments[0]; input.focus();"
                 "const event = new Event('paste', {bubbles: true, cancelable: true});"
                 "Object.defineProperty(event, 'clipboardData', {value: {getData: () => text}});"
                 "if (input.dispatchEvent(event)) { input.value += text.replace(/\\n/g, ' ');"
                 "input.dispatchEvent(new Event('input', {bubbles: true})); }", text)

    def address(self):
        return dict(urllib.parse.parse_qsl(self.run("return location.search.slice(1)")))

    def text(self, selector):
        return self.run("const e = document.querySelector(arguments[0]); return e ? e.textContent : ''", selector)


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def typing(page):
    page.open()
    page.wait("the field in focus", "return document.activeElement.id === 'search-input'")
    page.engine.type("connection pool")
    titles = page.found("Orders stop")
    expect(len(titles) == 2, f"two results, not {titles}")
    expect(page.text("#search-status") == "2 results", f"status: {page.text('#search-status')}")
    expect(page.run("return document.getElementById('search-status').getAttribute('role')") == "status", "a status")
    expect(page.address() == {"q": "connection pool"}, f"address: {page.address()}")
    expect(page.run("return document.getElementById('search-browse').hidden"), "no lists beside results")
    first = "#search-results > li:first-child "
    for part, text in [("time", "2023-02-01"), (".search-severity", "SEV1"), (".search-service", "orders, orders-db"),
                       (".search-cause", "pool-exhaustion"), (".search-why", "Found in title (connection, pool)"),
                       (".search-mitigation", "Mitigation: The pool was enlarged from 20 to 80 connections.")]:
        expect(text in page.text(first + part), f"{part}: '{page.text(first + part)}' instead of '{text}'")
    marked = page.run("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.toLowerCase())",
                      first + "mark")
    expect({"connection", "pool"} <= set(marked), f"marked words: {marked}")
    expect(page.run("return document.querySelectorAll(arguments[0]).length", first + ".search-excerpt") == 2,
           "two excerpts")


def facets(page):
    page.open("connection pool")
    page.found("Orders stop")
    counts = page.run("return [...document.querySelectorAll('#search-facets label')].map(e => e.textContent.trim())")
    for count in ["SEV1 (1)", "SEV2 (1)", "orders (1)", "payments (1)", "pool-exhaustion (1)", "2023 (2)",
                  "incident (2)", "customer (1)"]:
        expect(count in counts, f"'{count}' is not among {counts}")
    page.run("document.querySelector('#search-facets input[value=SEV2]').click()")
    expect(page.found("Billing leaks") == ["Billing leaks connections after an upgrade"], f"{page.shown()}")
    expect(page.address() == {"q": "connection pool", "severity": "SEV2"}, f"address: {page.address()}")
    page.open("connection pool", severity="SEV2", team="payments")
    expect(len(page.found("Billing leaks")) == 1, f"the address holds the state: {page.shown()}")
    page.run("document.querySelector('.search-clear').click()")
    expect(len(page.found("Orders stop")) == 2, f"all filters cleared: {page.shown()}")
    expect(page.address() == {"q": "connection pool"}, f"address: {page.address()}")


def keyboard(page):
    page.open("connection pool")
    page.found("Orders stop")
    focus = "return document.activeElement.id || document.activeElement.textContent"
    page.run("document.activeElement.blur()")
    for key, control in [("/", False), ("k", True)]:
        page.engine.press(key, control=control)
        expect(page.run(focus) == "search-input", f"'{key}' leads to the field, not to {page.run(focus)}")
        expect(page.run("return document.getElementById('search-input').value") == "connection pool", "unchanged")
    for key, target in [("ArrowDown", "Orders stop"), ("ArrowDown", "Billing leaks"), ("ArrowDown", "Billing leaks"),
                        ("ArrowUp", "Orders stop"), ("ArrowUp", "search-input"), ("ArrowDown", "Orders stop")]:
        page.engine.press(key)
        expect(page.run(focus).startswith(target), f"{key} leads to '{target}', not to '{page.run(focus)}'")
    page.engine.press("Escape")
    page.wait("an empty field in focus", "const e = document.activeElement; return e.id === 'search-input' && !e.value")
    page.wait("lists instead of results", "return !document.getElementById('search-browse').hidden")
    expect(page.titles() == [] and page.address() == {}, f"all is as before: {page.shown()}, {page.address()}")
    page.engine.type("panics")
    page.found("The scheduler panics")
    page.engine.press("ArrowDown")
    page.engine.press("Enter")
    page.wait("the post-mortem", "return location.pathname.endsWith('/incidents/pm-go/index.html')"
              " && document.readyState === 'complete'")


def typos(page):
    for query, meant in [("conection poool", "connection pool"), ("shceduler", "scheduler"),
                         ("certificaet expirde", "certificate expired")]:
        page.open(query)
        page.wait(f"'{meant}' suggested",
                  "const e = document.querySelector('#search-suggestion button'); return e && e.textContent"
                  " === arguments[0]", meant)
        expect(page.titles(), f"results for '{query}'")
    page.run("document.querySelector('#search-suggestion button').click()")
    page.wait("the suggestion taken", "return document.getElementById('search-input').value === 'certificate expired'")
    page.found("Uploads fail")


def operators(page):
    for query, count in [('"connection pool runs"', 1), ('"pool connection runs"', 0), ("connection -billing", 2),
                         ("severity:SEV2 connection", 1), ("title:panics", 1), ("team:platform kind:incident", 6)]:
        page.open(query)
        text = "1 result" if count == 1 else f"{count} results"
        page.wait(f"{text} for {query}", "return document.getElementById('search-status').textContent === arguments[0]",
                  text)


def pastes(page):
    for _, title, text in PASTES:
        page.open()
        page.paste(text)
        page.found(title)


def languages(page):
    page.open()
    for query, title in LANGUAGES:
        page.set(query)
        page.found(title)


def nothing(page):
    page.open("zzzqqqq")
    page.wait("advice", "return document.getElementById('search-advice').textContent.startsWith('No post-mortem has')")
    expect(page.text("#search-status") == "0 results", page.text("#search-status"))
    expect(not page.run("return document.getElementById('search-browse').hidden"), "lists to browse")


def check_search(engine, report, site):
    """Every promise in turn; what the browser says on its console fails the promise during which it said so."""
    page = SearchPage(engine, pathlib.Path(site))
    for promise in [typing, facets, keyboard, typos, operators, pastes, languages, nothing]:
        problems = []
        try:
            promise(page)
        except AssertionError as failure:
            problems.append(str(failure))
        problems += engine.problems()
        report.add(f"{engine.name}: search, {promise.__name__}", problems)
