"""Reads the machine formats of `debrief check` with other people's programs, and tries the command line as a user does.

A folder with hostile file names and messages is checked; SARIF, JUnit, GitLab's and GitHub's output must be read as
meant; calendars, messages and mails are in `follow.py`, feeds and
twins in `feeds.py`, the Model Context Protocol in `protocol.py`, settings and their schemas
in `settings.py`, the Language Server Protocol in `editor.py`. Prints a line a failure and a last line with the counts; exits
with 1 if one failed.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import editor
import feeds
import follow
import junitparser
import opendata
import protocol
import settings
from sarif_pydantic import Sarif

NAMES = ["plain.md", "a, b%3A.md", "c::error::x.md", "größe & <tag>.md", "quote\"'.md"]
TEXT = "---\ntitle: \"%0A::warning::injected | <b> & ]]>\"\nseverity: \"SEV9\\n::error::x\"\n---\n"


def run(debrief, folder, output_format):
    command = [debrief, "check", "--input", str(folder), "--format", output_format, "--fail-level", "never"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check_sarif(debrief, folder):
    text = run(debrief, folder, "sarif")
    log = Sarif.model_validate_json(text)
    results = json.loads(text)["runs"][0]["results"]
    rules = [rule.id for rule in log.runs[0].tool.driver.rules]
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"], "an index leads to another rule"
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["startColumn"] >= 1, region
    files = {urllib.parse.unquote(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for r in results}
    assert files == {f"{folder}/{name}" for name in NAMES}, files


def check_junit(debrief, folder):
    report = junitparser.JUnitXml.fromstring(run(debrief, folder, "junit").encode())
    names = {suite.name for suite in report}
    assert names == set(NAMES), names
    cases = [case for suite in report for case in suite]
    failures = [case.result[0].message for case in cases if case.result and case.result[0].message]
    assert any("SEV9" in message and "::error::x" in message for message in failures), failures


def check_gitlab(debrief, folder):
    findings = json.loads(run(debrief, folder, "gitlab"))
    prints = [finding["fingerprint"] for finding in findings]
    assert len(prints) == len(set(prints)) and findings, "fingerprints are not unique"
    for finding in findings:
        assert finding["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert finding["location"]["lines"]["begin"] >= 1
        assert not finding["location"]["path"].startswith("./")


def check_github(debrief, folder):
    lines = run(debrief, folder, "github").splitlines()
    command = re.compile(r"^::(error|warning|notice) file=([^,:]+),line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z0-9-]+::")
    for line in lines:
        assert command.match(line), line
    decoded = {urllib.parse.unquote(command.match(line).group(2)) for line in lines}
    assert decoded == {f"{folder}/{name}" for name in NAMES}, decoded


def check_json(debrief, folder):
    keys = {"rule", "level", "file", "line", "column", "end_line", "end_column", "message", "notes", "help", "fixes"}
    findings = json.loads(run(debrief, folder, "json"))
    assert findings and all(set(finding) == keys for finding in findings), "the fields differ from the manual"


def check_help(debrief, folder):
    overview = subprocess.run([debrief, "--help"], check=True, capture_output=True, text=True).stdout
    commands = re.findall(r"^  ([a-z]+) ", overview.split("SUBCOMMANDS:")[1], re.MULTILINE)
    assert commands[:2] == ["init", "new"] and "check" in commands, commands
    for command in commands:
        text = subprocess.run([debrief, "help", command], check=True, capture_output=True, text=True).stdout
        assert re.search(rf"^ +debrief .*\b{command}\b", text.split("USAGE:")[0], re.MULTILINE), f"{command} has no example"


def check_new(debrief, folder):
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1577836800"}
    with tempfile.TemporaryDirectory() as work:

        def call(*arguments, **more):
            return subprocess.run(
                [debrief, *arguments], cwd=work, env=environment | more, capture_output=True, text=True, check=False)

        assert call("init").returncode == 0
        assert json.loads(call("check", "--format", "json").stdout) == []
        new = json.loads(call("new", "Checkout down", "--json").stdout)
        assert new == {"file": "2020-01-01-checkout-down.md", "id": "2020-01-01-checkout-down"}, new
        named = json.loads(call("new", "Checkout down", "--json", "--as-of", "2026-03-01").stdout)
        assert named["file"] == "2026-03-01-checkout-down.md", named
        assert call("new", "Never", "--edit").returncode == 2, "no editor is set"
        edited = call("new", "Edited", "--edit", EDITOR="sed -i.old s/draft/review/")
        assert edited.returncode == 0, edited
        files = sorted(path.name for path in (pathlib.Path(work) / "postmortems").glob("*.md"))
        assert [name[11:] for name in files] == [
            "docs-python-org-expired-certificate.md", "checkout-down.md", "edited.md", "checkout-down.md"], files
        text = (pathlib.Path(work) / "postmortems" / edited.stdout.split("/")[-1].strip()).read_text(encoding="utf-8")
        assert "status: review" in text
        assert call("build").returncode == 1 and (pathlib.Path(work) / "site" / "index.html").exists()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    debrief = parser.parse_args().debrief
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            (pathlib.Path(folder) / name).write_text(TEXT, encoding="utf-8")
        for check in [check_sarif, check_junit, check_gitlab, check_github, check_json, check_help, check_new]:
            try:
                check(debrief, folder)
                passed += 1
            except Exception as error:  # every check is run; each failure is named
                failed += 1
                print(f"FAILED {check.__name__}: {error!r}"[:600])
    for check in follow.CHECKS + opendata.CHECKS + feeds.CHECKS + protocol.CHECKS + settings.CHECKS + editor.CHECKS:
        try:
            check(debrief)
            passed += 1
        except Exception as error:  # as above
            failed += 1
            print(f"FAILED {check.__name__}: {error!r}"[:600])
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
