"""Documents on which the parser, or the parts behind it, would hang or write a thousandfold: each costs its own page."""

import json
import os
import subprocess
import time

from base import check, knowledge_base, write


# Bytes of a document beyond which only its beginning is read.
SOURCE_LIMIT = 512 * 1024


def inputs(times):
    """Name → text, at the size at which they were found to hurt, `times` over."""
    n = times
    return {
        "delimiter-rows": "a | b\n-|\n" * (16000 * n),
        "long-delimiter-rows": "a | b\n---|\n" * (8000 * n),
        "quotes-and-stars": ">" * (100000 * n) + "a*" * (100000 * n),
        "lists-and-lines": "- " * (30000 * n) + "x" + "\n" * (30000 * n),
        "lists-in-quotes": "> " + "- " * (30000 * n) + "x\n" + ">\n" * (30000 * n),
        "character-data": "a <![CDATA[" * (80000 * n),
        "instructions": "a <?" * (80000 * n),
        "declarations": "a <!A " * (80000 * n),
        "pictures-of-nothing": "![[]()" * (40000 * n),
        "wide-table": "|a" * (1600 * n) + "|\n" + "|-" * (1600 * n) + "|\n" + "|a|\n" * (1600 * n),
        "address-and-brackets": "http://a" + ")" * (80000 * n),
        "addresses-line-by-line": ("http://a" + ")" * 60000 + "\n\n") * (2 * n),
        "columns": "|a" * (16000 * n) + "|\n" + "|-" * (16000 * n) + "|\n",
        "one-long-reference": "[a]: " + "u" * (4000 * n) + "\n\n" + "[a] " * (4000 * n),
        "nested-emphasis": "*a **a " * (65000 * n),
        "brackets": "[" * (50000 * n),
        "deep-quotes": "> " * (50000 * n),
        "backticks": "".join("e" + "`" * k for k in range(1, 500 * n)),
        "underscores": "_" * (200000 * n),
        "comments": "a" + "<!--" * (300000 * n),
        "one-line": "word " * (400000 * n),
        "nothing": "\0" * (100000 * n),
        "footnotes": "".join(f"[^{k}]: a\n\n[^{k}]\n\n" for k in range(3000 * n)),
        "same-references": "".join(f"[{k}]: a\n" for k in range(20000 * n)),
        "headings": "# a\n" * (50000 * n),
        "times": "## Timeline\n\n" + "- 10:00 UTC a\n" * (20000 * n),
        "items": "## Action items\n\n" + "- [ ] a (owner: b, due: 2026-01-01)\n" * (10000 * n),
        "tracebacks": "```\n" + "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nE: x\n" * (3000 * n),
        "words": "a." * (150000 * n),
        "front-matter": "---\n" + "a: [" * (5000 * n) + "\n---\n",
        "aliases": "---\na: &a [x, x]\n" + "".join(f"b{k}: &b{k} [*a, *a]\n" for k in range(30 * n)) + "---\ntext\n",
        "keys": "---\n" + "".join(f"k{k}: 1\n" for k in range(8000 * n)) + "---\ntext\n",
        "marks": "<!-- internal -->" * (20000 * n),
        "colons": ":::internal\n" * (20000 * n),
        "secrets": "token=" * (60000 * n),
        "strikes": "~" * (100000 * n) + "a~" * (50000 * n),
        "hard-words": ("x" * 200 + "-") * (1500 * n),
        "broken-links": "".join(f"[a](b-{k}.md) [c](#d-{k}) PM-{k}\n\n" for k in range(3000 * n)),
        "broken-references": "---\nrelated: [" + ", ".join(f"PM-{k}" for k in range(5000 * n)) + "]\n---\ntext\n",
        "services": "---\nservices: [" + ", ".join(f"s{k}" for k in range(5000 * n)) + "]\n---\ntext\n",
        "causes": "---\nroot_causes: [" + ", ".join(f"c{k}" for k in range(5000 * n)) + "]\n---\ntext\n",
        "tags": "---\n" + "".join(f"{key}: [{', '.join(f'{key}{k}' for k in range(1200 * n))}]\n"
                                  for key in ("tags", "teams", "aliases", "related", "recurrence_of")) + "---\ntext\n",
        "unreadable-keys": "---\n" + "".join(f"k{k}:1\n" for k in range(8000 * n)) + "\t: [\n---\ntext\n",
        "values-on-a-line": "---\ntags: [" + "a," * (9000 * n) + "]\n---\ntext\n",
        "timelines": "## Timeline\n\n" * (5000 * n),
        "long-words": "---\nroot_causes: [" + "a" * (20000 * n) + ", " + "a" * (20000 * n) + "b]\n---\ntext\n",
        "timeline-rows": "## Timeline\n\n| time | what |\n|---|---|\n" + "| 10:00 UTC | a |\n" * (5000 * n),
        "action-rows": "## Action items\n\n| action | owner | due |\n|---|---|---|\n" + "| a | b | 2026-01-01 |\n" * (2000 * n),
        "suppressions": "<!-- debrief-ignore blame: x -->\n\nforgot\n\n" * (3000 * n),
        "different-headings": "".join(f"## Section {k}\n\ntext\n\n" for k in range(5000 * n)),
        "code-blocks": "```sh\nx: error ERR_1\n```\n\n" * (8000 * n),
        "notices": "> [!NOTE]\n> text\n\n" * (8000 * n),
        "blame": "The operator forgot it and should have known better. " * (3000 * n),
    }


