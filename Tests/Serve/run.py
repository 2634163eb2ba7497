"""Runs `debrief serve` as a user does: edits files and watches what the browser would see.

Prints a line a failure and a last line with the counts; exits with 1 if one failed. `--only NAME` runs some tests.
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import traceback

import browser
from base import SIGNALS, Events, Server, copy, knowledge_base, post, until

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = "incidents/2025-001/index.html"


def an_edit_is_told_and_shown(debrief, folder):
    with Server(debrief, folder) as server, server.events(PAGE) as events:
        # The findings of the first full check reload a page too.
        while events.next("reload", 2):
            pass
        start = time.monotonic()
        (folder / "postmortems" / "1.md").write_text(post(1, text="A disk was full."))
        assert events.next("reload"), server.log()
        seconds = time.monotonic() - start
        assert "A disk was full." in server.page(PAGE)[1]
        return f"told after {seconds * 1000:.0f} ms"


def an_edit_elsewhere_does_not_reload_a_page(debrief, folder):
    with Server(debrief, folder) as server:
        time.sleep(2)
        with server.events("rules/duplicate-key/index.html") as events:
            (folder / "postmortems" / "1.md").write_text(post(1, text="A disk was full."))
            until(lambda: "A disk was full." in server.page(PAGE)[1])
            assert events.next("reload", 1) is None


def a_version_from_before_is_loaded_again_at_once(debrief, folder):
    with Server(debrief, folder) as server:
        with server.events(PAGE) as events:
            pass
        (folder / "postmortems" / "1.md").write_text(post(1, text="A disk was full."))
        until(lambda: "A disk was full." in server.page(PAGE)[1])
        with Events(server.port, PAGE, "0" * 24) as events:
            assert events.next("reload", 5)


def new_and_removed_documents_and_folders(debrief, folder):
    with Server(debrief, folder) as server:
        deep = folder / "postmortems" / "2025" / "may"
        deep.mkdir(parents=True)
        (deep / "5.md").write_text(post(5))
        until(lambda: server.page("incidents/2025-005/index.html")[0] == 200)
        (deep / "5.md").write_text(post(5, text="Nobody noticed."))
        until(lambda: "Nobody noticed." in server.page("incidents/2025-005/index.html")[1])
        (deep / "5.md").rename(deep / "6.md")
        (deep / "6.md").write_text(post(6))
        until(lambda: server.page("incidents/2025-006/index.html")[0] == 200)
        shutil.rmtree(folder / "postmortems" / "2025")
        until(lambda: server.page("incidents/2025-006/index.html")[0] == 404)


def settings_and_templates(debrief, folder):
    with Server(debrief, folder) as server:
        (folder / "debrief.yml").write_text("title: Our outages\n")
        until(lambda: "Our outages" in server.page("index.html")[1])
        (folder / "templates" / "assets").mkdir(parents=True)
        (folder / "templates" / "assets" / "site.js").write_text("// ours\n")
        until(lambda: "// ours" in server.page("assets/site.js")[1])
        with server.events(PAGE) as events:
            (folder / "templates" / "assets" / "site.js").write_text("// changed\n")
            assert events.next("reload")
        shutil.rmtree(folder / "templates")
        until(lambda: "// changed" not in server.page("assets/site.js")[1])


def what_is_broken_is_said_and_the_site_stays(debrief, folder):
    with Server(debrief, folder) as server, server.events(PAGE) as events:
        events.next("report")
        (folder / "debrief.yml").write_text("titel: Outages\n")
        report = until(lambda: (told := json.loads(events.next("report"))) and told["stale"] and told)
        assert "titel" in report["text"] and "settings" in report["title"], report
        assert server.page(PAGE)[0] == 200
        (folder / "debrief.yml").write_text("title: Outages\n")
        until(lambda: not json.loads(events.next("report"))["stale"])
        pages = folder / "templates" / "pages"
        pages.mkdir(parents=True)
        (pages / "home.mustache").write_text("{{nothing.of.the.kind}}")
        report = until(lambda: (told := json.loads(events.next("report"))) and told["stale"] and told)
        assert "home.mustache" in report["text"], report
        assert "Outage number 1" in server.page("index.html")[1]
        shutil.rmtree(folder / "templates")
        until(lambda: not json.loads(events.next("report"))["stale"])
        (folder / "postmortems" / "1.md").write_text(post(1).replace("severity: SEV2", "severity: terrible"))
        report = until(lambda: (told := json.loads(events.next("report"))) and told["title"] and told)
        assert report["title"].endswith(("error", "errors")) and "terrible" in report["text"] and not report["stale"], report
        os.rename(folder / "postmortems", folder / "elsewhere")
        report = until(lambda: (told := json.loads(events.next("report"))) and told["stale"] and told)
        assert server.page(PAGE)[0] == 200
        os.rename(folder / "elsewhere", folder / "postmortems")
        until(lambda: not json.loads(events.next("report"))["stale"])


def the_addresses_that_are_refused(debrief, folder):
    (folder / "secret.md").write_text("not to be seen")
    with Server(debrief, folder) as server:
        for target in ["/../secret.md", "/%2e%2e/secret.md", "/..%2fsecret.md", "/%2e%2e%2fsecret.md", "/a/../../secret.md",
                       "/..\\secret.md", "/..%5csecret.md", "/%252e%252e/secret.md", "/./index.html", "//etc/passwd",
                       "/.git/config", "/index.html%00.png", "/%ff%fe", "/%zz", "/%2", "secret.md", "/../../../etc/passwd",
                       "/assets/../../secret.md", "/....//secret.md", "/%c0%ae%c0%ae/secret.md"]:
            status, _, body = server.raw(target)
            assert status in (400, 404), (target, status)
            assert b"not to be seen" not in body and b"root:" not in body, target
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:80", "localhost:80x", "", "[::2]"]:
            assert server.raw("/", host=host)[0] == 403, host
        for host in ["localhost", "LOCALHOST:1", "127.0.0.1", f"127.0.0.1:{server.port}", "[::1]:80"]:
            assert server.raw("/", host=host)[0] == 200, host
        for method in ["POST", "PUT", "DELETE", "OPTIONS"]:
            assert server.raw("/", method=method)[0] == 405, method
        status, headers, body = server.raw("/", method="HEAD")
        assert status == 200 and not body and int(headers["content-length"]) > 1000
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"\0\0nonsense\r\n\r\n")
        assert server.raw("/")[0] == 200


def it_listens_on_this_machine_only(debrief, folder):
    with Server(debrief, folder) as server:
        found = pathlib.Path("/proc/net/tcp").read_text()
        hosts = [line.split()[1] for line in found.splitlines()[1:] if f":{server.port:04X} " in line and " 0A " in line]
        assert hosts == [f"0100007F:{server.port:04X}"], hosts
        assert f":{server.port:04X} " not in pathlib.Path("/proc/net/tcp6").read_text()


def every_file_is_as_a_build_writes_it(debrief, folder):
    copy(ROOT / "postmortems", folder / "example")
    for number, name in enumerate(sorted((folder / "example").rglob("20*.md"))):
        if number % 5:
            name.unlink()
    arguments = ["--input", "example"]
    with Server(debrief, folder, *arguments) as server:
        until(lambda: compare_with_build(debrief, folder, server, arguments, "first") is None, 60)
        names = sorted((folder / "example").rglob("20*.md"))
        chance = random.Random(1)
        for step in range(6):
            name = chance.choice(names)
            match step % 3:
                case 0:
                    name.write_text(name.read_text() + f"\nA line more: {step}.\n")
                case 1:
                    name.rename(name.with_name("renamed-" + name.name))
                case 2:
                    name.unlink()
            names = sorted((folder / "example").rglob("*20*.md"))
            until(lambda: compare_with_build(debrief, folder, server, arguments, step) is None, 60)
    assert not (folder / "site").exists()


# Paths that differed from a build before the server was done.
DIFFERED = {"data-quality/index.html", "index.html", "incidents/index.html"}


def compare_with_build(debrief, folder, server, arguments, step):
    """The first path that differs; None for none."""
    site = folder / f"site-{step}"
    if not site.exists():
        subprocess.run([debrief, "build", *arguments, "--output", site, "--as-of", "2026-01-01", "--fail-level", "never",
                        "--base-url", f"http://127.0.0.1:{server.port}"], cwd=folder, check=True, capture_output=True)
    paths = sorted(site.rglob("*"))
    # What differed last time is looked at first.
    paths.sort(key=lambda path: str(path.relative_to(site)) not in DIFFERED)
    for path in paths:
        name = str(path.relative_to(site))
        if path.is_dir() or name.startswith("."):
            continue
        status, _, body = server.raw("/" + name)
        body = re.sub(rb'<script src="/~debrief/reload.js" data-page="[^"]*" data-version="\w+" defer></script>\n', b"", body)
        body = body.replace(b"connect-src 'self'; ", b"")
        if status != 200 or body != path.read_bytes():
            DIFFERED.add(name)
            return name
    return None


def content_types_and_the_page_for_no_page(debrief, folder):
    types = {"index.html": "text/html; charset=utf-8", "assets/style.css": "text/css; charset=utf-8",
             "assets/site.js": "text/javascript; charset=utf-8", "feed.xml": "application/atom+xml",
             "feed.json": "application/feed+json", "llms.txt": "text/plain; charset=utf-8"}
    with Server(debrief, folder) as server:
        for path, expected in types.items():
            status, headers, _ = server.raw("/" + path)
            assert (status, headers["content-type"]) == (200, expected), (path, status, headers)
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cross-origin-resource-policy"] == "same-origin"
        status, text = server.page("incidents/none/index.html")
        assert status == 404 and "There is no page here" in text and "/~debrief/reload.js" in text
        assert f'href="http://127.0.0.1:{server.port}/assets/' in text
        for folder_path in ["/", "/incidents/", "/incidents/2025-001/"]:
            assert server.raw(folder_path)[0] == 200, folder_path


def a_port_that_is_taken(debrief, folder):
    with Server(debrief, folder) as server:
        second = subprocess.run([debrief, "serve", "--port", str(server.port)], cwd=folder, capture_output=True, text=True)
        assert second.returncode == 74 and f"port {server.port} is taken" in second.stderr, second
        assert server.raw("/")[0] == 200


def wrong_usage_ends_it(debrief, folder):
    run = lambda *arguments: subprocess.run([debrief, "serve", "--port", "0", *arguments], cwd=folder,
                                            capture_output=True, text=True, timeout=30)
    assert run("--input", "nowhere").returncode == 2
    (folder / "broken.yml").write_text("titel: x\n")
    broken = run("--config", "broken.yml")
    assert broken.returncode == 2 and "titel" in broken.stderr, broken


def signals_end_it(debrief, folder):
    for number, expected in SIGNALS.items():
        with Server(debrief, folder) as server, server.events(PAGE):
            code, seconds = server.end(number)
            assert code == expected and seconds < 2, (number, code, seconds)


def readers_come_and_go(debrief, folder):
    with Server(debrief, folder) as server:
        for _ in range(100):
            with server.events(PAGE):
                pass
        (folder / "postmortems" / "1.md").write_text(post(1, text="A disk was full."))
        until(lambda: "A disk was full." in server.page(PAGE)[1])


def many_changes_in_a_row_end_with_the_last(debrief, folder):
    with Server(debrief, folder) as server:
        for number in range(60):
            (folder / "postmortems" / f"{1 + number % 4}.md").write_text(post(1 + number % 4, text=f"Text number {number}."))
            time.sleep(0.01)
        for number in range(56, 60):
            path = f"incidents/2025-00{1 + number % 4}/index.html"
            until(lambda: f"Text number {number}." in server.page(path)[1])


TESTS = [
    an_edit_is_told_and_shown, an_edit_elsewhere_does_not_reload_a_page, a_version_from_before_is_loaded_again_at_once,
    new_and_removed_documents_and_folders, settings_and_templates, what_is_broken_is_said_and_the_site_stays,
    the_addresses_that_are_refused, it_listens_on_this_machine_only, every_file_is_as_a_build_writes_it,
    content_types_and_the_page_for_no_page, a_port_that_is_taken, wrong_usage_ends_it, signals_end_it,
    readers_come_and_go, many_changes_in_a_row_end_with_the_last,
    browser.a_browser_follows_the_edits,
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    debrief = str(pathlib.Path(arguments.debrief).resolve())
    passed = failed = 0
    for test in TESTS:
        if arguments.only not in test.__name__:
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name).resolve()
            knowledge_base(folder)
            try:
                note = test(debrief, folder)
                passed += 1
                if note:
                    print(f"{test.__name__}: {note}", flush=True)
            except Exception as error:  # every test is run; each failure is named
                failed += 1
                print(f"FAILED {test.__name__}: {error!r}"[:1500], flush=True)
                if not isinstance(error, AssertionError):
                    traceback.print_exc()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
