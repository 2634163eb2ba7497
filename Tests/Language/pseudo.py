#!/usr/bin/env python3
"""Finds words of the interface that no language file can reach.

The worked example is built in a language whose every word stands between ⟦ and ⟧, and each page of the kinds claimed
is read: what stands outside of the brackets must be text of authors, a number, a name or a date.

    pseudo.py --debrief PATH [--all]      exit 1 where a page of a claimed kind has bare words
"""
import argparse
import html.parser
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]

# The kinds of pages, by the beginning of their paths, whose own words all come from language files.
CLAIMED = {
    "home": r"index\.html$",
    "post-mortem": r"incidents/(?!\d{4}/|index\.html)[^/]+/index\.html$",
    "archive": r"incidents/(\d{4}/)?index\.html$",
    "search": r"search\.html$",
    "actions": r"actions/",
    "causes": r"causes/",
    "services": r"services/",
    "teams": r"teams/",
    "lessons": r"lessons/",
    "plan": r"plan/",
    "not found": r"404\.html$",
    # All but what a number means at length, which is reference and stays English.
    "trends": r"trends/(?!definitions\.html)",
    "exercises": r"exercises/",
    "quality": r"quality/",
    "concordance": r"concordance/",
    "feeds": r"feeds/",
    "data": r"data/",
}
SITE_TITLE = yaml.safe_load((ROOT / "debrief.yml").read_text())["title"]
WORD = re.compile(r"[A-Za-z]{2,}")
FORMAT = re.compile(r"[\w.-]+\.(csv|json|txt|ics)|CSV|JSON|Atom|JSON Feed|\(?JSON Schema\)?|impact\.minutes|UTC|min|Mann|p=\S+|Q\d")
ATTRIBUTES = ("aria-label", "placeholder", "title", "alt")


def pseudo():
    """A language file that says every word as it is, in brackets."""
    english = yaml.safe_load((ROOT / "templates/language/en.yml").read_text())

    def bracket(value):
        if isinstance(value, dict):
            return {form: f"⟦{text}⟧" for form, text in value.items()}
        return f"⟦{value}⟧"

    english["language"] = "qps"
    english["words"] = {key: bracket(value) for key, value in english["words"].items()}
    english["vocabulary"] = {key: bracket(value) for key, value in english["vocabulary"].items()}
    for names in ("months", "short_months", "weekdays"):
        english["dates"][names] = [f"⟦{name}⟧" for name in english["dates"][names]]
    english["list"] = {key: f"⟦{text}⟧" for key, text in english["list"].items()}
    return yaml.safe_dump(english, allow_unicode=True, width=10_000, sort_keys=False)


class Texts(html.parser.HTMLParser):
    """The texts of a page, attributes that are read aloud among them, each with its line."""

    VOID = {"meta", "link", "input", "img", "br", "hr", "source", "wbr"}
    # Elements that hold what authors wrote, by tag or class.
    AUTHORS = {"prose", "brand", "sev", "event-words", "rule"}

    def __init__(self):
        super().__init__()
        self.open, self.texts, self.depth = [], [], 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        classes = set((values.get("class") or "").split())
        is_author = tag in ("code", "pre", "script", "style", "kbd", "title") or bool(classes & self.AUTHORS)
        is_author = is_author or bool(self.open and self.open[-1][1])
        for name in ATTRIBUTES:
            if values.get(name) and not is_author:
                self.texts.append((self.getpos()[0], values[name]))
        if tag not in self.VOID:
            self.open.append((tag, is_author))

    def handle_endtag(self, tag):
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                return

    def handle_data(self, data):
        # A message may hold elements, such as a key, and then begins in one text and ends in another.
        kept = "⟦" * self.depth + data
        self.depth = max(0, self.depth + data.count("⟦") - data.count("⟧"))
        if self.open and not self.open[-1][1] and data.strip():
            self.texts.append((self.getpos()[0], kept.strip()))


def outside(text):
    """What is left of a text without its bracketed words; brackets nest."""
    kept, depth = [], 0
    for character in text:
        depth += (character == "⟦") - (character == "⟧")
        if depth <= 0 and character != "⟧":
            kept.append(character)
    return "".join(kept)


def author_text(folder):
    """All that authors wrote, in one string without white space at breaks: documents, records, plan, settings."""
    texts = [path.read_text(errors="replace") for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".yml")]
    texts.append((ROOT / "debrief.yml").read_text())
    joined = re.sub(r"SEV\d+|__|[*`\[\]\\]", "", " ".join(texts))
    return re.sub(r"\s+", " ", joined).lower().replace("-", " ")


def is_authors(text, authors):
    """Whether somebody wrote it: a sentence of a document, a name of the settings, a signature with its gaps."""
    text = re.sub(r"SEV\d+|__|\\", "", text.replace(f"{SITE_TITLE}: ", ""))
    # The frames of a traceback, as its signature joins them.
    if " < " in text:
        return True
    # Names of files and formats, and of what a field of the front matter is called.
    if FORMAT.fullmatch(text.strip(" .:")):
        return True
    # A row of a short list: its day, its title, and the value that counts.
    if row := re.fullmatch(r"\d+ +\d{4}: (.*) \([^()]*\)", text):
        return is_authors(row[1], authors)
    # Several slugs in one cell of a data table.
    if re.fullmatch(r"[a-z0-9-]+( [a-z0-9-]+)+", text) and all(is_authors(slug, authors) for slug in text.split(" ")):
        return True
    parts = re.split(r"[*,;]|(?<=\w)\. ", text)
    if len(parts) > 1:
        return all(is_authors(part, authors) for part in parts if part.strip())
    words = re.sub(r"\s+", " ", text).strip(" .,:;…·()“”„«»-–").lower()
    return not WORD.search(words) or words.replace("-", " ") in authors


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--all", action="store_true", help="also list the pages of kinds that are not claimed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "qps.yml").write_text(pseudo())
        settings = (ROOT / "debrief.yml").read_text()
        (work / "debrief.yml").write_text(f"language: qps.yml\n{settings}")
        command = [options.debrief, "build", "--input", str(ROOT / "postmortems"), "--config", str(work / "debrief.yml"),
                   "--output", str(work / "site"), "--as-of", "2026-06-01", "--templates", str(ROOT / "templates")]
        built = subprocess.run(command, capture_output=True, text=True)
        if built.returncode:
            print(built.stdout, built.stderr)
            return 1
        return report(work / "site", author_text(ROOT / "postmortems"), options.all)


def report(site, authors, is_all):
    bare, pages, judged = {}, 0, {}
    for path in sorted(site.rglob("*.html")):
        name = str(path.relative_to(site))
        kind = next((kind for kind, pattern in CLAIMED.items() if re.match(pattern, name)), None)
        if kind is None and not is_all:
            continue
        pages += 1
        texts = Texts()
        texts.feed(path.read_text())
        for line, text in texts.texts:
            rest = outside(text)
            if rest not in judged:
                judged[rest] = not WORD.search(rest) or is_authors(rest, authors)
            if not judged[rest]:
                bare.setdefault((kind or name.split("/")[0], rest), (name, line))
    for (kind, text), (name, line) in sorted(bare.items(), key=str):
        print(f"{kind}: {name}:{line}: {text!r}")
    print(f"{pages} pages in a language of brackets, {len(bare)} bare texts")
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main())
