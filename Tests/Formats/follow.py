"""Checks of what leaves for other programs: calendars, messages, mails, and the exit codes that automation relies on."""

import datetime
import email
import email.policy
import json
import pathlib
import subprocess
import tempfile

import icalendar

AS_OF = ["--as-of", "2026-06-01"]
TEXT = "<&> größer, und 重要な約束; \\ " * 8


class Folder:
    """A knowledge base in a folder of its own, asked with the command line."""

    def __init__(self, debrief, path):
        self.debrief, self.path = debrief, pathlib.Path(path)

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def call(self, *arguments):
        command = [self.debrief, *arguments, *AS_OF]
        return subprocess.run(command, cwd=self.path, capture_output=True, check=False)

    def output(self, *arguments):
        first, second = self.call(*arguments), self.call(*arguments)
        assert first.returncode == 0, first.stderr.decode()
        assert first.stdout == second.stdout, "a second run gives other bytes"
        return first.stdout


def large(debrief, work):
    """500 overdue items in one post-mortem."""
    folder = Folder(debrief, work)
    items = "".join(f"- [ ] Item {number} {TEXT} (owner: @edge, due: 2026-05-01)\n" for number in range(500))
    folder.write("debrief.yml", "title: Shop, größer\nbase_url: https://kb.example.org\nteams: {edge: Edge team}\n")
    folder.write("postmortems/a.md", f"---\nid: PM-1\ntitle: Down {TEXT}\nstarted: 2026-05-30T10:00Z\n---\n## Action items\n\n{items}")
    return folder


def check_messages(debrief):
    with tempfile.TemporaryDirectory() as work:
        folder = large(debrief, work)
        slack = json.loads(folder.output("digest", "--format", "slack"))
        assert len(slack["blocks"]) <= 50 and len(slack["text"]) <= 3000
        texts = [block["text"]["text"] for block in slack["blocks"] if "text" in block]
        assert all(len(text) <= 3000 for text in texts) and sum(map(len, texts)) <= 13200
        assert len(slack["blocks"][0]["text"]["text"]) <= 150
        assert "|… and " in "".join(texts), "what is left out is not counted"
        teams = folder.output("digest", "--format", "teams")
        assert len(teams) < 28 * 1024, len(teams)
        card = json.loads(teams)["attachments"][0]
        assert card["contentType"] == "application/vnd.microsoft.card.adaptive"
        assert {part["type"] for part in card["content"]["body"]} == {"TextBlock", "FactSet"}
        data = json.loads(folder.output("digest", "--json"))
        assert {section["id"]: section["count"] for section in data["sections"]} == {"new": 1, "overdue": 500}


