"""Knowledge bases for the browser: written from one text, built by the program under test."""

import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"


def unpack(text, folder):
    """Writes the files of a text in which a line `-- path --` begins each."""
    for path, content in re.findall(r"^-- (\S+) --\n(.*?)(?=^-- \S+ --\n|\Z)", text, flags=re.S | re.M):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def build(debrief, source, output, *arguments):
    command = [debrief, "build", "--input", str(source), "--output", str(output), "--fail-level", "never", *arguments]
    subprocess.run(command, check=True, capture_output=True, text=True)


def terminal(debrief, source, *arguments, given=None):
    """What `debrief search --json` prints."""
    command = [debrief, "search", "--input", str(source), "--json", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, input=given)
    return json.loads(done.stdout)
