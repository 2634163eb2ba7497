"""The terminal and the browser give the same ten results, over real post-mortems."""

from concurrent.futures import ThreadPoolExecutor

from corpus import CORPORA, build, terminal
from search import SearchPage

QUERIES = CORPORA / "queries.tsv"


def check_agreement(engine, report, debrief, folder):
    if not QUERIES.is_file():
        return report.skip("the same results in terminal and browser", f"{QUERIES} is not there")
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines()[1:]]
    site = folder / "corpora-site"
    build(debrief, CORPORA, site)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda row: terminal(debrief, CORPORA, "--limit", "10", row[0]), rows))
    page = SearchPage(engine, site)
    first = third = 0
    for row, answer in zip(rows, answers):
        expected = [(result["title"], result["score"]) for result in answer]
        found = in_browser(page, row[0])
        report.add(f"{engine.name}: as in the terminal, '{row[0]}'",
                   engine.problems() + ([] if found == expected else [f"browser {found}", f"terminal {expected}"]))
        files = [result["file"] for result in answer]
        first += row[1] in files[:1]
        third += row[1] in files[:3]
    report.add(f"known items: {first} of {len(rows)} first, {third} among three",
               [] if first * 100 >= 94 * len(rows) and third == len(rows) else ["at least 94 % and all are promised"])


def in_browser(page, query):
    """Titles as shown, in their order, each with the score behind it."""
    page.open(query)
    page.run("globalThis.scores = null; debriefEngine.ask(arguments[0]).then(answer => {"
             " globalThis.scores = answer.hits.slice(0, 10).map(hit => hit.score); })", query)
    scores = page.wait("scores", "return globalThis.scores && document.querySelector('#search-facets fieldset')"
                       " && globalThis.scores.map(String)")
    return list(zip(page.titles(), map(int, scores)))
