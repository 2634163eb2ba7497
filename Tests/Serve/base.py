"""A running `debrief serve`, asked over plain sockets: a library would mend what is to be refused."""

import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import time

POST = """---
id: {id}
title: {title}
date: 2025-03-0{day}
severity: SEV2
services: [checkout]
---

# {title}

## Summary

{text}

## Timeline

- 10:00 the alert fired
- 10:20 the cache was emptied

## Root cause

The cache had no limit.

## Action items

- [x] Give the cache a limit
"""


def post(number, title="The cache was full", text="Orders failed for twenty minutes."):
    return POST.format(id=f"2025-00{number}", title=title, text=text, day=number)


def knowledge_base(folder):
    (folder / "postmortems" / "causes").mkdir(parents=True)
    for number in range(1, 5):
        (folder / "postmortems" / f"{number}.md").write_text(post(number, f"Outage number {number}"))
    (folder / "debrief.yml").write_text("title: Outages\n")


class Server:
    """The process, its address, and requests to it."""

    def __init__(self, debrief, folder, *arguments, port=0):
        self.errors = (folder / "serve.log").open("w+")
        self.process = subprocess.Popen(
            [debrief, "serve", "--port", str(port), "--as-of", "2026-01-01", *arguments], cwd=folder,
            stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
        if not found:
            raise AssertionError(f"no address but {line!r}: {self.log()}")
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.errors.close()

    def log(self):
        self.errors.flush()
        return pathlib.Path(self.errors.name).read_text()

    def end(self, number):
        """The exit status after a signal, and the seconds it took."""
        start = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(10), time.monotonic() - start

    def raw(self, target, host="localhost", method="GET", lines=()):
        """Status, headers and body of one request as it is given."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            head = [f"{method} {target} HTTP/1.1"] + ([f"Host: {host}"] if host else []) + ["Connection: close", *lines]
            connection.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
            data = b""
            while part := connection.recv(1 << 16):
                data += part
        head, _, body = data.partition(b"\r\n\r\n")
        first, *rest = head.decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in rest)
        return int(first.split()[1]), headers, body

    def page(self, path):
        status, _, body = self.raw("/" + path)
        return status, body.decode()

    def events(self, path):
        """The events of a page as it is now."""
        _, text = self.page(path)
        return Events(self.port, path, re.search(r'data-version="([^"]*)"', text)[1])


class Events:
    """Server-sent events, one after the other."""

    def __init__(self, port, page, version):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.connection.sendall(
            f"GET /~debrief/events?page={page}&version={version} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self.text = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def next(self, name, seconds=15):
        """The data of the next event of a name; None where none comes."""
        end = time.monotonic() + seconds
        while True:
            found = re.search(rf"event: {name}\n((?:data: .*\n)+)\n", self.plain())
            if found:
                self.text = self.plain()[found.end():]
                return re.sub(r"^data: ", "", found[1], flags=re.M)
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.connection], [], [], left)[0]:
                return None
            part = self.connection.recv(1 << 16)
            if not part:
                return None
            self.text += part.decode()

    def plain(self):
        """Without the lines that say how long each part is."""
        return re.sub(r"(?m)^[0-9A-F]+\r\n|\r\n", "", self.text)


def until(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError("it never came")


def copy(source, folder):
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git"))


SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143}
