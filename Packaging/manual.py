"""Manual pages, from what `debrief --experimental-dump-help` says: one of the program, one of each command.

    debrief --experimental-dump-help | python3 Packaging/manual.py FOLDER
"""

import json
import pathlib
import re
import sys


def plain(text):
    """Text as troff reads it: nothing in it is a request."""
    text = (text or "").replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def name_of(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def tag(argument):
    value = "\\fI" + plain(argument.get("valueName", "")) + "\\fR"
    if argument["kind"] == "positional":
        return value + (" ..." if argument.get("isRepeating") else "")
    names = ", ".join("\\fB" + plain(name_of(name)) + "\\fR" for name in argument.get("names", []))
    return names + (" " + value if argument["kind"] == "option" else "")


def synopsis(path, command):
    parts = []
    for argument in shown(command):
        text = tag({**argument, "names": [argument["preferredName"]]} if argument.get("preferredName") else argument)
        parts.append("[" + text + "]" if argument.get("isOptional") else text)
    if children(command):
        parts.append("\\fIcommand\\fR")
    return "\\fB" + plain(path) + "\\fR " + " ".join(parts)


def shown(command):
    return [argument for argument in command.get("arguments", []) if argument.get("shouldDisplay", True)]


def children(command):
    return [child for child in command.get("subcommands", [])
            if child.get("shouldDisplay", True) and child["commandName"] != "help"]


def paragraphs(text):
    """The discussion; an example keeps its lines."""
    for block in re.split(r"\n\s*\n", text or ""):
        if "\n  " in block:
            yield ".PP\n.nf\n" + plain(block) + "\n.fi"
        else:
            yield ".PP\n" + plain(block)


def options(command):
    for argument in shown(command):
        default = f" (default: {argument['defaultValue']})" if argument.get("defaultValue") else ""
        lines = [".TP", tag(argument), plain((argument.get("abstract") or "") + default) or "\\&"]
        for value in argument.get("allValues") or []:
            lines += [".br", plain(value)]
        yield "\n".join(lines)


def page(path, command, version):
    title = path.replace(" ", "-")
    lines = [f'.TH "{title.upper()}" 1 "" "debrief {version}" "User Commands"', ".SH NAME",
             plain(title) + " \\- " + plain(command.get("abstract", "").rstrip(".")), ".SH SYNOPSIS",
             synopsis(path, command), ".SH DESCRIPTION", plain(command.get("abstract", ""))]
    lines += paragraphs(command.get("discussion"))
    if shown(command):
        lines += [".SH OPTIONS", *options(command)]
    if children(command):
        lines.append(".SH COMMANDS")
        for child in children(command):
            lines += [".TP", "\\fB" + plain(child["commandName"]) + "\\fR", plain(child.get("abstract", ""))]
        lines += [".SH EXIT STATUS", ".TP", "0", "Done, and nothing at or above the fail level.", ".TP", "1",
                  "A finding at or above the fail level, or what the command was asked to fail on.", ".TP", "2",
                  "Wrong usage, or settings that cannot be used.", ".TP", "74", "A file cannot be read or written.",
                  ".TP", "130, 143", "Ended by a signal.",
                  ".SH SEE ALSO", ", ".join(f"\\fB{title}\\-{child['commandName']}\\fR(1)" for child in children(command))]
    else:
        lines += [".SH SEE ALSO", "\\fBdebrief\\fR(1)"]
    return "\n".join(lines) + "\n"


def write(folder, path, command, version):
    (folder / (path.replace(" ", "-") + ".1")).write_text(page(path, command, version))
    for child in children(command):
        write(folder, path + " " + child["commandName"], child, version)


def main():
    folder = pathlib.Path(sys.argv[1])
    source = pathlib.Path(__file__).resolve().parents[1] / "Sources" / "debrief" / "Version.swift"
    version = re.search(r'number = "([^"]+)"', source.read_text()).group(1)
    write(folder, "debrief", json.load(sys.stdin)["command"], version)


main()
