"""The search of the terminal, where it must agree with the browser's."""

from corpus import terminal


def check_pastes(report, debrief, source, pastes):
    """The same pasted texts find the same post-mortems, from a pipe as from a file."""
    for expected, _, text in pastes:
        found = terminal(debrief, source, "--paste", "-", given=text)
        first = found[0]["id"] if found else None
        problems = [] if first == expected else [f"{expected} expected, found {first} for {text[:80]!r}"]
        report.add(f"terminal: pasted {text[:40]!r}", problems)