def measured(program, folder, output):
    """Seconds, megabytes at most, exit status, messages of one build.

    Seconds are the processor's, of the program and its workers, or the clock's where those are fewer: two cores share
    the work, and a machine that does other things as well must not fail it.
    """
    command = [program.path, "build", "--input", str(folder / "postmortems"), "--output", str(folder / output), "--as-of", "2026-06-01"]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    messages = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = min(time.monotonic() - start, usage.ru_utime + usage.ru_stime)
    return seconds, usage.ru_maxrss / 1024, process.returncode, messages


def tries(program, folder, times, seconds, verbose):
    knowledge_base(folder, 20)
    measured(program, folder, "site")
    base = min((measured(program, folder, "site") for _ in range(3)), key=lambda result: result[0])
    worst, failures = (0.0, ""), []
    for name, text in inputs(times).items():
        page = folder / f"postmortems/{name}.md"
        write(page, text if text.startswith("---") else "# Title\n\n" + text)
        took, memory, code, messages = measured(program, folder, "site")
        extra, more = took - base[0], memory - base[1]
        worst = max(worst, (extra, name))
        if verbose:
            print(f"  x{times} {name}: {extra:+.2f} s, {more:+.0f} MB, exit {code}", flush=True)
        made = (folder / "site/incidents/pm-0003/index.html").exists() and (folder / f"site/incidents/{name}/index.html").exists()
        if code not in (0, 1) or not made:
            failures.append(f"{name}: exit {code}, pages {made}: {messages[-200:]}")
        elif extra > seconds or more > 200:
            failures.append(f"{name}: {extra:.2f} s and {more:.0f} MB more")
        elif len(text) > SOURCE_LIMIT and f"{name}.md" not in messages:
            failures.append(f"{name}: nothing says that it was cut")
        page.unlink()
    check(not failures, f"x{times}: " + "; ".join(failures))
    return f"x{times}: {len(inputs(1))} inputs, the slowest {worst[1]} with {worst[0]:.2f} s"


def each_limit_is_said(program, folder):
    """What is cut is reported with the file and the line at which it is."""
    knowledge_base(folder, 3)
    for name in ["delimiter-rows", "quotes-and-stars", "lists-in-quotes", "instructions", "columns", "wide-table",
                 "one-line", "addresses-line-by-line", "one-long-reference"]:
        write(folder / f"postmortems/{name}.md", "# Title\n\n" + inputs(10)[name])
    code, out, err = program.run("check", "--input", folder / "postmortems", "--format", "json")
    found = {finding["file"]: finding["line"] for finding in json.loads(out) if finding["rule"] == "parser-limit"}
    check(code == 1, code, err)
    missing = {path.name for path in (folder / "postmortems").glob("*.md")} - set(found)
    check(not missing and all(line >= 1 for line in found.values()), "no word of", missing, found)
