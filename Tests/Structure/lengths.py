"""Fails where a Swift file is longer than 400 lines or a function longer than 60."""

import pathlib
import re
import sys

FILE_LIMIT = 400
FUNCTION_LIMIT = 60
FUNCTION = re.compile(r"^(\s*)(?:@\w+(?:\(.*\))?\s+)*(?:[\w()]+\s+)*(?:func\s+\S+|init[?!]?\s*[(<]|init[?!]?\()")


def functions(lines):
    """Yields (first line, length) of every function, found by the indentation of its closing brace."""
    for index, line in enumerate(lines):
        match = FUNCTION.match(line)
        if not match or ("{" in line and line.count("{") == line.count("}")):
            continue
        closing = match.group(1) + "}"
        for end in range(index, len(lines)):
            if lines[end].rstrip() == closing:
                yield index + 1, end - index + 1
                break
            if end > index and lines[end].strip() and not lines[end].startswith(match.group(1)):
                break


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    problems = []
    files = sorted([*root.glob("Sources/**/*.swift"), *root.glob("Tests/**/*.swift")])
    for path in files:
        lines = path.read_text(encoding="utf-8").split("\n")
        name = path.relative_to(root)
        if len(lines) - 1 > FILE_LIMIT:
            problems.append(f"{name}: {len(lines) - 1} lines")
        problems += [f"{name}:{start}: a function of {length} lines" for start, length in functions(lines) if length > FUNCTION_LIMIT]
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} too long")
    sys.exit(1 if problems else 0)


main()
