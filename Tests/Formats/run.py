"""Reads the machine formats of `debrief check` with other people's programs.

A folder with hostile file names and messages is checked; SARIF, JUnit, GitLab's and GitHub's output must be read as
meant. Prints a line a failure and a last line with the counts; exits with 1 if one failed.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import junitparser
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    debrief = parser.parse_args().debrief
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            (pathlib.Path(folder) / name).write_text(TEXT, encoding="utf-8")
        for check in [check_sarif, check_junit, check_gitlab, check_github, check_json]:
            try:
                check(debrief, folder)
                passed += 1
            except Exception as error:  # every check is run; each failure is named
                failed += 1
                print(f"FAILED {check.__name__}: {error!r}"[:600])
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
