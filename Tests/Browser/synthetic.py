"""Writes a made-up knowledge base in which every field that a trend needs is stated by most of its post-mortems."""

import datetime
import random

SERVICES = ["checkout", "search", "payments", "catalogue", "identity", "mail", "billing", "inventory"]
TEAMS = ["shop", "platform", "data"]
CAUSES = [
    "expired-certificate", "connection-pool-exhausted", "regex-backtracking", "config-pushed-everywhere",
    "disk-full", "retry-storm", "schema-migration-lock", "dns-record-removed", "untested-backup",
]
TRIGGERS = ["deploy", "config", "capacity", "traffic", "dependency", "data", "hardware", "expiry", "unknown"]
DETECTIONS = ["alert", "synthetic-check", "employee", "customer", "partner", "log-review"]
MITIGATIONS = ["rollback", "config-revert", "restart", "scale-up", "failover", "feature-flag-off", "manual-repair"]
CONTROLS = ["canary", "circuit-breaker", "timeout", "rollback", "alert", "runbook", "redundancy", "load-balancing"]
STATES = ["absent", "failed", "worked", "present", "unknown"]
TYPES = ["prevent", "detect", "mitigate", "process"]


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%MZ")


def items(chance, start, causes):
    lines = []
    for number in range(chance.randrange(4)):
        due = start.date() + datetime.timedelta(days=chance.randrange(10, 120))
        done = due + datetime.timedelta(days=chance.randrange(-9, 40))
        state = chance.choice(["x", "x", " ", "-"])
        closing = {"x": f", done: {done}", " ": "", "-": ", declined: the service is replaced"}[state]
        addresses = f", addresses: {causes[0]}" if number == 0 else ""
        lines.append(
            f"- [{state}] Put guard {number} in front of {causes[0]} (owner: @{chance.choice(TEAMS)}, due: {due}"
            f"{closing}, type: {chance.choice(TYPES)}{addresses})"
        )
    return "\n".join(lines) or "None: the guard that was there did its work."


def document(chance, number, start):
    services = chance.sample(SERVICES, chance.randrange(1, 3))
    causes = chance.sample(CAUSES, chance.randrange(1, 3))
    detected = start + datetime.timedelta(minutes=int(chance.lognormvariate(2.5, 1.2)))
    mitigated = detected + datetime.timedelta(minutes=1 + int(chance.lognormvariate(3.8, 1.2)))
    resolved = mitigated + datetime.timedelta(minutes=1 + int(chance.lognormvariate(4.5, 1.3)))
    published = resolved.date() + datetime.timedelta(days=chance.randrange(1, 45))
    controls = ", ".join(f"{name}: {chance.choice(STATES)}" for name in chance.sample(CONTROLS, 3))
    kind = chance.choices(["incident", "near-miss", "drill"], [90, 6, 4])[0]
    introduced = start.date() - datetime.timedelta(days=chance.randrange(1, 900))
    return f"""---
id: PM-{start.year}-{number:04}
title: {services[0]} fails for case {number}
status: published
kind: {kind}
severity: SEV{chance.choices([1, 2, 3, 4], [1, 3, 5, 4])[0]}
services: [{', '.join(services)}]
teams: [{chance.choice(TEAMS)}]
started: {stamp(start)}
detected: {stamp(detected)}
mitigated: {stamp(mitigated)}
resolved: {stamp(resolved)}
published: {published}
detection: {{source: {chance.choice(DETECTIONS)}}}
trigger: {chance.choice(TRIGGERS)}
root_causes: [{', '.join(causes)}]
contributing_factors: [{{text: no guard in front of {causes[0]}, introduced: {introduced}}}]
mitigations: [{{type: {chance.choice(MITIGATIONS)}, at: {stamp(mitigated)}, worked: true}}]
controls: {{{controls}}}
impact: {{minutes: {int((mitigated - start).total_seconds() // 60)}}}
responders: {{count: {chance.randrange(1, 9)}, hours: {chance.randrange(1, 30)}, out_of_hours: {str(start.hour < 8).lower()}}}
---

## Summary

Case {number} of {services[0]}.

## Timeline

- {stamp(start)} the first request fails
- {stamp(detected)} somebody notices
- {stamp(mitigated)} requests succeed again

## Root cause

{causes[0]}, as the record says.

## Action items

{items(chance, start, causes)}
"""


def write(folder, count, last=datetime.datetime(2026, 1, 14), seed=7):
    """Writes `count` documents that reach back evenly over three and a half years from a last day."""
    chance = random.Random(seed)
    span = 3.5 * 365 * 24 * 60
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        minutes = span * (number + chance.random()) / count
        start = last - datetime.timedelta(minutes=round(minutes))
        path = folder / str(start.year) / f"case-{number:04}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(document(chance, number, start), encoding="utf-8")
