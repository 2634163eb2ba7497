"""What a keystroke costs in an editor: from the change to the findings, over a large knowledge base.

Starts `debrief lsp` on a folder, opens one of its post-mortems and types into it, a change at a time; then saves it and
types on while everything is read again. Prints medians and the slowest. Needs Python alone:

    python3 Benchmarks/lsp.py --debrief .build/release/debrief --input FOLDER [--keys 200]
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import time


class Server:
    def __init__(self, debrief, folder):
        command = [debrief, "lsp", "--input", str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, method, number=None, **params):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) // 1024


def type_keys(server, uri, text, first, count):
    """Milliseconds from each change to the findings of that version."""
    line = text[: len(text) // 2].count("\n")
    times = []
    for number in range(first, first + count):
        place = {"line": line, "character": 0}
        start = time.perf_counter()
        server.send("textDocument/didChange", textDocument={"uri": uri, "version": number},
                    contentChanges=[{"range": {"start": place, "end": place}, "text": "abc \n"[number % 5]}])
        while True:
            message = server.receive()
            if message.get("params", {}).get("version") == number:
                break
        times.append((time.perf_counter() - start) * 1000)
    return times


def shown(name, times):
    ordered = sorted(times)
    slow = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    print(f"{name}: median {statistics.median(times):.1f} ms, 99th of 100 {slow:.1f} ms, slowest {ordered[-1]:.1f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--input", type=pathlib.Path, required=True)
    parser.add_argument("--keys", type=int, default=200)
    arguments = parser.parse_args()
    folder = arguments.input.resolve()
    files = sorted(path for path in folder.glob("**/*.md") if path.parent.name not in ("causes", "plan"))
    file = sorted(files, key=lambda path: path.stat().st_size)[len(files) * 9 // 10]
    text = file.read_text(encoding="utf-8")
    uri = file.as_uri()
    server = Server(arguments.debrief, folder)
    start = time.perf_counter()
    server.send("initialize", 1, capabilities={}, rootUri=folder.as_uri())
    server.receive()
    print(f"{len(files)} post-mortems; initialize: {(time.perf_counter() - start) * 1000:.0f} ms")
    server.send("initialized")
    server.send("textDocument/didOpen", textDocument={"uri": uri, "languageId": "markdown", "version": 1, "text": text})
    server.receive()
    print(f"first findings, of {len(text)} characters: {time.perf_counter() - start:.1f} s; {server.memory()} MB")
    shown(f"{arguments.keys} keystrokes", type_keys(server, uri, text, 2, arguments.keys))
    start = time.perf_counter()
    server.send("textDocument/didSave", textDocument={"uri": uri})
    shown("keystrokes while all is read again", type_keys(server, uri, text, 2 + arguments.keys, arguments.keys))
    print(f"{(time.perf_counter() - start):.1f} s for those; {server.memory()} MB")
    server.send("shutdown", 2)
    server.send("exit")
    server.process.stdin.close()
    while server.process.stdout.read(1 << 16):
        pass
    print(f"ends with {server.process.wait(timeout=120)}")


main()
