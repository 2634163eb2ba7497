#!/usr/bin/env python3
"""The words of the interface: those that templates, scripts and pages use against those that language files hold.

    words.py            compare; exit 1 where a word is missing, unused, or holds other places than its English one
    words.py --write    renew templates/language/en.yml from the sources, drop unused words from the others,
                        and list what they lack
"""
import json
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "templates" / "language"
STRING = r'"(?:[^"\\]|\\.)*"'


class Found:
    """Words in the order in which they were found; a counted one with its form for one."""

    def __init__(self):
        self.words = {}

    def add(self, key, one=None):
        if key not in self.words or (one and not self.words[key]):
            self.words[key] = one


# ---- Templates: {{"words"}}

def read_template(text, found):
    for match in re.finditer(r'\{\{"(.*?)"\}\}', text):
        found.add(re.sub(r"\{([^}>]*)>[^}]*\}", r"{\1}", match[1]))


# ---- Scripts: say("words"), count(n, "one", "other")

def read_script(text, found):
    for match in re.finditer(rf"\bsay\(({STRING})", text):
        found.add(json.loads(match[1]))
    for match in re.finditer(rf"\bcount\([^,()]+, ({STRING}), ({STRING})\)", text):
        found.add(json.loads(match[2]), json.loads(match[1]))


# ---- Swift: say("words"), Message("words"), say(n, one: "…", other: "…"), CountWords.text(n, "noun")

def skip_call(text, start):
    """The end of the parenthesis that opens at an offset, past string literals."""
    depth, at = 0, start
    while at < len(text):
        if text[at] == '"':
            at = literal(text, at)[1]
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
        if depth == 0:
            return at
    raise ValueError(f"unbalanced call at {text[start:start + 60]!r}")


def literal(text, start):
    """The key of the string literal at an offset, and where it ends."""
    quote = '"""' if text.startswith('"""', start) else '"'
    at, key, places = start + len(quote), "", 0
    while not text.startswith(quote, at):
        if text.startswith("\\(", at):
            places += 1
            key += "{%d}" % places
            at = skip_call(text, at + 1)
        elif text[at] == "\\":
            following = text[at + 1]
            key += "" if following == "\n" else {"n": "\n", '"': '"', "\\": "\\"}.get(following, following)
            at += 2
            if following == "u":
                end = text.index("}", at)
                key = key[:-1] + chr(int(text[at + 1:end], 16))
                at = end + 1
        else:
            key += text[at]
            at += 1
    if quote == '"""':
        key = re.sub(r"\n[ ]*", "\n", re.sub(r"^\n *", "", key))
        key = re.sub(r"\n$", "", re.sub(r" {2,}", " ", key))
    return key, at + len(quote)


def arguments(text, start):
    """The arguments of the call whose parenthesis opens at an offset, each as text."""
    end, at, begin, parts, depth = skip_call(text, start) - 1, start + 1, start + 1, [], 0
    while at < end:
        if text[at] == '"':
            at = literal(text, at)[1]
            continue
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[at], 0)
        if text[at] == "," and depth == 0:
            parts.append(text[begin:at].strip())
            begin = at + 1
        at += 1
    return parts + [text[begin:end].strip()]


def words_of(argument):
    """The key of an argument that is a literal, or a choice of literals; empty for anything else."""
    label = re.match(r"\w+:\s*", argument)
    text = argument[label.end():] if label else argument
    return literal(text, 0)[0] if text.startswith('"') else None


def read_swift(text, found, where):
    text = re.sub(r"(?m)^\s*//.*$", "", text)
    for match in re.finditer(r"(?<![\w.])say\(", text):
        parts = arguments(text, match.end() - 1)
        keys = [words_of(part) for part in parts]
        if len(parts) == 1 and keys[0] is not None:
            found.add(keys[0])
        elif len(parts) == 3 and keys[1] is not None and keys[2] is not None:
            found.add(keys[2], keys[1])
        elif any(part.startswith(("\"", "one:")) for part in parts) and "Message(key:" not in "".join(parts):
            raise ValueError(f"{where}: say() needs its words as literals: {parts}")
    for match in re.finditer(r"\bMessage\((?=\")", text):
        found.add(literal(text, match.end())[0])
    for match in re.finditer(r"\b(?:CountWords\.text|noun)\(", text):
        parts = arguments(text, match.end() - 1)
        nouns = [words_of(part) for part in parts if part.startswith('"') or part.startswith("plural: \"")]
        if nouns and nouns[0]:
            found.add("{1} " + (nouns[1] if len(nouns) > 1 else nouns[0] + "s"), "{1} " + nouns[0])


def collect():
    found = Found()
    templates = sorted((ROOT / "templates" / "pages").rglob("*.mustache"))
    for path in sorted(templates, key=lambda p: ("layout" not in p.name, p.name != "home.mustache", p.name)):
        read_template(path.read_text(), found)
    for path in sorted((ROOT / "templates" / "assets").glob("*.js")):
        read_script(path.read_text(), found)
    for module in ["Site", "KnowledgeBase", "PostMortems"]:
        for path in sorted((ROOT / "Sources" / module).rglob("*.swift")):
            read_swift(path.read_text(), found, path)
    return found.words


