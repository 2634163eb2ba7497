"""The site in other languages: German, whose words are long, and a language that runs from right to left."""

import re

import yaml

from corpus import ROOT, build

SIZES = [(1280, 900), (390, 844), (320, 640)]
# Letters of a script from right to left in place of ours: no language, but laid out as one.
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابپتثجچحخدذرزژسشصضطظعغفقکگ"))


def mirrored():
    """A language file from right to left with every word; places and tags stay."""
    english = yaml.safe_load((ROOT / "templates/language/en.yml").read_text(encoding="utf-8"))

    def written(text):
        parts = re.split(r"(\{[^}]*\}|<[^>]*>)", text)
        return "".join(part if part[:1] in "{<" else "".join(LETTERS.get(c.lower(), c) for c in part) for part in parts)

    def word(value):
        return {form: written(text) for form, text in value.items()} if isinstance(value, dict) else written(value)

    english |= {"language": "fa", "dir": "rtl", "words": {key: word(text) for key, text in english["words"].items()}}
    return yaml.safe_dump(english, allow_unicode=True, sort_keys=False, width=10_000)


def pages(site):
    """The pages that are opened most, each of the largest of its kind."""
    folders = ["incidents", "causes", "services", "teams"]
    largest = [max((site / name).glob("*/index.html"), key=lambda page: page.stat().st_size) for name in folders]
    named = ["index.html", "search.html", "actions/index.html", "incidents/index.html", "causes/index.html",
             "trends/what-made-it-possible.html"]
    return [site / name for name in named] + largest


def check_languages(browser, report, debrief, folder):
    settings = (ROOT / "debrief.yml").read_text(encoding="utf-8")
    (folder / "mirrored.yml").write_text(mirrored(), encoding="utf-8")
    for name, language in [("German", "de"), ("from right to left", "mirrored.yml")]:
        config = folder / "debrief.yml"
        config.write_text(f"language: {language}\n{settings}", encoding="utf-8")
        site = folder / f"site-{language}"
        build(debrief, ROOT / "postmortems", site, "--config", str(config), "--templates", str(ROOT / "templates"))
        for page in pages(site):
            for width, height in SIZES:
                browser.size(width, height)
                problems = browser.open(page) + browser.overflow() + browser.violations()
                if language == "mirrored.yml":
                    problems += sidedness(browser)
                report.add(f"{name}: {page.relative_to(site)} at {width}", problems)


def sidedness(browser):
    """The name of the site begins at the right edge, and nothing hangs out at the left."""
    left, right, width = browser.driver.execute_script(
        "const box = document.querySelector('.brand').getBoundingClientRect();"
        "const boxes = [...document.querySelectorAll('main h1, main h2, main p, main table')];"
        "const shown = boxes.filter(node => !node.closest('.table-scroll, .hidden'));"
        "return [Math.min(0, ...shown.map(node => node.getBoundingClientRect().left)), box.right, innerWidth]"
    )
    problems = [] if width - right < width / 4 else [f"the name of the site ends {width - right} px from the right edge"]
    return problems + ([f"something hangs out by {-left} px at the left"] if left < -0.5 else [])
