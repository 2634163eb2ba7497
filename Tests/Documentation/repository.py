"""What the README's commands need, and whether the repository's own documents lead anywhere."""

import pathlib
import re
import subprocess
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")


def stand_in(folder):
    """A post-mortem of one's own in git."""
    documents = folder / "postmortems"
    documents.mkdir()
    (documents / "disk.md").write_text(
        "---\ntitle: Disk full\nseverity: SEV3\nstarted: 2026-03-02T13:42Z\n---\n## Timeline\n\n- 13:42 UTC Writes fail\n"
        "- 14:09 UTC Old logs are deleted\n\n## Root cause\n\nNothing deleted old logs.\n\n## Action items\n\n"
        "- [x] Delete logs after a week (owner: @storage, done: 2026-03-03)\n")
    subprocess.run(["git", "init", "--quiet", folder], check=True)


def broken_links():
    """Relative links of the documents at the top that lead nowhere, and their fragments."""
    found = []
    documents = [*ROOT.glob("*.md"), ROOT / "Sources" / "README.md", ROOT / "Tests" / "README.md"]
    for document in sorted(documents):
        text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.S | re.M)
        for match in LINK.finditer(text):
            split = urllib.parse.urlsplit(match[1])
            if split.scheme:
                continue
            target = document.parent / urllib.parse.unquote(split.path) if split.path else document
            if not target.exists():
                found.append(f"{document.name}: {match[1]}: no such file")
            elif split.fragment and target.suffix == ".md" and split.fragment not in fragments(target):
                found.append(f"{document.name}: {match[1]}: no such heading")
    return found


def fragments(document):
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
