"""Knowledge bases made for the tests, and the few things that every test does with the program."""

import hashlib
import json
import os
import pathlib
import subprocess

DAY = "2026-06-01"


class Skipped(Exception):
    """Something that this machine does not let us try."""


class Program:
    """The program under test, with a fixed day."""

    def __init__(self, path):
        self.path = path

    def start(self, *arguments, **more):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | more
        return subprocess.Popen([self.path, *map(str, arguments), "--as-of", DAY], **pipes)

    def run(self, *arguments, **more):
        process = self.start(*arguments, **more)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def build(self, folder, *arguments, output="site", **more):
        folder = pathlib.Path(folder)
        return self.run("build", "--input", folder / "postmortems", "--output", folder / output, *arguments, **more)


def document(number, extra="", body=""):
    month, day = number % 12 + 1, number % 28 + 1
    return f"""---
id: PM-{number:04}
title: Disk {number} full
severity: SEV{number % 4 + 1}
services: [store-{number % 5}]
started: 2025-{month:02}-{day:02}T10:00Z
resolved: 2025-{month:02}-{day:02}T11:00Z
root_causes: [full-disk]
{extra}---
## Summary

The disk of machine {number} was full, and writes failed for an hour.

## Timeline

- 10:00 UTC writes fail
- 11:00 UTC space is freed

## Root cause

Nobody deleted old logs of machine {number}.

{body}
## Action items

- [ ] Delete logs after a week (owner: @storage, due: 2025-12-01, type: prevent)
"""


CAUSE = """---
title: A disk without space
---
## How to recognise it

Writes fail.
"""


def write(path, text):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, encoding="utf-8")


def knowledge_base(folder, count=30, settings="title: Disks\n", numbers=None):
    folder = pathlib.Path(folder)
    write(folder / "debrief.yml", settings)
    write(folder / "postmortems/causes/full-disk.md", CAUSE)
    for number in numbers or range(count):
        write(folder / f"postmortems/2025/disk-{number}.md", document(number))
    return folder


def tree(folder):
    """Relative path → SHA-256 of every file; a symbolic link is told by where it leads."""
    folder = pathlib.Path(folder)
    result = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = pathlib.Path(root) / name
            content = os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
            result[str(path.relative_to(folder))] = hashlib.sha256(content).hexdigest()
    return result


def times(folder):
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def manifest(folder):
    """The paths that the output's own list names."""
    return set(json.loads((pathlib.Path(folder) / ".debrief-manifest.json").read_text(encoding="utf-8"))["files"])


def leftovers(folder):
    """What a build must not leave beside its output; its note for the next build may stay."""
    names = (path.name for path in pathlib.Path(folder).iterdir())
    return sorted(name for name in names if ".debrief-" in name and not name.endswith(".debrief-cache"))


def check(condition, *message):
    if not condition:
        raise AssertionError(" ".join(map(str, message))[:1500])
