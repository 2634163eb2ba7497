"""Whether the manual's keys are the program's: each documented one is read, and each one that is read is documented.

The program is asked, not its source: it names the keys that it knows when it meets one that it does not.
"""

import json
import pathlib
import re
import subprocess
import tempfile

UNKNOWN = "zzqqxxjjkk"

# A heading of the page → the settings in which an unknown key makes the program name those of that part.
PARTS = {
    "At the top": "KEY: 1",
    "Editions": "editions: {public: {KEY: 1}}",
    "Services and teams": "services: {checkout: {KEY: 1}}",
    "Vocabularies": "vocabularies: {KEY: [a]}",
    "Sections": "sections: {KEY: [timeline]}",
    "Skeletons": "skeletons: {KEY: {a: b}}",
    "Policy": "policy: {KEY: 1}",
    "What owes a post-mortem": "policy: {due: {KEY: 1}}",
}


def documented(page):
    """The keys in the first cells of the tables, by heading."""
    keys, heading = {}, None
    for line in page.split("\n"):
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line.startswith("| `") and heading:
            keys.setdefault(heading, []).extend(re.findall(r"`([^`]+)`", line.split("|")[1]))
    return keys


def findings(debrief, settings="", front_matter=""):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "postmortems" / "causes").mkdir(parents=True)
        (folder / "debrief.yml").write_text(settings)
        (folder / "postmortems" / "a.md").write_text(f"---\n{front_matter}\n---\n")
        command = [debrief, "check", "--input", str(folder / "postmortems"), "--format", "json", "--fail-level", "never"]
        process = subprocess.run(command, capture_output=True, text=True, check=False)
        return json.loads(process.stdout) if process.stdout.strip() else process.stderr


def known(debrief, template):
    """The keys that the program names beside an unknown one."""
    found = findings(debrief, settings=template.replace("KEY", UNKNOWN) + "\n")
    text = found if isinstance(found, str) else "\n".join(note for finding in found for note in finding["notes"])
    match = re.search(r"known: ([a-z_, \n]+)", text)
    return {word.strip() for word in match[1].split(",")} if match else set()


def problems(debrief, page):
    keys, wrong = documented(page), []
    for heading, template in PARTS.items():
        ours, theirs = set(keys.get(heading, [])), known(debrief, template)
        if not theirs:
            wrong.append(f"{heading}: the program names no keys")
        wrong += [f"{heading}: '{key}' is read and not documented" for key in sorted(theirs - ours)]
        wrong += [f"{heading}: '{key}' is documented and not read" for key in sorted(ours - theirs)]
    wrong += [f"unexpected part '{heading}'" for heading in keys if heading not in PARTS]
    return wrong, sum(map(len, keys.values()))
