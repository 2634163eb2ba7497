"""Makes a folder of synthetic post-mortems of the size and shape of real ones, the same ones for the same number.

    python3 Benchmarks/corpus.py FOLDER --documents 10000 [--seed 1]
"""

import argparse
import datetime
import pathlib
import random

TEAMS = ["payments", "storage", "identity", "search", "network", "messaging", "databases", "observability"]
SERVICES = [f"{team}-{kind}" for team in TEAMS for kind in ["api", "worker", "gateway", "cache", "proxy", "scheduler"]]
CAUSES = [f"{what}-{how}" for what in ["certificate", "disk", "cache", "queue", "config", "dns", "deploy", "quota",
                                       "lock", "timeout", "memory", "schema"]
          for how in ["exhausted", "expired", "stale", "unbounded", "missing", "untested", "misrouted"]]
KNOWN = ("the of a to and in was were for that on after before service request error timeout deploy rollback queue "
         "replica cache owner alert dashboard traffic region primary failover retry client database limit").split()
SYLLABLES = "bra cle dro fli gru hax jo kel lum mor nas pli qua rin sto tre ul vex wen zor".split()


def vocabulary(chance, size):
    """Words of a language's usual frequencies: the n-th is as frequent as 1/n."""
    words = KNOWN + ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]
    total, weights = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 3)
        weights.append(total)
    return words, weights


class Writer:
    def __init__(self, seed, documents):
        self.chance = random.Random(seed)
        self.words, self.weights = vocabulary(self.chance, 4000 + documents * 4)

    def sentence(self, least=6, most=22):
        count = self.chance.randint(least, most)
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=count)).capitalize() + "."

    def paragraph(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))

    def document(self, number):
        chance = self.chance
        started = datetime.datetime(2015, 1, 1) + datetime.timedelta(minutes=chance.randrange(10 * 365 * 1440))
        detected = started + datetime.timedelta(minutes=int(chance.lognormvariate(2.5, 1)))
        mitigated = detected + datetime.timedelta(minutes=1 + int(chance.lognormvariate(4, 1)))
        resolved = mitigated + datetime.timedelta(minutes=int(chance.lognormvariate(3, 1)))
        services = chance.sample(SERVICES, chance.randint(1, 3))
        causes = sorted({CAUSES[min(len(CAUSES) - 1, int(chance.expovariate(0.05)))]
                         for _ in range(chance.randint(1, 2))})
        stamp = "%Y-%m-%dT%H:%M:00Z"
        lines = [
            "---", f"id: PM-{started.year}-{number:06}", f'title: "{services[0]}: {self.sentence(3, 6)[:-1]}"',
            f"severity: SEV{chance.choices([1, 2, 3, 4], weights=[1, 3, 4, 2])[0]}",
            f"services: [{', '.join(services)}]",
            f"teams: [{', '.join(sorted({service.split('-')[0] for service in services}))}]",
            f"root_causes: [{', '.join(causes)}]", f"started: {started:{stamp}}", f"detected: {detected:{stamp}}",
            f"mitigated: {mitigated:{stamp}}", f"resolved: {resolved:{stamp}}", "---", "",
            "## Summary", "", self.paragraph(2), "", "## Impact", "", self.paragraph(2), "",
            "| Metric | Before | During |", "|---|---:|---:|",
            *[f"| {name} | {chance.randint(1, 99)} | {chance.randint(100, 9999)} |" for name in ["Requests", "Errors"]],
            "", "## Timeline", "", "All times UTC.", ""]
        at = started
        for _ in range(chance.randint(6, 18)):
            lines.append(f"- **{at:%Y-%m-%d %H:%M}** {self.sentence(5, 24)}")
            at += datetime.timedelta(minutes=chance.randint(1, 25))
        lines += ["", "## Root cause", "", self.paragraph(8), "", self.paragraph(7), "", "## Contributing factors", "",
                  *[f"- {self.sentence()}" for _ in range(chance.randint(1, 4))], "", "## Resolution", "",
                  self.paragraph(3), "", "```", *[self.sentence(3, 7) for _ in range(5)], "```", "",
                  "## Action items", "", "| Action | Owner | Due | Ticket | Status |", "|---|---|---|---|---|"]
        for row in range(chance.randint(2, 6)):
            due = resolved + datetime.timedelta(days=chance.randint(7, 120))
            state = chance.choice(["open", "done", "done", "declined"])
            lines.append(f"| {self.sentence(4, 9)[:-1]} | {chance.choice(TEAMS)} | {due:%Y-%m-%d} "
                         f"| OPS-{number * 10 + row} | {state} |")
        lines += ["", "## Lessons learned", "", "### What went well", "", f"- {self.sentence()}", "",
                  "### What went wrong", "", *[f"- {self.sentence()}" for _ in range(3)], ""]
        return started, "\n".join(lines)


def make(folder, documents, seed=1):
    folder, writer = pathlib.Path(folder), Writer(seed, documents)
    for number in range(documents):
        started, text = writer.document(number)
        path = folder / f"{started.year}" / f"pm-{number:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.documents, given.seed)
