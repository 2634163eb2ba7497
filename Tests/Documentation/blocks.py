"""The blocks of commands in a page: run in order in a fresh folder, and compared with what the page shows.

    sh       runs, and succeeds; `sh fails` exits with 1
    console  what the block before it prints, messages included; … stands for anything, alone on a line for any lines
    shell    is shown only: it needs a network, another program or minutes; their number is kept small
"""

import os
import pathlib
import re
import subprocess
import tempfile

FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```[ \t]*$", re.S | re.M)
DAY = "1780272000"  # 2026-06-01


def blocks(text):
    """(language, words behind it, body, line) of every fenced block."""
    for match in FENCE.finditer(text):
        words = match[1].split()
        yield (words[0] if words else "", words[1:], match[2], text[: match.start()].count("\n") + 1)


def run(debrief, path, prepare=None):
    """How many blocks of a page ran, how many are shown only, and what is wrong with them."""
    count, only_shown, problems, printed = 0, 0, [], None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "home"
        folder.mkdir()
        if prepare:
            prepare(folder)
        place = folder
        for language, words, body, line in blocks(path.read_text(encoding="utf-8")):
            if language == "shell":
                only_shown += 1
            elif language == "sh":
                count += 1
                status, printed, place = execute(debrief, body, place, folder)
                if status != (1 if "fails" in words else 0):
                    problems.append(f"{path.name}:{line}: exits with {status}\n{printed}")
            elif language == "console":
                if printed is None:
                    problems.append(f"{path.name}:{line}: no block of commands before it")
                elif not matches(body, printed.replace(str(folder), "~")):
                    problems.append(f"{path.name}:{line}: shown is\n{body}--- printed is\n{printed}")
                printed = None
    return count, only_shown, problems


def execute(debrief, body, place, home):
    """The status of a block, what it printed, and the folder in which it ended."""
    where = home.parent / "where"
    failing = "set -eu\n" + body + f"\npwd > {where}\n"
    environment = {
        "PATH": f"{pathlib.Path(debrief).resolve().parent}:{os.environ['PATH']}", "HOME": str(home),
        "SOURCE_DATE_EPOCH": DAY, "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1",
    }
    process = subprocess.run(
        ["bash", "-c", failing], cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=300)
    if process.returncode == 0:
        place = pathlib.Path(where.read_text().strip())
    return process.returncode, process.stdout, place


def matches(shown, printed):
    """Whether what is shown is what was printed, lines without closing blanks."""
    pattern = ""
    for line in shown.rstrip("\n").split("\n"):
        if line.strip() == "…":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ \t]*\n"
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None
