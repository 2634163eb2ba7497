"""Asks `debrief lsp` as an editor does, with the client of pygls, and as an editor that makes every mistake."""

import asyncio
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

from lsprotocol import types
from pygls.lsp.client import LanguageClient

SETTINGS = """title: Shop
base_url: https://pm.example.org/
teams: {edge: Edge, payments: Payments}
services:
  checkout: {title: Checkout, team: payments}
  search: Search
"""
CAUSE = """---
title: Full disk
aliases: [disk-full]
status: understood
owner_team: edge
---
# Full disk

## First check at 2 a.m.

Run df on the primary.
"""
EARLIER = """---
id: PM-2024-001
title: Orders lost 😀 at night
severity: SEV1
services: [checkout]
started: 2024-03-01T10:00Z
root_causes: [full-disk]
---
# Summary

The disk of the orders' database was full.
"""
BROKEN = """---
title: "😀 Checkout down"
severity: {severity}
services: [chekout]
started: 2025-03-01T10:00Z
root_causes: [disk-full, fulldisk]
related: [PM-2024-002]
---
# Summary

As in [[PM-2024-001]] and [the first](2024-03-01-orders.md).

## Timeline

- 10:00 UTC 😀😀 the disk was full, obviously

## Action items

- [ ] Watch the disk (owner: @edge, due: 2025-04-01, type: pre)
"""


class Editor:
    """A folder with a knowledge base, a server, and what it said of each document."""

    def __init__(self, client, folder):
        self.client, self.folder, self.published = client, folder, {}
        self.arrived = asyncio.Condition()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def publish(message):
            async with self.arrived:
                self.published.setdefault(message.uri, []).append(message)
                self.arrived.notify_all()

    def uri(self, name):
        return pathlib.Path(os.path.normpath(self.folder / "postmortems" / name)).as_uri()

    async def diagnostics(self, uri, count):
        """The list that was published as the `count`th for a document."""
        async with self.arrived:
            await asyncio.wait_for(
                self.arrived.wait_for(lambda: len(self.published.get(uri, [])) >= count), timeout=60)
        return self.published[uri][count - 1].diagnostics

    async def open(self, name, text):
        uri = self.uri(name)
        item = types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text)
        count = len(self.published.get(uri, []))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return uri, await self.diagnostics(uri, count + 1)

    async def change(self, uri, version, *changes):
        count = len(self.published.get(uri, []))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version), content_changes=list(changes)))
        return await self.diagnostics(uri, count + 1)


def place(text, words, shift=0):
    """The position, in UTF-16 code units, of words in a text."""
    head = text[:text.index(words) + shift]
    return types.Position(line=head.count("\n"), character=len(head.split("\n")[-1].encode("utf-16-le")) // 2)


def span(text, words):
    return types.Range(start=place(text, words), end=place(text, words, len(words)))


def applied(text, edits):
    """The text with edits of its places in UTF-16 code units."""
    lines = text.split("\n")

    def offset(position):
        line = lines[position.line].encode("utf-16-le")
        return sum(len(line) + 1 for line in lines[:position.line]) + len(
            line[:position.character * 2].decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: -offset(edit.range.start)):
        text = text[:offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end):]
    return text


@contextlib.asynccontextmanager
async def editor(debrief):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve() / "größe & co"
        (folder / "postmortems" / "causes").mkdir(parents=True)
        (folder / "debrief.yml").write_text(SETTINGS, encoding="utf-8")
        (folder / "postmortems" / "causes" / "full-disk.md").write_text(CAUSE, encoding="utf-8")
        (folder / "postmortems" / "2024-03-01-orders.md").write_text(EARLIER, encoding="utf-8")
        client = LanguageClient("editor", "1")
        session = Editor(client, folder)
        await client.start_io(debrief, "lsp", "--as-of", "2026-06-01")
        hello = await client.initialize_async(types.InitializeParams(
            capabilities=types.ClientCapabilities(), root_uri=folder.as_uri(),
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="kb")]))
        assert hello.server_info.name == "debrief" and hello.capabilities.position_encoding == "utf-16", hello
        client.initialized(types.InitializedParams())
        yield session
        await client.shutdown_async(None)
        client.exit(None)
        await asyncio.wait_for(client._server.wait(), timeout=10)
        assert client._server.returncode == 0, client._server.returncode
        await client.stop()


