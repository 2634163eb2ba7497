"""Reads what `debrief export` and the data files of a site hold with the programs that they are for."""

import contextlib
import csv
import filecmp
import functools
import http.server
import json
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

import follow

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
TEXT = """---
id: PM-1
title: "=cmd|'/C calc'!A0 <b>größer & schlimmer</b> \\\\ \\"quoted\\""
severity: SEV1
services: [edge, checkout]
teams: [edge]
started: 2026-03-01T10:30Z
detected: 2026-03-01T10:31:05Z
resolved: 2026-03-01T12:00Z
root_causes: [regex-backtracking, unknown]
contributing_factors: [{text: "@all", introduced: 2026-01-01}]
impact: {users: 12000, minutes: 90, data_loss: false}
related: [PM-2, nowhere]
---
## Timeline

- 10:30 UTC the regular expression backtracks
- ~10:31 UTC alert

## Root cause

Backtracking **regular** expression.

### Deeper

The engine has no limit.

## Action items

- [ ] Bound the engine (owner: @edge, due: 2026-04-01, type: prevent, addresses: regex-backtracking)
- [x] -1 is written down (done: 2026-03-09)
"""
SECOND = """---
id: PM-2
title: Again
severity: SEV2
services: [edge]
teams: [edge]
started: 2026-05-01
root_causes: [Regex backtracking]
---
## Action items

- [ ] Use another engine
"""
CAUSE = "---\ntitle: Backtracking\naliases: [Regex backtracking]\nstatus: open\n---\n## How to recognise it\n\nOne core is busy.\n"
SETTINGS = "title: Shop\nbase_url: https://kb.example.org\nteams: {edge: Edge team, \"we\\\"ird\\\\\": Odd}\nincidents: incidents.json\n"


@contextlib.contextmanager
def small(debrief):
    with tempfile.TemporaryDirectory() as work:
        folder = follow.Folder(debrief, work)
        folder.write("debrief.yml", SETTINGS)
        folder.write("incidents.json", "{}")
        folder.write("postmortems/a b/one.md", TEXT)
        folder.write("postmortems/two.md", SECOND)
        folder.write("postmortems/causes/regex-backtracking.md", CAUSE)
        folder.write("postmortems/plan/roles.md", "# Roles\n\nThe incident commander decides.\n")
        folder.write("postmortems/_draft.md", "# Never seen\n")
        yield folder


def must(folder, *arguments):
    result = folder.call(*arguments)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


def validate(schema, *files):
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-1500:] + result.stderr[-300:]


def check_schema(debrief):
    with small(debrief) as folder:
        folder.call("build", "--fail-level", "never")
        data = folder.path / "site" / "data"
        text = folder.output("export", "--format", "json")
        (folder.path / "all.json").write_bytes(text)
        subprocess.run([sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(data / "schema.json")], check=True, capture_output=True)
        lists = sorted(path for path in data.glob("*.json") if not path.name.endswith("schema.json"))
        assert len(lists) == 5, lists
        validate(data / "schema.json", folder.path / "all.json", *lists)
        everything = json.loads(text)
        post = next(post for post in everything["post_mortems"] if post["id"] == "PM-1")
        assert post["related"] == ["PM-2", "nowhere"] and post["minutes_to_detect"] == 65 / 60, post
        assert post["root_causes"] == ["regex-backtracking", "unknown"] and post["body"].startswith("## Timeline")
        assert [section["text"] for section in post["sections"] if section["role"] == "root-cause"] == ["Backtracking regular expression."]
        assert post["action_items"][0]["overdue_days"] == 61 and len(post["timeline"]) == 2
        assert everything["causes"][0]["post_mortems"] == ["PM-2", "PM-1"] and everything["plan"][0]["id"] == "roles"
        assert everything["causes"][0]["repeats"][0]["verdict"] == "failed-action", everything["causes"][0]["repeats"]
        assert str(folder.path).encode() not in text and b"Never seen" not in text and b'"line"' not in text
        broken = everything | {"post_mortems": [post | {"status": "opne"}]}
        (folder.path / "broken.json").write_text(json.dumps(broken), encoding="utf-8")
        try:
            validate(data / "schema.json", folder.path / "broken.json")
        except AssertionError:
            return
        raise AssertionError("the schema lets an unknown status pass")


def check_tables(debrief):
    with small(debrief) as folder:
        for _ in range(2):
            must(folder, "export", "--format", "csv", "--output", "tables")
        tables = {}
        for path in (folder.path / "tables").glob("*.csv"):
            assert path.read_bytes().endswith(b"\r\n"), path
            with open(path, encoding="utf-8", newline="") as file:
                tables[path.stem] = list(csv.DictReader(file, strict=True))
        posts = {row["id"]: row for row in tables["post_mortems"]}
        assert posts["PM-1"]["title"].startswith("'=cmd|"), posts["PM-1"]["title"]
        assert posts["PM-1"]["data_loss"] == "false" and posts["PM-2"]["data_loss"] == ""
        assert tables["action_items"][2]["text"].startswith("'-1 is"), tables["action_items"]
        for rows in tables.values():
            for cell in (cell for row in rows for cell in row.values()):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
        assert must(folder, "build", "--fail-level", "never") is not None
        assert filecmp.cmp(folder.path / "tables/post_mortems.csv", folder.path / "site/data/post-mortems.csv", shallow=False)


