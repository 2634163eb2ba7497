"""What a reader of the output folder sees while builds begin, fail and are killed."""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

from base import Skipped, check, document, knowledge_base, leftovers, manifest, times, tree, write


def both_states(program, folder):
    """Builds two states of a knowledge base; gives a function that switches the input and their trees."""
    knowledge_base(folder, 120)
    page = folder / "postmortems/2025/disk-3.md"
    states = [(folder / "debrief.yml").read_text(), "title: Disks that were full\n"]

    def switch(number):
        write(folder / "debrief.yml", states[number])
        write(page, document(3, body="A second look.\n" if number else ""))

    trees = []
    for number in [1, 0]:
        switch(number)
        code, _, err = program.build(folder)
        check(code == 0, "build", err)
        trees.insert(0, tree(folder / "site"))
    check(trees[0] != trees[1], "the two states are the same")
    return switch, trees


def kill_at_any_moment(program, folder, rounds, fixed_seed):
    switch, trees = both_states(program, folder)
    chance = random.Random(fixed_seed)
    start = time.monotonic()
    switch(1)
    check(program.build(folder)[0] == 0, "the build that is timed")
    seconds = time.monotonic() - start
    current, seen, killed = 1, [0, 0], 0
    for _ in range(rounds):
        target = 1 - current
        switch(target)
        process = program.start("build", "--input", folder / "postmortems", "--output", folder / "site")
        time.sleep(chance.uniform(0.2, 1.15) * seconds)
        process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        found = tree(folder / "site")
        check(found in trees, "after a kill the site is neither old nor new:",
              sorted(set(found.items()) ^ set(trees[current].items()))[:4])
        current = trees.index(found)
        seen[current == target] += 1
    switch(0)
    code, _, err = program.build(folder)
    check(code == 0 and tree(folder / "site") == trees[0], "the build after the kills", err)
    check(leftovers(folder) == [], "left behind:", leftovers(folder))
    check(killed > rounds // 4 and seen[0], "hardly any build was killed", killed, seen)
    return f"{rounds} kills: {seen[0]} times the old site, {seen[1]} times the new one"


def signals_tidy_up(program, folder):
    switch, trees = both_states(program, folder)
    switch(1)
    start = time.monotonic()
    check(program.build(folder)[0] == 0, "a build with something to do")
    seconds = time.monotonic() - start
    switch(0)
    check(program.build(folder)[0] == 0, "build")
    chance, early = random.Random(3), 0
    for number, code in [(signal.SIGINT, 130), (signal.SIGTERM, 143)] * 6:
        switch(1)
        process = program.start("build", "--input", folder / "postmortems", "--output", folder / "site")
        time.sleep(0.03 + chance.uniform(0.1, 0.9) * seconds)
        process.send_signal(number)
        process.communicate(timeout=60)
        # A process that is still being loaded cannot answer; it has written nothing either.
        early += process.returncode == -number
        check(process.returncode in (code, 0, -number), "exit status", process.returncode, "after signal", number)
        check(leftovers(folder) == [], "left behind:", leftovers(folder))
        check(tree(folder / "site") in trees, "a half site after a signal")
        switch(0)
        check(program.build(folder)[0] == 0, "the next build")
    check(early <= 6, early, "of 12 signals came before anything could answer them")


def unchanged_files_keep_their_times(program, folder):
    knowledge_base(folder)
    check(program.build(folder)[0] == 0, "build")
    before = times(folder / "site")
    inode = (folder / "site").stat().st_ino
    check(program.build(folder)[0] == 0, "build")
    check(times(folder / "site") == before and (folder / "site").stat().st_ino == inode, "a build of nothing wrote")
    write(folder / "postmortems/2025/disk-3.md", document(3, body="A second look.\n"))
    check(program.build(folder)[0] == 0, "build")
    after = times(folder / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    check("incidents/pm-0003/index.html" in changed, "the page was not written")
    check("incidents/pm-0004/index.html" not in changed and "assets/style.css" not in changed, "written:", changed)
    found = tree(folder / "site")
    listed = manifest(folder / "site")
    check(listed == set(found) - {".debrief-manifest.json"}, "manifest")


def foreign_files_stay(program, folder):
    knowledge_base(folder)
    site = folder / "site"
    write(site / "notes.txt", "mine")
    write(site / ".git/objects/ab/cdef", b"\0\1")
    write(site / "incidents/pm-0001/mine.txt", "mine too")
    (site / "empty/deep").mkdir(parents=True)
    (site / "empty").chmod(0o750)
    (site / "link").symlink_to("/nowhere")
    os.mkfifo(site / "pipe")
    before = (site / "notes.txt").stat()
    code, _, err = program.build(folder)
    check(code == 0, err)
    for number in range(3):
        write(folder / "postmortems/2025/disk-3.md", document(3, body=f"Look {number}.\n"))
        check(program.build(folder)[0] == 0, "build")
    after = (site / "notes.txt").stat()
    check((site / "notes.txt").read_text() == "mine" and after.st_mtime_ns == before.st_mtime_ns, "notes.txt")
    check((site / ".git/objects/ab/cdef").read_bytes() == b"\0\1", ".git")
    check((site / "incidents/pm-0001/mine.txt").read_text() == "mine too", "beside a page")
    check((site / "empty/deep").is_dir() and (site / "empty").stat().st_mode & 0o777 == 0o750, "an empty folder")
    check(os.readlink(site / "link") == "/nowhere" and (site / "pipe").is_fifo(), "a link, a pipe")
    (folder / "postmortems/2025/disk-1.md").unlink()
    check(program.build(folder)[0] == 0, "build")
    check(sorted(p.name for p in (site / "incidents/pm-0001").iterdir()) == ["mine.txt"], "a stale page stays")
    check(not (site / "incidents/pm-0001/index.html").exists(), "a stale page stays")


def foreign_file_in_the_way(program, folder):
    knowledge_base(folder)
    write(folder / "site/index.html", "mine")
    before = tree(folder / "site")
    code, _, err = program.build(folder)
    check(code == 74 and "index.html" in err and "--overwrite-foreign" in err, code, err)
    check(tree(folder / "site") == before and leftovers(folder) == [], "something was written")
    check(program.build(folder, "--overwrite-foreign")[0] == 0, "overwriting")
    check("mine" != (folder / "site/index.html").read_text(), "not overwritten")
    write(folder / "other/incidents", "a file where we need a folder")
    code, _, err = program.build(folder, "--overwrite-foreign", output="other")
    check(code == 74 and "incidents" in err, code, err)


def forbidden_outputs(program, folder):
    knowledge_base(folder / "home/work")
    base = folder / "home/work"
    environment = os.environ | {"HOME": str(folder / "home")}
    (base / "through").symlink_to(base / "postmortems")
    for output in ["/", str(base / "postmortems"), str(base / "postmortems/site"), str(base), str(folder / "home"),
                   str(folder), str(base / "through"), str(base / "none/../postmortems"), str(base / "debrief.yml"),
                   str(base / "postmortems") + "//"]:
        before = tree(folder)
        code, _, err = program.run("build", "--input", base / "postmortems", "--output", output, env=environment)
        check(code == 74 and "refusing" in err, output, code, err)
        check(tree(folder) == before and leftovers(base) == [], output, "changed something")
    code, _, err = program.run("build", "--input", ".", "--output", ".", cwd=base / "postmortems")
    check(code == 74, "the input itself", code, err)


def two_builds_at_once(program, folder):
    knowledge_base(folder, 200)
    first = program.start("build", "--input", folder / "postmortems", "--output", folder / "site")
    deadline = time.monotonic() + 20
    while not (folder / ".site.debrief-lock").exists() and time.monotonic() < deadline:
        time.sleep(0.001)
    code, _, err = program.build(folder)
    _, messages = first.communicate()
    check(first.returncode == 0, messages)
    check(code == 74 and str(first.pid) in err, "the second build says", code, err)
    check(leftovers(folder) == [] and program.build(folder)[0] == 0, "the lock stays")
    racers = [program.start("build", "--input", folder / "postmortems", "--output", folder / "race") for _ in range(4)]
    codes = sorted(process.wait() for process in racers if process.communicate())
    check(codes[0] == 0 and set(codes) <= {0, 74}, codes)
    check(tree(folder / "race") == tree(folder / "site"), "a race made another site")


def unprivileged():
    return {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


def read_only(program, folder):
    knowledge_base(folder)
    check(program.build(folder)[0] == 0, "build")
    before = tree(folder / "site")
    write(folder / "postmortems/2025/disk-3.md", document(3, body="A second look.\n"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    code, _, err = program.build(folder, **unprivileged())
    check(code == 74 and "Permission denied" in err, code, err)
    code, _, err = program.build(folder, output="new/site", **unprivileged())
    check(code == 74 and "Permission denied" in err, code, err)
    check(tree(folder / "site") == before, "something changed")
    for path in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
        path.chmod(0o755)


def only_the_output_is_ours(program, folder):
    """A folder that cannot be exchanged, because the one around it belongs to somebody else."""
    if os.geteuid() != 0:
        raise Skipped("only root can give folders to somebody else")
    knowledge_base(folder)
    site = folder / "site"
    write(site / "notes.txt", "mine")
    for path in [site, site / "notes.txt"]:
        os.chown(path, 65534, 65534)
    code, _, err = program.build(folder, **unprivileged())
    check(code == 0, code, err)
    expected = knowledge_base(folder / "other")
    check(program.build(expected)[0] == 0, "the same elsewhere")
    found = tree(site)
    check(found.pop("notes.txt") and found == tree(expected / "site"), "differs from an exchanged one")
    (folder / "postmortems/2025/disk-1.md").unlink()
    check(program.build(folder, **unprivileged())[0] == 0, "the second build")
    check(not (site / "incidents/pm-0001").exists() and (site / "notes.txt").exists(), "stale pages")
    check(leftovers(site) == [".debrief-manifest.json"], leftovers(site))


def with_tmpfs(folder, size, work):
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode != 0:
        raise Skipped("mounting a small disk is not allowed here")
    try:
        work()
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def full_disk(program, folder):
    knowledge_base(folder, 40)
    disk = folder / "disk"

    def work():
        code, _, err = program.build(folder, output="disk/site")
        check(code == 74 and "No space left" in err, code, err)
        check(not (disk / "site").exists() and leftovers(disk) == [], "left behind:", list(disk.iterdir()))

    with_tmpfs(disk, "600k", work)

    def second():
        check(program.build(folder, output="disk/site")[0] == 0, "a first build that fits")
        before = tree(disk / "site")
        room = shutil.disk_usage(disk).free
        write(disk / "filler", b"x" * max(0, room - 64 * 1024))
        write(folder / "debrief.yml", "title: Another title on every page\n")
        code, _, err = program.build(folder, output="disk/site")
        check(code == 74 and "No space left" in err, code, err)
        check(tree(disk / "site") == before and leftovers(disk) == [], "the old site is no longer whole")

    with_tmpfs(disk, "64m", second)
    code, _, err = program.run("check", "--input", folder / "postmortems", "--format", "json",
                               stdout=open("/dev/full", "w", encoding="utf-8"))
    check(code == 74 and "No space left" in err, "/dev/full", code, err)


def output_is_a_disk_of_its_own(program, folder):
    knowledge_base(folder)

    def work():
        write(folder / "site/notes.txt", "mine")
        check(program.build(folder)[0] == 0, "build")
        write(folder / "postmortems/2025/disk-3.md", document(3, body="A second look.\n"))
        code, _, err = program.build(folder)
        check(code == 0 and (folder / "site/notes.txt").exists(), code, err)
        check(program.build(folder, output="beside")[0] == 0, "the same elsewhere")
        found = tree(folder / "site")
        check(found.pop("notes.txt") and found == tree(folder / "beside"), "differs")

    with_tmpfs(folder / "site", "64m", work)


def unreadable_input(program, folder):
    knowledge_base(folder)
    page = folder / "postmortems/2025/disk-3.md"
    page.chmod(0)
    (folder / "postmortems/closed").mkdir()
    (folder / "postmortems/closed").chmod(0)
    folder.chmod(0o777)
    for command in ["build", "check"]:
        more = ["--output", folder / "site"] if command == "build" else []
        code, _, err = program.run(command, "--input", folder / "postmortems", *more, **unprivileged())
        check(code == 74 and "disk-3.md" in err and "Permission denied" in err and "closed" in err, command, code, err)
    check(not (folder / "site/incidents/pm-0003").exists(), "a page of what cannot be read")
    check((folder / "site/incidents/pm-0004").exists(), "what can be read is published")
    (folder / "postmortems/closed").chmod(0o755)
    page.chmod(0o644)
    (folder / "postmortems").chmod(0)
    code, _, err = program.run("build", "--input", folder / "postmortems", "--output", folder / "site", **unprivileged())
    check(code in (2, 74) and "postmortems" in err, code, err)
    (folder / "postmortems").chmod(0o755)


def vanishing_input(program, folder):
    knowledge_base(folder, 60)
    picture = folder / "postmortems/2025/graph.png"
    for number in range(8):
        write(picture, b"\x89PNG")
        write(folder / "postmortems/2025/disk-3.md", document(3, body="![graph](graph.png)\n"))
        process = program.start("build", "--input", folder / "postmortems", "--output", folder / "site")
        time.sleep(0.004 * number)
        for path in [folder / "postmortems/2025/disk-40.md", picture]:
            path.unlink(missing_ok=True)
        _, err = process.communicate()
        check(process.returncode in (0, 1, 74), process.returncode, err)
        if process.returncode == 74:
            check("No such file" in err, err)
        write(folder / "postmortems/2025/disk-40.md", document(40))


# What a build writes: the site, and the record beside it of what it was made from.
OURS = {"site", ".site.debrief-cache"}


def hostile_names(program, folder):
    knowledge_base(folder, 3)
    posts = folder / "postmortems"
    write(folder / "outside.md", document(99))
    (posts / "link.md").symlink_to(folder / "outside.md")
    (posts / "loop").symlink_to(posts)
    os.mkfifo(posts / "pipe.md")
    for number, name in enumerate(["../../etc", "CON", ".", "..", "%2e%2e", "/etc/passwd", "a/b", "", "\\x00"]):
        text = document(50 + number).replace(f"id: PM-{50 + number:04}", f'id: "{name}"')
        write(posts / f"hostile-{number}.md", text + f"\n[out](../outside.md) ![x](/etc/hostname) [y](../../outside.md)\n")
    before = {path for path in folder.rglob("*") if not OURS & set(path.parts)}
    code, _, err = program.build(folder)
    check(code in (0, 1), code, err)
    check({path for path in folder.rglob("*") if not OURS & set(path.parts)} == before, "written outside")
    copied = [path for path in (folder / "site").rglob("*") if path.name in ("hostname", "outside.md", "passwd")]
    check(not copied and not (folder / "etc").exists(), "copied", copied)


TESTS = [
    unchanged_files_keep_their_times, foreign_files_stay, foreign_file_in_the_way, forbidden_outputs,
    two_builds_at_once, read_only, only_the_output_is_ours, full_disk, output_is_a_disk_of_its_own, unreadable_input,
    vanishing_input, hostile_names, signals_tidy_up,
]