async def diagnostics_and_fixes(debrief):
    async with editor(debrief) as session:
        text = BROKEN.replace("{severity}", "sev1")
        uri, found = await session.open("2025-03-01-checkout.md", text)
        rules = {finding.code: finding for finding in found}
        assert {"unknown-severity", "unknown-service", "unknown-root-cause", "unknown-reference"} <= set(rules), rules
        severity = rules["unknown-severity"]
        assert severity.range == span(text, "sev1") and severity.severity == types.DiagnosticSeverity.Error
        assert severity.code_description.href == "https://pm.example.org/writing/unknown-severity/index.html"
        cause = rules["unknown-root-cause"]
        assert cause.range == span(text, "fulldisk") and "did you mean 'full-disk'" in cause.message, cause
        assert cause.related_information[0].location.uri.endswith("causes/full-disk.md"), cause
        assert cause.related_information[0].message == "Full disk"

        async def actions(place, only=None):
            return await session.client.text_document_code_action_async(types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=uri), range=place,
                context=types.CodeActionContext(diagnostics=[], only=only)))

        fixes = await actions(cause.range)
        fix = next(action for action in fixes if action.kind == "quickfix")
        assert fix.diagnostics[0].code == "unknown-root-cause", fix
        whole = next(action for action in await actions(cause.range, ["source.fixAll"]))
        assert whole.kind == "source.fixAll.debrief"
        mended = applied(text, fix.edit.changes[uri])
        assert "root_causes: [disk-full, full-disk]" in mended
        mended_all = applied(text, whole.edit.changes[uri])
        assert "severity: SEV1\n" in mended_all and "services: [chekout]" in mended_all, mended_all
        left = await session.change(uri, 2, *[types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
                                              for edit in fix.edit.changes[uri]])
        assert "unknown-root-cause" not in {finding.code for finding in left}
        assert session.published[uri][-1].version == 2
        left = await session.change(uri, 3, types.TextDocumentContentChangeWholeDocument(text=mended_all))
        assert "unknown-severity" not in {finding.code for finding in left}
        settings, found = await session.open("../debrief.yml", "titel: x\n")
        assert found and found[0].code == "invalid-settings" and "did you mean 'title'" in found[0].message, found
        session.client.text_document_did_close(types.DidCloseTextDocumentParams(
            text_document=types.TextDocumentIdentifier(uri=uri)))
        assert not await session.diagnostics(uri, 4)


async def completions(debrief):
    async with editor(debrief) as session:
        async def labels(before, after="\n---\n# Summary\n", name="new.md"):
            uri = session.uri(name)
            count = len(session.published.get(uri, []))
            if count:
                await session.change(uri, count, types.TextDocumentContentChangeWholeDocument(text=before + after))
            else:
                await session.open(name, before + after)
            answer = await session.client.text_document_completion_async(types.CompletionParams(
                text_document=types.TextDocumentIdentifier(uri=uri), position=place(before + after, after)))
            items = {item.label: item for item in answer.items} if answer else {}
            return items

        keys = await labels("---\ntitle: 😀\nsev")
        assert "severity" in keys and "title" not in keys, keys.keys()
        assert keys["severity"].text_edit.new_text == "severity: " and keys["severity"].documentation.value
        assert list(await labels("---\nseverity: ")) == ["SEV1", "SEV2", "SEV3", "SEV4", "SEV5"]
        assert set(await labels("---\nservices: [search, ch", "]\n---\n")) >= {"checkout"}
        assert set(await labels("---\nroot_causes:\n  - fu")) == {"full-disk"}
        assert set(await labels("---\nroot_causes: [", "]\n---\n")) == {"full-disk"}
        found = await labels("---\nrelated: [orders", "]\n---\n")
        assert found["PM-2024-001"].detail == "2024-03-01 Orders lost 😀 at night", found
        assert "PM-2024-001" in await labels("---\nrecurrence_of:\n- PM")
        assert set(await labels("---\ndetection: {so", "}\n---\n")) == {"source"}
        assert "synthetic-check" in await labels("---\ndetection: {source: ", "}\n---\n")
        assert "alert" in await labels("---\ndetection:\n  al")
        assert "deploy" in await labels("---\ntrigger: de")
        assert "rollback" in await labels("---\nmitigations:\n  - type: roll")
        assert "canary" in await labels("---\ncontrols: {can", "}\n---\n")
        assert "failed" in await labels("---\ncontrols: {canary: ", "}\n---\n")
        mention = await labels("# Summary\n\nSee 😀 [[PM", "]] there\n")
        assert mention["PM-2024-001"].text_edit.new_text == "PM-2024-001", mention
        item = "# A\n\n## Action items\n\n- [ ] Watch it (owner: @edge, "
        assert {"due", "type", "addresses", "done when"} <= set(await labels(item, ")\n"))
        assert set(await labels(item + "type: pre", ")\n")) == {"prevent"}
        assert set(await labels(item + "addresses: ", ")\n")) == {"full-disk"}
        assert "understood" in await labels("---\nstatus: ", name="causes/new.md")
        assert "publish_within_days" in await labels("policy:\n  pub", "\n# end\n", name="../debrief.yml")


