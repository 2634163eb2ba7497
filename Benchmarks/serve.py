"""How long an edit takes to be seen: from the write of a document to the reload that the browser is told, and to the new page.

Edits a copy of a folder of post-mortems under `debrief serve`, a sentence at a time. Prints medians. Needs no packages:

    python3 Benchmarks/serve.py --debrief .build/release/debrief --input FOLDER [--edits 30]
"""

import argparse
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Serve"))
from base import Server, until  # noqa: E402


def page_of(server, text):
    """The path of the page that shows a text, by the search of all pages of post-mortems in the sitemap."""
    import re
    paths = re.findall(r"<loc>http://[^/]+/(incidents/[^<]+/index\.html)", server.page("sitemap.xml")[1])
    for path in paths:
        if text in server.page(path)[1]:
            return path
    raise SystemExit("no page shows the document")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--input", required=True)
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--pause", type=float, default=4.0, help="seconds between two edits")
    arguments = parser.parse_args()
    debrief = str(pathlib.Path(arguments.debrief).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        shutil.copytree(arguments.input, folder / "postmortems")
        files = sorted((folder / "postmortems").rglob("*.md"))
        file = files[len(files) // 2]
        text = file.read_text()
        file.write_text(text + "\n\nzeroth-edit\n")
        start = time.monotonic()
        with Server(debrief, folder) as server:
            started = time.monotonic() - start
            page = page_of(server, "zeroth-edit")
            told, shown = [], []
            for number in range(arguments.edits):
                time.sleep(arguments.pause)
                with server.events(page) as events:
                    events.next("report")
                    start = time.monotonic()
                    file.write_text(text + f"\n\nedit-number-{number}-\n")
                    assert events.next("reload"), server.log()
                    told.append(time.monotonic() - start)
                    assert f"edit-number-{number}-" in server.page(page)[1]
                    shown.append(time.monotonic() - start)
            print(f"{len(files)} documents; first page after {started:.1f} s")
            for what, seconds in [("told", told), ("shown", shown)]:
                print(f"{what}: median {statistics.median(seconds) * 1000:.0f} ms, worst {max(seconds) * 1000:.0f} ms")
            print(server.log().splitlines()[-1])


main()