def check_database(debrief):
    with small(debrief) as folder:
        for name in ["one.sqlite", "two.sqlite"]:
            must(folder, "export", "--format", "sqlite", "--output", name)
        path = folder.path / "one.sqlite"
        assert filecmp.cmp(path, folder.path / "two.sqlite", shallow=False), "a second run gives other bytes"
        verify_database(path)
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            found = database.execute(
                "SELECT post_mortem, sections.title FROM sections_fts JOIN sections ON sections.id = sections_fts.rowid"
                " WHERE sections_fts MATCH 'expressions NOT alert' ORDER BY rank").fetchall()
            assert ("PM-1", "Root cause") in found, found
            assert database.execute("SELECT post_mortem, overdue_days FROM overdue_action_items").fetchall() == [("PM-1", 61)]
            assert database.execute("SELECT cause, verdict FROM broken_promises").fetchall() == [("regex-backtracking", "failed-action")]
            assert database.execute("SELECT users, data_loss FROM post_mortems WHERE id = 'PM-1'").fetchone() == (12000, 0)
        datasette(path)


def verify_database(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sections_fts_%'")]
        for name in names:
            database.execute(f'SELECT * FROM "{name}" LIMIT 5').fetchall()
        return len(names)


def datasette(path):
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--host", "127.0.0.1", "--port", str(port)]
    with running(command):
        base = f"http://127.0.0.1:{port}/{path.stem}"
        rows = fetch(f"{base}/post_mortems.json?_shape=array&_sort=id")
        assert [row["id"] for row in rows] == ["PM-1", "PM-2"], rows
        found = fetch(f"{base}/sections.json?_shape=array&_search=backtracking")
        assert any(row["post_mortem"] == "PM-1" for row in found), found
        item = fetch(f"{base}/action_items/PM-1,1.json?_shape=array")
        assert item[0]["addresses"] == "regex-backtracking", item


def check_metrics(debrief):
    with small(debrief) as folder:
        text = folder.output("export", "--format", "prometheus")
        lint = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, check=False)
        assert lint.returncode == 0 and not lint.stdout + lint.stderr, lint.stdout.decode() + lint.stderr.decode()
        assert text.endswith(b"# EOF\n") and b"\n\n" not in text
        assert b'debrief_overdue_action_items{team="edge"} 1\n' in text and b'team="we\\"ird\\\\"' in text, text.decode()
        must(folder, "build", "--fail-level", "never")
        assert (folder.path / "site/metrics").read_bytes() == text, "the site has other metrics"
        scrape(folder.path / "site")


class MetricsHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site's file under both of its names, each with the type that a server gives it."""

    def do_GET(self):
        types = {"/metrics": "text/plain; version=0.0.4", "/open": "application/openmetrics-text; version=1.0.0; charset=utf-8"}
        bytes_ = (pathlib.Path(self.directory) / "metrics").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", types[self.path])
        self.send_header("Content-Length", str(len(bytes_)))
        self.end_headers()
        self.wfile.write(bytes_)

    def log_message(self, *_):
        pass


def scrape(site):
    """A real Prometheus reads the site's file, in both formats."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(MetricsHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    target = f"127.0.0.1:{server.server_address[1]}"
    jobs = [
        {"job_name": path, "metrics_path": f"/{path}", "scrape_interval": "1s", "static_configs": [{"targets": [target]}]}
        for path in ["metrics", "open"]
    ]
    port = free_port()
    with tempfile.TemporaryDirectory() as work:
        config = pathlib.Path(work) / "prometheus.yml"
        config.write_text(json.dumps({"scrape_configs": jobs}), encoding="utf-8")
        command = ["prometheus", f"--config.file={config}", f"--storage.tsdb.path={work}/data", f"--web.listen-address=127.0.0.1:{port}"]
        with running(command):
            query = urllib.parse.quote('debrief_overdue_action_items{team="edge"}')
            for _ in range(150):
                result = fetch(f"http://127.0.0.1:{port}/api/v1/query?query={query}")["data"]["result"]
                if len(result) == 2:
                    break
                time.sleep(0.2)
            assert sorted(sample["metric"]["job"] for sample in result) == ["metrics", "open"], result
            assert all(sample["value"][1] == "1" for sample in result), result
    server.shutdown()


@contextlib.contextmanager
def running(command):
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(address):
    """The JSON at an address of this machine, once its server is up."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for attempt in range(200):
        try:
            with opener.open(address, timeout=10) as answer:
                return json.load(answer)
        except (ConnectionError, urllib.error.URLError) as error:
            if isinstance(error, urllib.error.HTTPError) and error.code != 503 or attempt == 199:
                raise
            time.sleep(0.1)
    raise AssertionError(address)