async def hover_and_definition(debrief):
    async with editor(debrief) as session:
        text = BROKEN.replace("{severity}", "SEV1")
        uri, _ = await session.open("2025-03-01-checkout.md", text)
        document = types.TextDocumentIdentifier(uri=uri)

        async def told(words, shift=1):
            at = place(text, words, shift)
            hover = await session.client.text_document_hover_async(
                types.HoverParams(text_document=document, position=at))
            target = await session.client.text_document_definition_async(
                types.DefinitionParams(text_document=document, position=at))
            return hover.contents.value if hover else "", target

        words, target = await told("disk-full")
        assert "Full disk" in words and "Run df on the primary" in words and "understood" in words, words
        assert target.uri == session.uri("causes/full-disk.md") and target.range.start.line == 1, target
        words, target = await told("PM-2024-001")
        assert "Orders lost 😀 at night" in words and "SEV1" in words and "database was full" in words, words
        assert target.uri == session.uri("2024-03-01-orders.md") and target.range.start.line == 2, target
        assert (await told("(2024-03-01-orders.md)", 5))[1].uri == session.uri("2024-03-01-orders.md")
        words, target = await told("severity")
        assert "How grave" in words and "SEV5" in words and target is None, words
        assert await told("the disk was") == ("", None)


async def saving(debrief):
    async with editor(debrief) as session:
        text = BROKEN.replace("{severity}", "SEV1").replace("title:", "id: pm-2024-001\ntitle:")
        name = "2025-03-01-checkout.md"
        uri, found = await session.open(name, text)
        assert "clashing-id" not in {finding.code for finding in found}
        count = len(session.published[uri])
        pathlib.Path(session.folder / "postmortems" / name).write_text(text, encoding="utf-8")
        session.client.text_document_did_save(types.DidSaveTextDocumentParams(
            text_document=types.TextDocumentIdentifier(uri=uri)))
        found = await session.diagnostics(uri, count + 1)
        clash = next(finding for finding in found if finding.code == "clashing-id")
        assert clash.range == span(text, "pm-2024-001"), clash
        assert clash.related_information[0].location.uri == session.uri("2024-03-01-orders.md"), clash
        # A line above moves it; a change of its own line takes it away until the next save.
        first = types.Position(line=1, character=0)
        found = await session.change(uri, 2, types.TextDocumentContentChangePartial(
            range=types.Range(start=first, end=first), text="kind: incident\n"))
        assert next(f for f in found if f.code == "clashing-id").range.start.line == 2
        at = types.Position(line=2, character=4)
        found = await session.change(uri, 3, types.TextDocumentContentChangePartial(
            range=types.Range(start=at, end=at), text="x"))
        assert "clashing-id" not in {finding.code for finding in found}


def framed(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def frames(data):
    messages = []
    while data:
        head, data = data.split(b"\r\n\r\n", 1)
        length = int(head.split(b":")[1])
        messages.append(json.loads(data[:length]))
        data = data[length:]
    return messages


def talk(debrief, messages, code=0):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "postmortems").mkdir()
        done = subprocess.run([debrief, "lsp"], cwd=folder, input=b"".join(map(framed, messages)), capture_output=True,
                              timeout=120, check=False)
        assert done.returncode == code, (done.returncode, done.stderr[-500:])
        return frames(done.stdout)


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def note(method, **params):
    return {"jsonrpc": "2.0", "method": method, "params": params}


