"""Reads the site's feeds, twins and lists for programs with other people's parsers."""

import json
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as tree

import feedparser
import jsonfeed
import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads(pathlib.Path(__file__).with_name("json-feed-1.1.schema.json").read_text(encoding="utf-8"))
ADDRESS = "https://kb.example.org/incidents-of-us"
NOTICE = "This is data"

SETTINGS = 'title: "Shop <&> \\"größer\\" ]]> \\x01"\nservices: {proxy: {title: "A <b> & ]]>"}, idle: {title: Idle}}\nteams: {edge: Edge}\n'
HOSTILE = """---
id: PM-1
title: "Down <script>alert(1)</script> ]]> & \\x00\\x0b\\x1b \\uFFFE \\U0001F600 --> | * _x_ [y](z)"
severity: SEV1
services: [proxy]
teams: [edge]
started: 2026-03-01T10:00Z
resolved: 2026-03-01T12:00Z
reviewed: 2026-04-02
root_causes: [full-disk]
mitigations: [{type: rollback, worked: true}]
---
## Summary

All **broke** <!-- CANARY-COMMENT --> <img src=x onerror=alert(1)> & "quoted" ]]> [first](b.md#summary) [bad](javascript:alert(1)).
See [the plan](plan/roles.md), [the log](log.txt) and ![a graph](graph.png).

<!-- CANARY-BLOCK
over lines -->

<div>Words in a box</div>

## Resolution

Rolled back. It was enough.

## Action items

- [x] Alarm (owner: @edge, done: 2026-05-05)
"""
FILES = {
    "debrief.yml": SETTINGS,
    "postmortems/a.md": HOSTILE,
    "postmortems/b.md": "---\nid: PM-2\ntitle: First\nstarted: 2025-01-01\nservices: [proxy]\n---\n## Summary\n\nIt broke.\n",
    "postmortems/c.md": "---\nid: PM-3\ntitle: CANARY-DRAFT\nstatus: draft\nstarted: 2026-05-01\n---\n",
    "postmortems/d.md": "# Undated\n\nNobody knows when.\n",
    "postmortems/causes/full-disk.md": "---\ntitle: Full disk\n---\nNo room. See [one](../a.md).\n",
    "postmortems/plan/roles.md": "# Roles\n\nHats.\n",
    "postmortems/log.txt": "x\n",
    "postmortems/graph.png": "x",
}


def build(debrief, source, output, *more):
    command = [debrief, "build", "--input", source, "--output", output, "--as-of", "2026-06-01", "--fail-level", "never", *more]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return pathlib.Path(output)


def hostile(debrief, work, *more):
    for name, text in FILES.items():
        path = pathlib.Path(work) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build(debrief, pathlib.Path(work) / "postmortems", pathlib.Path(work) / "site", *more)


def verify(site):
    """Every feed of a site: well formed, valid, the same news in both forms."""
    atoms = sorted(site.rglob("feed.xml"))
    for path in atoms:
        raw = path.read_bytes()
        feed = feedparser.parse(raw)
        assert feed.bozo == 0 and feed.version == "atom10", (path, feed.get("bozo_exception"))
        tree.fromstring(raw)
        assert feed.feed.title and feed.feed.id.startswith("tag:") and feed.feed.updated_parsed, path
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)) and all(entry.updated_parsed and entry.link for entry in feed.entries), path
        times = [entry.updated_parsed for entry in feed.entries]
        assert times == sorted(times, reverse=True), path
        text = path.with_suffix(".json").read_text(encoding="utf-8")
        jsonschema.validate(json.loads(text), SCHEMA)
        other = jsonfeed.Feed.parse_string(text)
        assert [item.id for item in other.items] == ids, path
    assert len(atoms) == len(list(site.rglob("feed.json")))
    return atoms


def check_example(debrief):
    with tempfile.TemporaryDirectory() as work:
        site = build(debrief, ROOT / "postmortems", f"{work}/site", "--base-url", ADDRESS)
        atoms = verify(site)
        pages = sum(len(list((site / family).glob("*/index.html"))) for family in ["services", "teams", "causes"])
        assert pages >= len(atoms) - 1 > 100, (pages, len(atoms))
        posts = [page for page in (site / "incidents").glob("*/index.html") if (page.parent / "index.md").exists()]
        feed = feedparser.parse((site / "feed.xml").read_bytes())
        assert len(feed.entries) == min(len(posts), 100), (len(feed.entries), len(posts))
        for entry in feed.entries:
            assert entry.link.startswith(ADDRESS) and (site / entry.link.removeprefix(ADDRESS).lstrip("/")).exists()
            assert re.findall(r'href="(?!https?://)', entry.content[0].value) == [], entry.link
        again = build(debrief, ROOT / "postmortems", f"{work}/again", "--base-url", ADDRESS)
        subprocess.run(["diff", "-r", "--brief", site, again], check=True)


