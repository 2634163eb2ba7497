"""What `init` writes for continuous integration, and what this repository uses itself: read by the published schemas, and
each of their scripts run with stand-ins for what the system gives: a clone with a base branch, variables, folders.

No script reaches the network or changes the machine: `make`, `apt-get`, `swift` and `ln` are stand-ins.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]

STAND_INS = {
    "apt-get": "exit 0",
    "ln": 'case "$*" in */usr/local/*) exit 0;; *) exec /bin/ln "$@";; esac',
    "swift": 'echo "$STAND_IN_BIN"',
    # `make install PREFIX=…`, `make site`; everything else has been done.
    "make": """for word; do case "$word" in
  PREFIX=*) mkdir -p "${word#PREFIX=}/bin" && cp "$STAND_IN_BIN/debrief" "${word#PREFIX=}/bin/debrief";;
  site) "$STAND_IN_BIN/debrief" build --output site;;
esac; done""",
}

DRAFT = """---
title: Checkout answers with 502
severity: SEV9
started: 2026-03-02T13:42Z
---
## Timeline

- 13:42 UTC Payments fail
- 14:09 UTC Payments work

## Root cause

The certificate had expired.

## Action items

- [x] Renew it by machine (owner: @payments, done: 2026-03-03)
"""


def check(report, debrief):
    with tempfile.TemporaryDirectory() as name:
        place = Place(pathlib.Path(name), debrief)
        schemas(report, place)
        report.add("scripts of the GitHub workflow", github(place, place.clone / ".github/workflows/post-mortems.yml"))
        report.add("scripts of this repository's workflow", github(place, ROOT / ".github/workflows/post-mortems.yml"))
        report.add("scripts of the action", action(place))
        report.add("scripts of the GitLab jobs", gitlab(place, place.clone / ".gitlab-ci.yml"))
        report.add("scripts of this repository's GitLab jobs", gitlab(place, ROOT / ".gitlab-ci.yml"))
        report.add("the hook for pre-commit", hook(place))


class Place:
    """A knowledge base in git with a change on a branch, and the folders and programs around it."""

    def __init__(self, folder, debrief):
        self.home, self.bin, self.debrief = folder / "home", folder / "bin", debrief
        self.home.mkdir()
        self.bin.mkdir()
        for name, body in STAND_INS.items():
            (self.bin / name).write_text(f"#!/bin/sh\n{body}\n")
            (self.bin / name).chmod(0o755)
        (self.bin / "debrief").symlink_to(debrief)
        self.source = folder / "debrief-source"
        self.repository(self.source, {"README.md": "the program\n"})
        origin = folder / "origin"
        origin.mkdir()
        self.git(origin, "init", "--quiet", "--initial-branch", "main")
        self.run("debrief init", origin)
        self.commit(origin, "Begin")
        self.clone = folder / "clone"
        self.git(folder, "clone", "--quiet", str(origin), str(self.clone))
        self.git(self.clone, "checkout", "--quiet", "-b", "change")
        (self.clone / "postmortems" / "2026-03-02-checkout.md").write_text(DRAFT)
        release = self.clone / ".build" / "release"
        release.mkdir(parents=True)
        (release / "debrief").symlink_to(debrief)
        (self.clone / ".git" / "info" / "exclude").write_text(".build\n")
        self.commit(self.clone, "A change")
        self.base = self.git(self.clone, "merge-base", "origin/main", "HEAD").strip()

    def repository(self, folder, files):
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        self.git(folder, "init", "--quiet", "--initial-branch", "main")
        self.commit(folder, "Begin")

    def git(self, folder, *words):
        return subprocess.run(
            ["git", "-c", "user.name=me", "-c", "user.email=me@example.org", *words], cwd=folder, check=True,
            capture_output=True, text=True, env={**os.environ, "HOME": str(self.home)}).stdout

    def commit(self, folder, message):
        self.git(folder, "add", "--all")
        self.git(folder, "commit", "--quiet", "--message", message)

    def show(self, condition):
        """Checks out what a job sees that runs under a condition: the default branch, or the change."""
        published = "== 'push'" in condition or "CI_DEFAULT_BRANCH" in condition
        self.git(self.clone, "checkout", "--quiet", "main" if published else "change")

    def run(self, script, folder=None, shell=("sh", "-e"), **variables):
        """The status of a script and what it printed."""
        environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}", "HOME": str(self.home), "STAND_IN_BIN": str(self.bin),
            "SOURCE_DATE_EPOCH": "1780272000", "LC_ALL": "C.UTF-8", **variables,
        }
        process = subprocess.run(
            [*shell, "-c", script], cwd=folder or self.clone, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        return process.returncode, process.stdout


def schemas(report, place):
    files = {
        "vendor.github-workflows": [
            place.clone / ".github/workflows/post-mortems.yml", *sorted((ROOT / ".github/workflows").glob("*.yml"))],
        "vendor.github-actions": [ROOT / "action.yml"],
        "vendor.gitlab-ci": [place.clone / ".gitlab-ci.yml", ROOT / ".gitlab-ci.yml"],
    }
    for schema, paths in files.items():
        process = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths], capture_output=True,
            text=True, check=False)
        report.add(f"{len(paths)} files by {schema}", [process.stdout + process.stderr] if process.returncode else [])


def read(path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def github(place, path):
    """Runs each step in the shell that GitHub takes in a container; a check must see the flaw of the change."""
    workflow = read(path)
    ran, problems = [], []
    summary = place.home / "summary.md"
    variables = {
        **{name: str(value) for name, value in (workflow.get("env") or {}).items()},
        "GITHUB_BASE_REF": "main", "GITHUB_WORKSPACE": str(place.clone), "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_PATH": str(place.home / "path"), "DEBRIEF_REPOSITORY": str(place.source), "DEBRIEF_COMMIT": "",
    }
    for job in workflow["jobs"].values():
        place.show(job.get("if", ""))
        for step in job["steps"]:
            if "run" in step:
                ran.append(judge(place, step.get("name", step["run"]), step["run"], variables, problems))
    return problems + expected(ran, summary)


def judge(place, name, script, variables, problems, shell=("sh", "-e")):
    """Whether a script reported the flaw; every other failure is a problem."""
    status, printed = place.run(script, shell=shell, **variables)
    if re.search(r"\$\{\{", script):
        problems.append(f"{name}: an expression inside a script")
    sees = "unknown-severity" in printed
    if status not in ((0, 1) if sees else (0,)):
        problems.append(f"{name}: exits with {status}\n{printed}")
    return sees and status == 1


def expected(ran, summary):
    problems = [] if ran.count(True) == 1 else [f"{ran.count(True)} steps fail because of the flaw, one should"]
    if summary:
        text = summary.read_text() if summary.is_file() else ""
        if "unknown-severity" not in text and "SEV9" not in text:
            problems.append(f"the summary does not tell of the flaw: {text[:300]}")
        summary.unlink(missing_ok=True)
    return problems


def action(place):
    place.show("")
    definition = read(ROOT / "action.yml")
    summary = place.home / "summary.md"
    inputs = {name: str(value.get("default", "")) for name, value in definition["inputs"].items()}
    inputs["changed-since"] = "origin/main"
    ran, problems = [], []
    for step in definition["runs"]["steps"]:
        if "run" not in step:
            continue
        given = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], value)
            for name, value in (step.get("env") or {}).items()
        }
        variables = {
            **given, "GITHUB_WORKSPACE": str(place.clone), "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_PATH": str(place.home / "path"), "GITHUB_ACTION_PATH": str(place.source),
        }
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
        ran.append(judge(place, step["name"], step["run"], variables, problems, shell))
    if not (place.clone / "site" / "index.html").is_file():
        problems.append("no site was built")
    return problems + expected(ran, summary)


def gitlab(place, path):
    """Runs the jobs as GitLab does: the lines before and the lines of the script as one, in a shell that stops."""
    jobs = read(path)
    ran, problems = [], []
    for name, job in jobs.items():
        if not isinstance(job, dict) or "script" not in job:
            continue
        base = jobs.get(job.get("extends"), {})
        place.show(str(job.get("rules", "")))
        lines = [*base.get("before_script", []), *job.get("before_script", []), *job["script"]]
        variables = {
            **{key: str(value) for key, value in (base.get("variables") or {}).items()},
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": place.base, "DEBRIEF_REPOSITORY": str(place.source), "DEBRIEF_COMMIT": "",
        }
        shutil.rmtree(place.home / "debrief-source", ignore_errors=True)
        ran.append(judge(place, name, "\n".join(lines), variables, problems, ("bash", "-eo", "pipefail")))
        report = job.get("artifacts", {}).get("reports", {}).get("codequality")
        if report and "unknown-severity" not in (place.clone / report).read_text():
            problems.append(f"{name}: the report of code quality does not tell of the flaw")
        for folder in job.get("artifacts", {}).get("paths", []):
            if not (place.clone / folder / "index.html").is_file():
                problems.append(f"{name}: no site in {folder}")
    return problems + expected(ran, None)


def hook(place):
    entry = read(place.clone / ".pre-commit-config.yaml")["repos"][0]["hooks"][0]
    problems = []
    if not re.match(entry["files"], "postmortems/2026-03-02-checkout.md") or not re.match(entry["files"], "debrief.yml"):
        problems.append("the hook does not run for post-mortems and settings")
    if re.match(entry["files"], "src/main.c"):
        problems.append("the hook runs for every file")
    place.show("")
    status, printed = place.run(entry["entry"])
    if status != 1 or "unknown-severity" not in printed:
        problems.append(f"exits with {status}\n{printed}")
    return problems
