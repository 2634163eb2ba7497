"""The manual's page on the command line, from what `debrief --experimental-dump-help` says."""

import json
import subprocess

HEAD = """---
title: Command line
order: 23
---

Made of what the program says of itself. Every command has `--help`; `make install` puts a manual page of each beside it.

| Exit status | Means |
|---|---|
| 0 | done, and nothing at or above the fail level |
| 1 | a finding at or above the fail level, or what the command was asked to fail on |
| 2 | wrong usage, or settings that cannot be used |
| 74 | a file cannot be read or written |
| 130, 143 | ended by a signal |
"""

# Said once below every command.
EVERYWHERE = {"version", "help"}


def page(debrief):
    dump = subprocess.run([debrief, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    command = json.loads(dump)["command"]
    parts = [section(child) for child in command["subcommands"] if shown(child) and child["commandName"] != "help"]
    return HEAD + "".join(parts)


def shown(item):
    return item.get("shouldDisplay", True)


def section(command):
    name = command["commandName"]
    lines = ["", f"## {name}", "", text(command.get("abstract", "")), ""]
    for block in (command.get("discussion") or "").split("\n\n"):
        if block.strip():
            lines += discussion(block) + [""]
    arguments = [item for item in command.get("arguments", []) if shown(item) and not EVERYWHERE & names(item)]
    if arguments:
        lines += ["| Option | Meaning |", "|---|---|"] + [row(item) for item in arguments]
    return "\n".join(lines).rstrip() + "\n"


def discussion(block):
    """A paragraph, or its lines as they stand where some are indented."""
    lines = block.split("\n")
    first = next((number for number, line in enumerate(lines) if line.startswith("  ")), None)
    if first is None:
        return [text(" ".join(lines))]
    head = [text(" ".join(lines[:first])), ""] if first else []
    return head + ["```text", *[line.removeprefix("  ") for line in lines[first:]], "```"]


def names(item):
    return {name["name"] for name in item.get("names") or []}


def row(item):
    value = item.get("valueName", "")
    if item["kind"] == "positional":
        label = value.upper() + ("…" if item.get("isRepeating") else "")
    else:
        label = ", ".join(("--" if name["kind"] == "long" else "-") + name["name"] for name in item["names"])
        label += f" {value.upper()}" if item["kind"] == "option" else ""
    meaning = text(item.get("abstract") or "")
    values = item.get("allValues") or []
    if values and not all(value in meaning for value in values):
        meaning += " One of " + ", ".join(values) + "."
    if item.get("defaultValue"):
        meaning += f" Default: {text(item['defaultValue'])}."
    return f"| `{label}` | {meaning.strip()} |"


def text(words):
    """Words of the help as they may stand in a cell of a table."""
    return " ".join(words.split()).replace("|", "\\|").replace("<", "\\<").replace("*", "\\*")
