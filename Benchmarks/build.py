"""What a build costs beside a plain static site generator, and that generator with a search index: time, memory, bytes.

Makes synthetic post-mortems, then runs by turns: a build from nothing, the same again with nothing changed, the same with
one document edited, `check`, Hugo alone, Hugo with Pagefind, and a floor (floor.c: every document read, parsed and
rendered by cmark-gfm on two threads, and as many bytes written as the site has). Prints medians, and the medians of the ratios of one turn, which other work on the machine disturbs less. What is not
installed is left out: Hugo is a package of Debian, Pagefind one of PyPI (`pagefind[extended]`).

    python3 Benchmarks/build.py --debrief .build/release/debrief [--documents 1000 10000] [--turns 3] [--folder /dev/shm]
"""

import argparse
import importlib.util
import pathlib
import platform
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from corpus import make

HUGO = {
    "config.toml": 'baseURL = "http://localhost/"\ntitle = "Post-mortems"\ndisableKinds = ["RSS", "sitemap"]\n'
                   '[taxonomies]\nservice = "services"\nteam = "teams"\nroot_cause = "root_causes"\n'
                   '[markup.highlight]\ncodeFences = false\n',
    "layouts/_default/baseof.html":
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>'
        '<header><a href="/">Post-mortems</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>\n',
    "layouts/_default/single.html":
        '{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1>\n'
        '<p data-pagefind-filter="severity">{{ .Params.severity }}</p>\n'
        '<ul>{{ range .Params.services }}<li><a href="/services/{{ . | urlize }}/" data-pagefind-filter="service">'
        '{{ . }}</a></li>{{ end }}</ul>\n'
        '<ul>{{ range .Params.root_causes }}<li><a href="/root_causes/{{ . | urlize }}/">{{ . }}</a></li>{{ end }}</ul>\n'
        '{{ .TableOfContents }}\n{{ .Content }}</article>{{ end }}\n',
    "layouts/_default/list.html":
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>'
        '</li>\n{{ end }}</ul>{{ end }}\n',
}


class Run:
    """One command: seconds on the clock and of all cores, peak memory in MB, and what it said."""

    def __init__(self, *command, cwd=None):
        self.output = tempfile.TemporaryFile()
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=self.output, stderr=self.output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
        self.output.seek(0)
        self.text = self.output.read().decode(errors="replace")
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{self.text[-2000:]}")


class Sum:
    """Two commands one after the other."""

    def __init__(self, first, second):
        self.seconds, self.cpu = first.seconds + second.seconds, first.cpu + second.cpu
        self.memory = max(first.memory, second.memory)


def floor_program(folder):
    """Path of the compiled floor, nil where there is no compiler or no cmark-gfm to link."""
    source, target = pathlib.Path(__file__).with_name("floor.c"), folder / "floor-program"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark-gfm"], capture_output=True, text=True)
    done = subprocess.run(["cc", "-O2", source, "-o", target, *flags.stdout.split(), "-lpthread"])
    return target if done.returncode == 0 else None


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files), len(files)


def hugo_site(folder, corpus):
    for name, text in HUGO.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    index = HUGO["layouts/_default/list.html"].replace("range .Pages", "range .Site.RegularPages")
    (folder / "layouts/index.html").write_text(index)
    shutil.copytree(corpus, folder / "content/incidents")


def turn(debrief, corpus, folder, number, rivals, floor):
    """One run of each, each into an empty folder but those that measure a second build; also the size of what they wrote."""
    site, runs, sizes = folder / "site", {}, {}
    build = [debrief, "build", "--input", corpus, "--output", site, "--fail-level", "never", "--timings"]
    runs["build"] = Run(*build)
    sizes["build"] = size(site)
    runs["again"] = Run(*build)
    edited = sorted(corpus.rglob("*.md"))[number]
    text = edited.read_text()
    edited.write_text(text.replace("## Impact", f"An edit, number {number}.\n\n## Impact"))
    runs["one edited"] = Run(*build)
    edited.write_text(text)
    runs["check"] = Run(debrief, "check", "--input", corpus, "--fail-level", "never", "--format", "json")
    shutil.rmtree(site)
    if "hugo" in rivals:
        runs["hugo"] = Run("hugo", "--quiet", "-s", folder / "hugo", "-d", folder / "public")
        sizes["hugo"] = size(folder / "public")
    if "pagefind" in rivals:
        index = Run(sys.executable, "-m", "pagefind", "--site", folder / "public")
        runs["hugo + pagefind"] = Sum(runs["hugo"], index)
        sizes["hugo + pagefind"] = size(folder / "public")
    shutil.rmtree(folder / "public", ignore_errors=True)
    if floor:
        (folder / "list").write_text("\n".join(map(str, sorted(corpus.rglob("*.md")))))
        (folder / "floor").mkdir()
        runs["floor"] = Run(floor, folder / "list", folder / "floor", sizes["build"][0])
        shutil.rmtree(folder / "floor")
    return runs, sizes


def stages(text):
    return re.findall(r"^  (\S.*?)\s{2,}([\d.]+) s", text, re.MULTILINE)


def report(turns, sizes):
    print(f"{'':18}{'seconds':>9}{'of cores':>10}{'peak MB':>9}{'/ build':>9}{'MB':>8}{'files':>9}")
    for name in turns[0]:
        def median(value):
            return statistics.median(value(runs) for runs in turns)
        ratio = median(lambda runs: runs[name].seconds / runs["build"].seconds)
        written = f"{sizes[name][0] / 1e6:8.0f}{sizes[name][1]:9}" if name in sizes else ""
        print(f"{name:18}{median(lambda runs: runs[name].seconds):9.2f}{median(lambda runs: runs[name].cpu):10.2f}"
              f"{median(lambda runs: runs[name].memory):9.0f}{ratio:9.3f}{written}")
    print("stages of the build, seconds: " + ", ".join(
        f"{name} {statistics.median(float(dict(stages(runs['build'].text))[name]) for runs in turns):.2f}"
        for name, _ in stages(turns[0]["build"].text)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--folder", default="/dev/shm", help="where everything is written: a disk in memory")
    arguments = parser.parse_args()
    debrief = pathlib.Path(arguments.debrief).resolve()
    rivals = {"hugo"} if shutil.which("hugo") else set()
    if rivals and importlib.util.find_spec("pagefind"):
        rivals.add("pagefind")
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    for documents in arguments.documents:
        with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
            folder = pathlib.Path(name)
            corpus = folder / "postmortems"
            make(corpus, documents)
            (folder / "debrief.yml").write_text("title: Synthetic\n")
            if rivals:
                hugo_site(folder / "hugo", corpus)
            floor = floor_program(folder)
            turns = [turn(debrief, corpus, folder, number, rivals, floor) for number in range(arguments.turns)]
            print(f"\n{documents} documents, {size(corpus)[0] / 1e6:.0f} MB, {arguments.turns} turns")
            report([runs for runs, _ in turns], turns[-1][1])


if __name__ == "__main__":
    main()
