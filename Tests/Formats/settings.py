"""Reads the schemas of settings and front matter with check-jsonschema, and the settings in force as a program does."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKER = str(pathlib.Path(sys.executable).parent / "check-jsonschema")


def debrief_config(debrief, *arguments, cwd=ROOT):
    done = subprocess.run([debrief, "config", *arguments], cwd=cwd, check=True, capture_output=True, text=True)
    return done.stdout


def accepts(schema, *files):
    done = subprocess.run([CHECKER, "--schemafile", str(schema), *map(str, files)], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode == 0, done.stdout


def schemas(debrief, folder):
    paths = {}
    for name in ["settings", "post-mortem", "cause"]:
        paths[name] = pathlib.Path(folder, f"{name}.schema.json")
        paths[name].write_text(debrief_config(debrief, "--schema", name), encoding="utf-8")
    subprocess.run([CHECKER, "--check-metaschema", *map(str, paths.values())], check=True, capture_output=True)
    return paths


def front_matter(source, folder):
    """The front matter of a document as a file of its own; nil where it has none."""
    block = re.match(r"---\n(.*?)^---$", source.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    if block is None:
        return None
    target = pathlib.Path(folder, source.parent.name + "-" + source.stem + ".yml")
    target.write_text(block.group(1), encoding="utf-8")
    return target


def check_own_documents(debrief):
    with tempfile.TemporaryDirectory() as folder:
        paths = schemas(debrief, folder)
        assert accepts(paths["settings"], ROOT / "debrief.yml") == (True, "ok -- validation done\n")
        documents = sorted((ROOT / "postmortems").glob("**/*.md"))
        causes = [path for path in documents if path.parent.name == "causes"]
        incidents = [path for path in documents if path.parent.name not in ("causes", "plan")]
        assert len(causes) > 20 and len(incidents) > 60
        for name, group in [("cause", causes), ("post-mortem", incidents)]:
            files = [file for file in (front_matter(path, folder) for path in group) if file]
            assert len(files) == len(group)
            is_valid, message = accepts(paths[name], *files)
            assert is_valid, message[:500]


def check_typos(debrief):
    wrong = {
        "settings": ["titel: x", "policy: {publish_within_day: 3}", "policy: {due: {within_days: soon}}",
                     "rules: {missing-fild: error}", "rules: {missing-field: loud}", "audience: everyone",
                     "services: {a: {titel: A}}", "editions: {public: {peple: roles}}"],
        "post-mortem": ["sevrity: SEV1", "severity: SEV9", "status: publishd", "impact: {user: 5}", "impact: {users: many}",
                        "detection: {sorce: alert}", "mitigations: [{typ: rollback}]", "services: [slakc]", "title: [a]"],
        "cause": ["titel: x", "status: fixd", "owner_team: nobody", "aliases: {a: b}"],
    }
    right = {
        "settings": ["title:", "severities: [P1, P2]", "services: [a, b]", "sections: {severity: {SEV1: [impact]}}",
                     "people: {jd: incident-commander}", "exposure: {deploys: {2025-07: 310}}", "keys: {sev: severity}"],
        "post-mortem": ["acknowledged:", "date: 2019-07-02", "detection: alert", "root_causes: full-disk", "id: 7",
                        "impact: {users: 1.2e6, data_loss: yes}", "contributing_factors: [a, {text: b}]", "author: x"],
        "cause": ["controls: {canary: absent}", "controls: [canary]", "category: other"],
    }
    with tempfile.TemporaryDirectory() as folder:
        paths = schemas(debrief, folder)
        for number, (name, text, expected) in enumerate(
                (name, text, expected) for group, expected in [(wrong, False), (right, True)]
                for name, texts in group.items() for text in texts):
            file = pathlib.Path(folder, f"{number}.yml")
            file.write_text(text + "\n", encoding="utf-8")
            is_valid, message = accepts(paths[name], file)
            assert is_valid == expected, (name, text, message[:300])


def check_published(debrief):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([debrief, "build", "--output", folder, "--fail-level", "never"], cwd=ROOT, check=True,
                       capture_output=True)
        for name in ["settings", "post-mortem", "cause"]:
            published = pathlib.Path(folder, "data", f"{name}.schema.json").read_text(encoding="utf-8")
            assert json.loads(published) == json.loads(debrief_config(debrief, "--schema", name)), name


def check_sources(debrief):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "debrief.yml").write_text(
            "title: Shop\nservices:\n  checkout: Checkout\n  search: {title: Search,\n    tier: gold}\nrules:\n"
            "  blame: error\npolicy:\n  due: {within_days: 7}\n", encoding="utf-8")
        pathlib.Path(folder, "postmortems").mkdir()
        text = debrief_config(debrief, "--json", "--as-of", "2026-06-01", cwd=folder)
        assert text == debrief_config(debrief, "--json", "--as-of", "2026-06-01", cwd=folder)
        settings = json.loads(text)
        assert all(set(entry) == {"value", "source"} for entry in settings.values())
        expected = {
            "title": ("Shop", "debrief.yml:1"), "services.checkout.title": ("Checkout", "debrief.yml:3"),
            "services.search.tier": ("gold", "debrief.yml:5"), "rules.blame": ("error", "debrief.yml:7"),
            "policy.due.within_days": (7, "debrief.yml:9"), "policy.due.downtime_minutes": (30, "default"),
            "policy.publish_within_days": (30, "default"), "rules.missing-field": ("error", "default"),
            "timezone": (None, "default"), "as_of": ("2026-06-01", "--as-of"), "input": ("postmortems", "default"),
            "severities.SEV1": ("", "default"), "keys.date": ("started", "default"),
        }
        found = {key: (settings[key]["value"], settings[key]["source"]) for key in expected}
        assert found == expected, [pair for pair in zip(found.items(), expected.items()) if pair[0] != pair[1]]
        lines = debrief_config(debrief, "--input", "postmortems", cwd=folder).splitlines()
        assert 'input: "postmortems"  (--input)' in lines and 'title: "Shop"  (debrief.yml:1)' in lines, lines[:5]
        pathlib.Path(folder, "debrief.yml").write_text("titel: Shop\n", encoding="utf-8")
        done = subprocess.run([debrief, "config"], cwd=folder, capture_output=True, text=True, env=os.environ)
        assert done.returncode == 2 and "debrief.yml:1:1" in done.stderr and not done.stdout, done


CHECKS = [check_own_documents, check_typos, check_published, check_sources]