START = [request(0, "initialize", capabilities={}, rootUri=None), note("initialized")]
END = [request(99, "shutdown"), note("exit")]


def check_life(debrief):
    answers = talk(debrief, [request(1, "textDocument/hover"), *START, request(2, "initialize"), *END])
    codes = [answer.get("error", {}).get("code") for answer in answers]
    assert codes == [-32002, None, -32600, None], answers
    assert talk(debrief, [*START, note("exit")], code=1)
    assert talk(debrief, START, code=1), "a stream that ends without 'exit' is no success"
    assert talk(debrief, [*START, request(1, "shutdown"), request(2, "textDocument/hover"), note("exit")])[2]["error"]


def check_other_folders(debrief):
    """A folder without post-mortems is nobody's knowledge base: its documents are left alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        uri = (folder / "README.md").as_uri()
        messages = [request(0, "initialize", capabilities={}, rootUri=folder.as_uri()), note("initialized"),
                    note("textDocument/didOpen", textDocument={"uri": uri, "version": 1, "text": "---\nseverity: x\n---\n"}),
                    request(1, "textDocument/hover", textDocument={"uri": uri}, position={"line": 1, "character": 1})]
        answers = talk(debrief, [*messages, *END])
        assert [answer.get("result", 5) for answer in answers[1:]] == [None, None], answers


def check_malformed(debrief):
    uri = "file:///nowhere/a.md"
    here = {"textDocument": {"uri": uri}}
    odd_places = [{}, None, 5, {"line": "x", "character": 0}, {"line": 1e300, "character": 0}]
    far_places = [{"line": -5, "character": -5}, {"line": 2**40, "character": 2**40}, {"line": 0, "character": 2**62}]
    messages = [*START]
    for odd in [b"{nonsense", b"", b"[]", b"null", b"\xff\xfe", b"[" * 5000]:
        messages.append(odd)
    for odd in [{}, {"textDocument": 5}, {"textDocument": {"uri": 5}}, {"textDocument": {"uri": "http://x", "text": 5}}, []]:
        for method in ["didOpen", "didChange", "didClose", "didSave"]:
            messages.append({"jsonrpc": "2.0", "method": f"textDocument/{method}", "params": odd})
    for address in [uri, "untitled:1", "file://host/x", "file:///%zz%00", ""]:
        messages.append(note("textDocument/didOpen", textDocument={"uri": address, "text": "---\n[[[{😀", "version": "x"}))
    ranges = [{"start": a, "end": b} for a in odd_places + far_places for b in odd_places + far_places]
    messages += [note("textDocument/didChange", textDocument={"uri": uri}, contentChanges=[{"range": r, "text": "😀\r"}])
                 for r in ranges]
    messages += [note("textDocument/didChange", textDocument={"uri": uri}, contentChanges=odd)
                 for odd in [5, [5], [{}], [{"text": 5}], [{"text": "\u0000\ud800"}]]]
    count = 1
    for method in ["completion", "hover", "definition", "codeAction", "nothing"]:
        for odd in odd_places + far_places:
            messages.append(request(count, f"textDocument/{method}", **here, position=odd, range=odd, context=odd))
            count += 1
    answers = talk(debrief, [*messages, *END])
    ids = [answer["id"] for answer in answers if answer.get("id") is not None]
    assert ids == [0, *range(1, count), 99], ids
    assert "result" in answers[-1]


def check_diagnostics_and_fixes(debrief):
    asyncio.run(diagnostics_and_fixes(debrief))


def check_completions(debrief):
    asyncio.run(completions(debrief))


def check_hover_and_definition(debrief):
    asyncio.run(hover_and_definition(debrief))


def check_saving(debrief):
    asyncio.run(saving(debrief))


CHECKS = [
    check_diagnostics_and_fixes, check_completions, check_hover_and_definition, check_saving, check_life,
    check_other_folders, check_malformed,
]