def vocabulary():
    """The words that settings know without being told, as a reader says them."""
    text = (ROOT / "Sources/PostMortems/Vocabulary/Vocabulary.swift").read_text()
    words = re.findall(r'"([a-z][a-z -]*)"', text)
    # So are the phases of an incident, the kinds of action items and the markers of a timeline.
    words += ["started", "detected", "acknowledged", "mitigated", "resolved"]
    words += ["prevent", "detect", "mitigate", "process"]
    words += ["trigger", "detection", "diagnosis", "mitigation", "resolution", "key moment"]
    # So are the names of kinds of failure, which reasons for a likeness tell.
    table = (ROOT / "Sources/KnowledgeBase/Similar/Failures/FailureModeTable.swift").read_text()
    words += re.findall(r"(?m)^ *([a-z][a-z -]+):", table)
    words += trend_values()
    return {word: word.replace("-", " ") for word in words}


def trend_values():
    """Values of the trends' data files, which the pages say in their language: why something is not counted, groups of
    rows, the names of columns."""
    sources = sorted((ROOT / "Sources/KnowledgeBase/Trends").rglob("*.swift"))
    text = "\n".join(path.read_text() for path in sources)
    values = re.findall(r'Exclusion\("([^"\\]+)"', text) + re.findall(r'case \w+ = "([a-z]+ [a-z ]+)"', text)
    values += re.findall(r'(?:missing|reasons|untimed|all)\.append\("([^"\\]+)"\)', text)
    values += re.findall(r'isDone \? [\w.]+ : "([^"]+)"', text)
    values += re.findall(r'static let undated = "([^"]+)"', text)
    values += re.findall(r'FieldQuestion\(name: "([a-z_.]+)"', text)
    figures = "\n".join(path.read_text() for path in sorted((ROOT / "Sources/Site/Trends").rglob("*.swift")))
    for columns in re.findall(r'RowSet\(\s*columns: \[([^\]]*)\]', figures):
        values += re.findall(r'"([a-z_]+)"', columns)
    values += re.findall(r'column: "([a-z_]+)"', figures)
    values += ["all", "again", "first in a year", "late", "within 30 minutes", "out of hours", "in working hours"]
    values += ["done", "open", "open, overdue", "open, not overdue", "declined", "superseded", "not stated"]
    values += ["strong", "intermediate", "weak", "absent", "failed", "worked", "present", "missing", "stated"]
    values += ["tested", "untested", "near miss", "published", "draft", "in review", "monitoring", "staff", "customers"]
    values += ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    metrics = (ROOT / "Sources/KnowledgeBase/Trends/Metrics/MetricID.swift").read_text().split("var question")[0]
    names = [quoted or name for name, quoted in re.findall(r'case (\w+)(?: = "([a-z-]+)")?$', metrics, re.M)]
    return [re.sub("[_.]", " ", value) for value in values] + names


# ---- Language files

def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def line(key, value):
    if isinstance(value, dict):
        forms = ", ".join(f"{name}: {quoted(text)}" for name, text in value.items())
        return f"  {quoted(key)}: {{{forms}}}"
    return f"  {quoted(key)}: {quoted(value)}"


def english(words):
    return {key: {"one": one, "other": key} if one else key for key, one in words.items()}


def replace_map(text, name, lines):
    """A language file with the entries of one map put anew; comments above the map stay."""
    head, found, tail = re.split(rf"(?m)^({name}:.*)$", text, maxsplit=1) if re.search(rf"(?m)^{name}:", text) else (text, "", "")
    rest = re.search(r"(?m)^(?=\w)", tail.lstrip("\n"))
    after = tail.lstrip("\n")[rest.start():] if rest else ""
    return f"{head}{name}:\n" + "".join(entry + "\n" for entry in lines) + (("\n" + after) if after else "")


def marks(text):
    return sorted(re.findall(r"\{[^}]*\}|<[^>]*>", text))


def problems(code, file, words, one_forms):
    for key in words:
        if key not in file:
            yield f"{code}: {quoted(key)} is missing"
    for key in file:
        if key not in words:
            yield f"{code}: {quoted(key)} is used nowhere"
            continue
        value = file[key]
        if isinstance(value, dict) != bool(words[key]):
            yield f"{code}: {quoted(key)} must have {'forms' if words[key] else 'one form'}"
            continue
        for text in value.values() if isinstance(value, dict) else [value]:
            counted = isinstance(value, dict) and set(marks(text)) <= set(marks(key))
            if marks(text) != marks(key) and not counted:
                yield f"{code}: {quoted(text)} and {quoted(key)} hold different places"
            if not text.strip():
                yield f"{code}: {quoted(key)} is empty"


def main():
    words = collect()
    is_writing = "--write" in sys.argv
    flaws = []
    for path in sorted(LANGUAGES.glob("*.yml")):
        text = path.read_text()
        file = yaml.safe_load(text) or {}
        own, terms = file.get("words") or {}, file.get("vocabulary") or {}
        if is_writing:
            is_english = path.stem == "en"
            new = english(words) if is_english else {key: own[key] for key in words if key in own}
            text = replace_map(text, "words", [line(key, value) for key, value in new.items()])
            known = vocabulary()
            kept = known if is_english else {key: terms[key] for key in known if key in terms}
            text = replace_map(text, "vocabulary", [f"  {key}: {quoted(value)}" for key, value in kept.items()])
            path.write_text(text)
            own, terms = new, kept
        flaws += problems(path.stem, own, words, None)
        flaws += [f"{path.stem}: the vocabulary lacks {key}" for key in vocabulary() if key not in terms]
    for flaw in flaws:
        print(flaw)
    print(f"{len(words)} words of the interface, {len(flaws)} flaws in {len(list(LANGUAGES.glob('*.yml')))} language files")
    return 1 if flaws else 0


if __name__ == "__main__":
    sys.exit(main())
