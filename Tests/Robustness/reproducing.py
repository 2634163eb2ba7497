"""The same input gives the same bytes, wherever, whenever and in whatever order it is read."""

import os
import pathlib
import random
import shutil
import subprocess

from base import Skipped, check, document, knowledge_base, tree, write
from publishing import with_tmpfs

EXAMPLE = pathlib.Path(__file__).resolve().parents[2]


def inputs(folder):
    """A made base beside the worked example, so that every kind of page has something to show."""
    knowledge_base(folder, 30)
    posts = folder / "postmortems"
    shutil.copytree(EXAMPLE / "postmortems", posts / "example")
    for name in ["causes", "plan"]:
        shutil.copytree(EXAMPLE / "postmortems" / name, posts / name, dirs_exist_ok=True)
        shutil.rmtree(posts / "example" / name)
    settings = (EXAMPLE / "debrief.yml").read_text(encoding="utf-8")
    write(folder / "debrief.yml", "\n".join(line for line in settings.splitlines() if not line.startswith("input")))
    write(posts / "größe ☃.md", document(77, body="İstanbul, ıssız, ÇAĞRI; ۱۲۳; 1,5 hours.\n"))
    write(posts / "2025/notes.txt", "notes")
    write(posts / "2025/disk-8.md", document(8, body="[n](notes.txt)\n"))


def shuffled_copy(source, target, seed):
    """The same files, made in another order and at other times: the disk lists them in another order, too."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)
    for number, path in enumerate(files):
        write(target / path.relative_to(source), path.read_bytes())
        os.utime(target / path.relative_to(source), (10**9 + number, 10**9 + number))


def build(program, folder, output, jobs, environment=None, cwd=None, path=None):
    arguments = ["--input", path or folder / "postmortems", "--jobs", jobs, "--output", output]
    more = {"env": os.environ | (environment or {}), "cwd": cwd or "/"}
    code, _, err = program.run("build", *arguments, **more)
    check(code in (0, 1), code, err)
    code, found, err = program.run("check", "--input", path or folder / "postmortems", "--format", "json", **more)
    return tree(output) | {"the findings": found}


def same(name, left, right):
    check(left == right, name, "differs:", sorted(p for p in left.keys() | right.keys() if left.get(p) != right.get(p))[:5])


def the_same_bytes_everywhere(program, folder):
    first = folder / "first"
    inputs(first)
    expected = build(program, first, folder / "one", 2)
    check(len(expected) > 200, "hardly anything was built")
    same("a second time", expected, build(program, first, folder / "one", 2))
    same("with one job", expected, build(program, first, folder / "alone", 1))
    strange = {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr", "HOME": str(folder)}
    other = folder / "another folder" / "deeper"
    shuffled_copy(first, other, 1)
    before = os.umask(0o077)
    try:
        same("elsewhere", expected, build(program, other, other / "out", 2, strange))
        same("from inside", expected, build(program, other, other / "out2", 3, strange, other, "postmortems"))
    finally:
        os.umask(before)
    # A build over another state ends where a fresh one does.
    (other / "postmortems/2025/disk-3.md").unlink()
    write(other / "postmortems/2025/disk-4.md", document(4, body="More.\n"))
    build(program, other, other / "out", 2)
    shuffled_copy(first, other, 2)
    same("after a detour", expected, build(program, other, other / "out", 2))


def the_same_bytes_on_another_disk(program, folder):
    inputs(folder / "first")
    expected = build(program, folder / "first", folder / "one", 2)

    def work():
        shuffled_copy(folder / "first", folder / "disk/in", 3)
        same("on tmpfs", expected, build(program, folder / "disk/in", folder / "disk/out", 2, {"TZ": "Pacific/Apia"}))

    with_tmpfs(folder / "disk", "256m", work)


def the_same_bytes_in_turkish(program, folder):
    """With the locale itself, in which small and capital letters pair otherwise, and not with its name only."""
    locales = folder / "locales"
    locales.mkdir()
    try:
        subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", locales / "tr_TR.UTF-8"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as reason:
        raise Skipped(f"the locale tr_TR cannot be made (Debian: locales): {reason}") from reason
    inputs(folder / "first")
    expected = build(program, folder / "first", folder / "one", 2, {"LC_ALL": "C"})
    turkish = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LOCPATH": str(locales)}
    told = subprocess.run(["locale", "charmap"], env=os.environ | turkish, capture_output=True, text=True, check=False)
    check(told.stdout.strip() == "UTF-8", "the locale is not in force", told.stdout, told.stderr)
    same("in Turkish", expected, build(program, folder / "first", folder / "two", 2, turkish))


TESTS = [the_same_bytes_everywhere, the_same_bytes_on_another_disk, the_same_bytes_in_turkish]
