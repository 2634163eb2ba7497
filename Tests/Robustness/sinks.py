"""What hostile documents may not do to machine formats: no line, row, event or escape of their own."""

import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import icalendar

from base import check, write

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from payloads import documents  # noqa: E402

# All but line feeds, tabs and the colours of a terminal.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# What is for programs may hold what turns the direction of text: it is data there.
CONTROL_OF_DATA = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def hostile_base(program, folder):
    for path, text in documents().items():
        write(folder / path, text.encode())
    code, out, err = program.build(folder, "--fail-level", "never")
    check(code == 0, code, err[-500:])
    return out + err


def messages_hold_no_escapes(program, folder):
    printed = hostile_base(program, folder)
    for format in ["text", "github", "gitlab", "sarif", "junit", "json"]:
        code, out, err = program.run("check", "--input", folder / "postmortems", "--format", format)
        printed += err
        found = (CONTROL if format in ("text", "github") else CONTROL_OF_DATA).search(COLOUR.sub("", out))
        check(code == 1 and not found, format, code, repr(out[max(0, found.start() - 80):found.end() + 40]) if found else "")
        if format == "github":
            strange = [line for line in out.splitlines() if line.startswith("::") and not re.match("::(error|warning|notice) file=", line)]
            files = {match for match in re.findall("^::[a-z]+ file=([^,]*),", out, flags=re.M)}
            check(not strange and len(files) > 100, strange[:3], len(files))
        if format in ("gitlab", "sarif", "json"):
            json.loads(out)
        if format == "junit":
            xml.etree.ElementTree.fromstring(out)
    found = CONTROL.search(COLOUR.sub("", printed))
    check(not found, repr(printed[max(0, found.start() - 80):found.end() + 40]) if found else "")


def lists_of_the_terminal_hold_no_escapes(program, folder):
    for path, text in documents().items():
        write(folder / path, text.encode())
    base = ["--input", folder / "postmortems"]
    for command in [["search", "ran script"], ["actions"], ["recurrences"], ["trends"], ["due"], ["digest"]]:
        code, out, err = program.run(*command, *base)
        found = CONTROL.search(COLOUR.sub("", out + err))
        text = out + err
        check(code in (0, 1, 2) and not found, command[0], code, repr(text[max(0, found.start() - 80):found.end() + 40]) if found else "")


def files_for_programs_are_whole(program, folder):
    hostile_base(program, folder)
    site = folder / "site"
    count = {"xml": 0, "json": 0, "ics": 0, "js": 0}
    for path in sorted(site.rglob("*")):
        if not path.is_file() or path.relative_to(site).parts[0] == "files":
            continue
        text, name = path.read_bytes().decode(), path.relative_to(site)
        if path.suffix == ".xml":
            xml.etree.ElementTree.fromstring(text)
            count["xml"] += 1
        if path.suffix == ".json":
            json.loads(text)
            count["json"] += 1
        if path.suffix == ".ics":
            calendar = icalendar.Calendar.from_ical(text)
            events = [event for event in calendar.walk() if event.name not in ("VCALENDAR", "VTIMEZONE", "STANDARD")]
            check(all(event.name in ("VEVENT", "VTODO") for event in events), name, {event.name for event in events})
            check(len(events) == text.count("\r\nUID:"), name, len(events))
            check(not re.search("(?<!\r)\n|\r(?!\n)", text), name, "line ends")
            count["ics"] += 1
        if path.suffix == ".js" and path.relative_to(site).parts[0] == "search":
            bad = [word for word in ["</", "<!--", "\u2028", "\u2029"] if word in text]
            check(not bad, name, bad)
            count["js"] += 1
        if path.suffix == ".csv":
            formulas_are_text(path)
    check(all(count.values()), "a form was not found", count)
    scripts = [path for path in site.rglob("*.js") if path.relative_to(site).parts[0] in ("search", "assets")]
    for path in scripts:
        done = subprocess.run(["node", "--check", path], capture_output=True, text=True, check=False)
        check(done.returncode == 0, path, done.stderr[:300])


def tables_hold_no_formulas(program, folder):
    for path, text in documents().items():
        write(folder / path, text.encode())
    code, _, err = program.run("export", "--input", folder / "postmortems", "--format", "csv", "--output", folder / "tables")
    check(code == 0, code, err[-300:])
    tables = sorted((folder / "tables").glob("*.csv"))
    rows = sum(formulas_are_text(path) for path in tables)
    check(len(tables) > 8 and rows > 1000, len(tables), rows)


def formulas_are_text(path):
    """How many rows there are; every one has as many cells as the first."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    check(len({len(row) for row in rows}) <= 1, path.name, "rows of other lengths")
    for cell in (cell for row in rows for cell in row):
        number = re.fullmatch(r"[-+]?[0-9.eE+-]+", cell)
        check(number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), path.name, "a formula:", repr(cell[:80]))
    return len(rows)


TESTS = [messages_hold_no_escapes, lists_of_the_terminal_hold_no_escapes, files_for_programs_are_whole, tables_hold_no_formulas]
