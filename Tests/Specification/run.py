"""The examples of CommonMark's specification and of GitHub's, through the program and through the library that it parses
with: the pages say what the library's own HTML says, but for the differences that are listed.

A document an example is built into a site, and the article is compared with the library's rendering, event by event.
differences.json lists for each class of differences (differences.py says why it is there) the examples that need it;
`--update` writes it anew. An example with another difference, and one that has lost its own, fails.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from differences import CLASSES
from normal import events, trimmed
from oracle import Oracle

HERE = pathlib.Path(__file__).resolve().parent
LIST = HERE / "differences.json"


def examples(folder):
    """Name → markdown, from the source archives of markdown-it-py and marko, which carry the specifications."""
    tests = next(folder.glob("markdown_it_py-*/tests"))
    found = {
        f"commonmark-{example['example']:03}": example["markdown"]
        for example in json.loads((tests / "test_cmark_spec/commonmark.json").read_text())
    }
    for name in ("tables", "strikethrough"):
        parts = re.split(r"^\.\n", (tests / f"test_port/fixtures/{name}.md").read_text(), flags=re.M)
        found |= {f"{name}-{place // 3 + 1:03}": parts[place] for place in range(1, len(parts) - 1, 3)}
    text = next(folder.glob("marko-*/tests/spec/gfm.txt")).read_text()
    parts = re.findall(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", text, flags=re.M | re.S)
    found |= {f"gfm-{place:03}": part.replace("\u2192", "\t") for place, part in enumerate(parts, 1)}
    return found


def pages(program, found):
    """Name → HTML of the article, as the program writes it."""
    with tempfile.TemporaryDirectory() as folder:
        posts = pathlib.Path(folder, "postmortems")
        posts.mkdir()
        for name, markdown in found.items():
            (posts / f"{name}.md").write_text(f"---\nid: {name}\ntitle: Example {name}\n---\n{markdown}")
        command = [program, "build", "--input", posts, "--output", f"{folder}/site", "--as-of", "2026-06-01"]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if result.returncode not in (0, 1):
            sys.exit(f"the build failed with {result.returncode}: {result.stderr[-2000:]}")
        made = {}
        for path in pathlib.Path(folder, "site").rglob("*.html"):
            text = path.read_text()
            title = re.search(r"<h1[^>]*>Example ([a-z]+-\d+)</h1>", text)
            if title and '<div class="prose">' in text:
                made[title[1]] = article(text)
        return made


def article(text):
    """What stands in the element of the document's own words."""
    body = text.split('<div class="prose">', 1)[1]
    depth = 1
    for tag in re.finditer(r"<(/?)div\b", body):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return body[:tag.start()]
    return body


def equal(library, page, classes):
    """Whether both sides say the same once the differences of these classes are undone."""
    for name in classes:
        library, page = CLASSES[name][1](library, page)
    return trimmed(library) == trimmed(page)


def needed(library, page):
    """The classes without which the sides differ; None where they differ with all of them undone."""
    if equal(library, page, []):
        return []
    if not equal(library, page, CLASSES):
        return None
    return [name for name in CLASSES if not equal(library, page, [other for other in CLASSES if other != name])]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--examples", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    if not all(list(arguments.examples.glob(f"{name}-*/tests")) for name in ("markdown_it_py", "marko")):
        return print("SKIPPED the specification's examples: they could not be fetched")
    oracle, found = Oracle(), examples(arguments.examples)
    made = pages(str(pathlib.Path(arguments.debrief).resolve()), found)
    classes, failures = {name: [] for name in CLASSES}, []
    for name, markdown in found.items():
        if name not in made:
            failures.append(f"{name} has no page")
            continue
        reasons = needed(events(oracle.html(markdown)), events(made[name]))
        if reasons is None:
            failures.append(f"{name} differs from the library: {markdown!r}")
        for reason in reasons or []:
            classes[reason].append(name)
    if arguments.update:
        LIST.write_text(json.dumps(classes, indent=1) + "\n")
    known = json.loads(LIST.read_text())
    for name in CLASSES:
        new, gone = set(classes[name]) - set(known.get(name, [])), set(known.get(name, [])) - set(classes[name])
        failures += [f"{example} has the new difference '{name}'" for example in sorted(new)]
        failures += [f"{example} has lost the difference '{name}'" for example in sorted(gone)]
    for failure in failures:
        print(f"FAILED {failure}")
    same = len(found) - len({example for list_ in classes.values() for example in list_})
    print(f"{len(found)} examples: {same} as the library, the others with {len(CLASSES)} known classes of differences; "
          f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