def check_annotations(debrief):
    with small(debrief) as folder:
        first, second = json.loads(folder.output("export", "--format", "grafana"))
        assert first["time"] == 1772361000000 and first["timeEnd"] == 1772366400000, first
        assert first["tags"] == ["incident", "SEV1", "edge", "checkout"], first
        assert first["text"].startswith('<a href="https://kb.example.org/incidents/pm-1/index.html">SEV1: =cmd|') and "<b>" not in first["text"]
        assert second["timeEnd"] - second["time"] == 86_399_000, second
        folder.write("annotations.json", json.dumps([dict(annotation, dashboardUID="x") for annotation in (first, second)]))
        read = json.loads(must(folder, "import", "annotations.json", "--dry-run", "--json"))
        assert "größer & schlimmer" in json.dumps(read, ensure_ascii=False), "our own reader does not read it back"


def check_bulk(debrief):
    with small(debrief) as folder:
        lines = [json.loads(line) for line in folder.output("export", "--format", "opensearch").decode().split("\n")[:-1]]
        actions, documents = lines[::2], lines[1::2]
        keys = {(action["index"]["_index"], action["index"]["_id"]) for action in actions}
        assert len(keys) == len(actions) == len(documents) == 7, keys
        assert ("debrief-action-items", "pm-1-1") in keys and ("debrief-causes", "regex-backtracking") in keys
        must(folder, "export", "--format", "opensearch", "--output", "out/posts.ndjson")
        template = json.loads((folder.path / "out/posts.template.json").read_text(encoding="utf-8"))
        fields = template["template"]["mappings"]["properties"]
        assert fields["started"]["type"] == "date" and fields["body"]["type"] == "text"
        assert set(fields) <= {name for document in documents for name in document}, set(fields)


def check_round_trip(debrief):
    folders = [ROOT / "postmortems"] + (sorted(CORPORA.glob("*__*")) if CORPORA.is_dir() else [])
    if len(folders) == 1:
        print("skipped: the round trip of real corpora (there are none)")
    with tempfile.TemporaryDirectory() as work:
        for source in folders:
            copy, again = pathlib.Path(work) / source.name, pathlib.Path(work) / f"{source.name}.again"

            def export(form, folder, *more):
                command = [debrief, "export", "--format", form, "--input", str(folder), *follow.AS_OF, *more]
                return subprocess.run(command, cwd=work, check=True, capture_output=True).stdout

            export("markdown", source, "--output", str(copy))
            export("markdown", copy, "--output", str(again))
            assert same(copy, again), f"{source.name}: the copy of the copy differs"
            before, after = export("json", source), export("json", copy)
            assert before == after, f"{source.name} has other data after the round trip"
            text = pathlib.Path(work) / "all.json"
            text.write_bytes(before)
            export("sqlite", source, "--output", f"{work}/all.sqlite")
            verify_database(pathlib.Path(work) / "all.sqlite")
            if source == folders[0]:
                subprocess.run([debrief, "build", "--input", str(source), "--output", f"{work}/site", *follow.AS_OF], check=True, capture_output=True)
            validate(f"{work}/site/data/schema.json", text)


def same(left, right):
    comparison = filecmp.dircmp(left, right, ignore=[])
    _, different, unreadable = filecmp.cmpfiles(left, right, comparison.common_files, shallow=False)
    if comparison.left_only or comparison.right_only or different or unreadable:
        return False
    return all(same(left / name, right / name) for name in comparison.common_dirs)


def check_foreign_files(debrief):
    with small(debrief) as folder:
        folder.write("out/notes.txt", "mine")
        folder.write("out/plan/roles.md", "mine too")
        refused = folder.call("export", "--format", "markdown", "--output", "out")
        assert refused.returncode == 74 and b"plan/roles.md" in refused.stderr, refused
        assert sorted(path.name for path in (folder.path / "out").rglob("*")) == ["notes.txt", "plan", "roles.md"]
        (folder.path / "out/plan/roles.md").unlink()
        must(folder, "export", "--format", "markdown", "--output", "out")
        must(folder, "export", "--format", "csv", "--output", "out")
        (folder.path / "postmortems/two.md").unlink()
        must(folder, "export", "--format", "markdown", "--output", "out")
        assert not (folder.path / "out/two.md").exists() and (folder.path / "out/notes.txt").read_text() == "mine"
        assert (folder.path / "out/post_mortems.csv").exists(), "one form removes the files of another"
        shutil.rmtree(folder.path / "out/causes")
        must(folder, "export", "--format", "markdown", "--output", "out")
        assert (folder.path / "out/causes/regex-backtracking.md").exists()
        codes = [
            folder.call("export", "--format", *arguments).returncode
            for arguments in (["csv"], ["sqlite"], ["markdown"], ["markdown", "--output", "postmortems"], ["markdown", "--output", "."], ["jsno"], ["json", "--team", "edge"])
        ]
        assert codes == [2, 2, 2, 74, 74, 2, 2], codes


CHECKS = [
    check_schema, check_tables, check_database, check_metrics, check_annotations, check_bulk, check_foreign_files,
    check_round_trip,
]