def check_mail(debrief):
    with tempfile.TemporaryDirectory() as work:
        raw = large(debrief, work).output("digest", "--format", "email")
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        assert mail["Subject"] == "Shop, größer: 2026-05-26 to 2026-06-01", mail["Subject"]
        assert not mail.defects and [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
        plain, html = (part.get_content() for part in mail.iter_parts())
        assert "größer, und 重要な約束" in plain and "… and 450 more" in plain
        assert "&lt;&amp;&gt; größer" in html and "https://kb.example.org/actions/index.html" in html


def check_calendar(debrief):
    with tempfile.TemporaryDirectory() as work:
        folder = large(debrief, work)
        raw = folder.output("export", "--format", "ics")
        assert b"\n" not in raw.replace(b"\r\n", b""), "a line ends without CRLF"
        assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
        for line in raw.split(b"\r\n"):
            line.decode("utf-8")
        calendar = icalendar.Calendar.from_ical(raw)
        events = list(calendar.walk("VEVENT"))
        assert len(events) == 500 and len({str(event["UID"]) for event in events}) == 500
        assert not any(event.errors for event in events)
        first = events[0]
        assert str(first["SUMMARY"]).startswith("Due: Item 0 <&> größer, und 重要な約束; \\ "), first["SUMMARY"]
        assert first["DTSTART"].dt == datetime.date(2026, 5, 1) and first["DTSTAMP"].dt.year == 2026
        assert folder.call("export", "--format", "ics", "--team", "edge", "--output", "out/edge.ics").returncode == 0
        assert (folder.path / "out/edge.ics").read_bytes().count(b"BEGIN:VEVENT") == 500
        assert folder.call("export", "--format", "ics", "--team", "egde").returncode == 2
        assert folder.call("export", "--format", "yaml").returncode == 2


def check_actions(debrief):
    with tempfile.TemporaryDirectory() as work:
        folder = Folder(debrief, work)
        folder.write("postmortems/a.md", "---\ntitle: A\nteams: [edge]\nstarted: 2026-03-01\n---\n## Action items\n\n- [ ] One (due: 2026-04-01)\n- [x] Two\n")
        items = json.loads(folder.output("actions", "--json"))
        assert [item["overdue_days"] for item in items] == [61, None], items
        assert items[0]["line"] == 8 and items[0]["file"] == "a.md", items[0]
        codes = [
            folder.call("actions", *arguments, "--fail").returncode
            for arguments in (["--overdue"], ["--state", "declined"], ["--team", "edge"], ["--team", "egde"], ["--state", "opne"])
        ]
        assert codes == [1, 0, 1, 2, 2], codes


def check_due(debrief):
    with tempfile.TemporaryDirectory() as work:
        folder = Folder(debrief, work)
        incidents = [
            {
                "id": f"P{number}", "incident_number": number, "title": f"Down {number}", "status": "resolved",
                "urgency": "high", "created_at": f"{day}T10:00:00Z", "last_status_change_at": f"{day}T10:10:00Z",
                "resolved_at": f"{day}T10:10:00Z", "priority": {"summary": severity},
                "service": {"id": f"S{number}", "summary": f"service {number}"},
            }
            for number, day, severity in [
                (1, "2026-03-01", "SEV1"), (2, "2026-05-28", "SEV2"), (3, "2026-03-03", "SEV1"), (4, "2026-03-04", "SEV4"),
                (5, "2026-03-05", "SEV1"),
            ]
        ]
        folder.write("incidents.json", json.dumps({"incidents": incidents}))
        folder.write("postmortems/c.md", "---\ntitle: C\nstarted: 2026-03-03\nsource: {system: pagerduty, id: P3}\n---\n")
        folder.write("debrief.yml", "waivers: {P5: a rehearsal}\n")
        rows = json.loads(folder.output("due", "--incidents", "incidents.json", "--json"))
        verdicts = {row["incident"]: (row["verdict"], row["rule"], row["due"], row["file"]) for row in rows}
        assert verdicts == {
            "P1": ("late", "severity", "2026-03-15", None), "P2": ("owed", "severity", "2026-06-11", None),
            "P3": ("written", "source", None, "c.md"), "P4": ("not-due", "none", None, None),
            "P5": ("waived", "waiver", None, None),
        }, verdicts
        fail = ["due", "--incidents", "incidents.json", "--fail"]
        assert folder.call(*fail).returncode == 1 and folder.call(*fail, "--late").returncode == 1
        folder.write("debrief.yml", "waivers: {P5: a rehearsal, P1: nobody saw it}\n")
        assert folder.call(*fail).returncode == 1 and folder.call(*fail, "--late").returncode == 0
        folder.write("debrief.yml", "waivers: {P5: a rehearsal, P1: nobody saw it, P2: the same}\n")
        assert folder.call(*fail).returncode == 0
        assert folder.call("due", "--incidents", "nowhere.json").returncode == 74
        assert folder.call("due").returncode == 2
        folder.write("debrief.yml", "waivers: {P1: }\n")
        assert folder.call(*fail).returncode == 2, "a waiver without a reason is taken"


CHECKS = [check_messages, check_mail, check_calendar, check_actions, check_due]