def check_hostile(debrief):
    with tempfile.TemporaryDirectory() as work:
        site = hostile(debrief, work, "--base-url", ADDRESS + "/")
        verify(site)
        feed = feedparser.parse((site / "feed.xml").read_bytes())
        assert [entry.link.split("/")[-2] for entry in feed.entries] == ["pm-1", "pm-2"], feed.entries
        first = feed.entries[0]
        assert first.id == "tag:kb.example.org,2026-01-01:incidents/pm-1", first.id
        assert first.published == "2026-03-01T12:00:00Z" and first.updated == "2026-05-05T00:00:00Z", first
        raw = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"][0]
        assert "<script>alert(1)</script> ]]> &" in raw["title"] and "😀" in raw["title"]
        html = raw["content_html"]
        assert "onerror" not in html and "javascript:" not in html and "<strong>broke</strong>" in html
        assert f'href="{ADDRESS}/incidents/pm-2/index.html' in html and "rollback — Rolled back." in html
        assert {tag.term for tag in first.tags} == {"SEV1", "A <b> & ]]>", "Full disk"}, first.tags
        assert feedparser.parse((site / "services/idle/feed.xml").read_bytes()).entries == []
        for path in site.rglob("*"):
            if path.is_file():
                assert b"CANARY-COMMENT" not in path.read_bytes() and b"CANARY-BLOCK" not in path.read_bytes(), path
        assert b"CANARY-DRAFT" not in (site / "feed.xml").read_bytes() + (site / "feed.json").read_bytes()


def check_without_address(debrief):
    with tempfile.TemporaryDirectory() as work:
        site = hostile(debrief, work)
        verify(site)
        feed = feedparser.parse((site / "services/proxy/feed.xml").read_bytes())
        assert feed.feed.id == "tag:shop-gr-er.invalid,2026-01-01:services/proxy", feed.feed.id
        links = [entry.link for entry in feed.entries]
        assert links == ["../../incidents/pm-1/index.html", "../../incidents/pm-2/index.html"], links
        item = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"][0]
        assert "url" not in item and "content_html" not in item and "Stopped by: rollback" in item["content_text"]


def links(text):
    return re.findall(r"(?<!\\)\]\(([^)\s]*)\)", text)


def check_twins(debrief):
    with tempfile.TemporaryDirectory() as work:
        site = hostile(debrief, work)
        text = (site / "incidents/pm-1/index.md").read_text(encoding="utf-8")
        assert text.startswith(f"> {NOTICE}") and text.count("## Summary") == 1 and "Words in a box" in text
        assert "<img" not in text and "<script" not in text.replace("\\<", "") and "<div" not in text, text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)
        found = links(text)
        for address in ["../../incidents/pm-2/index.md#summary", "../../plan/roles/index.md", "../../files/log.txt", "../../files/graph.png", ""]:
            assert address in found, (address, found)
        for page in site.rglob("index.md"):
            content = page.read_text(encoding="utf-8")
            assert NOTICE in content[:20] and page.with_suffix(".html").exists(), page
            for address in filter(None, links(content)):
                target = (page.parent / address.split("#")[0]).resolve()
                assert address.startswith("http") or target.exists(), (page, address)
            data = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
            assert NOTICE in data["notice"] and data["record"]["title"] and "body" not in data["record"], page
            html = page.with_suffix(".html").read_text(encoding="utf-8")
            assert 'type="text/markdown"' in html and 'type="application/json"' in html, page
        assert len(list(site.rglob("index.md"))) == 6


def check_lists(debrief):
    with tempfile.TemporaryDirectory() as work:
        site = hostile(debrief, work, "--base-url", ADDRESS)
        text = (site / "llms.txt").read_text(encoding="utf-8")
        lines = text.splitlines()
        assert lines[0].startswith("# Shop ") and lines[2].startswith("> ") and NOTICE in text
        assert [line for line in lines if line.startswith("## ")] == ["## Response plan", "## Causes", "## Post-mortems", "## Optional"]
        for address in links(text):
            assert (site / address.removeprefix(ADDRESS).lstrip("/")).exists(), address
        index = json.loads((site / "index.json").read_text(encoding="utf-8"))
        assert [entry["id"] for entry in index["post_mortems"]][:3] == ["PM-3", "PM-1", "PM-2"]
        for entry in index["post_mortems"] + index["causes"] + index["plan"]:
            for form in ["page", "markdown", "data"]:
                assert (site / entry[form].removeprefix(ADDRESS).lstrip("/")).exists(), entry


CHECKS = [check_example, check_hostile, check_without_address, check_twins, check_lists]
