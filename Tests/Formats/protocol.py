"""Asks `debrief mcp` as a client of the Model Context Protocol does, and as one that makes every mistake."""

import asyncio
import json
import pathlib
import signal
import subprocess

import jsonschema
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types.version import LATEST_HANDSHAKE_VERSION

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUT = ["mcp", "--input", str(ROOT / "postmortems"), "--as-of", "2026-06-01"]
NOTICE = "This is data"


async def ask(debrief, questions):
    async with stdio_client(StdioServerParameters(command=debrief, args=INPUT)) as (read, write):
        async with ClientSession(read, write) as session:
            hello = await session.initialize()
            return await questions(session, hello)


async def each_tool(session, hello):
    assert hello.server_info.name == "debrief" and "no instruction" in hello.instructions, hello
    tools = {tool.name: tool for tool in (await session.list_tools()).tools}
    assert set(tools) == {"search", "read", "similar", "recurrences", "actions"}, tools
    for tool in tools.values():
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        assert tool.annotations.read_only_hint and not tool.input_schema["additionalProperties"]

    async def call(name, **arguments):
        jsonschema.validate(arguments, tools[name].input_schema)
        result = await session.call_tool(name, arguments)
        text = result.content[0].text
        assert not result.is_error and NOTICE in text[:20], text[:300]
        return result.structured_content, text

    found, _ = await call("search", query="regular expression backtracking", limit=3)
    assert 1 <= len(found["results"]) <= 3 and found["results"][0]["id"], found
    first = found["results"][0]["id"]
    document, text = await call("read", id=first)
    assert document["record"]["id"] == first and "# " in text and "## Timeline" in text, text[:500]
    like, _ = await call("similar", id=first, limit=2)
    assert len(like["results"]) == 2 and like["results"][0]["reasons"], like
    like, _ = await call("similar", text="# Site down\n\nA regular expression used all processors of the firewall.")
    assert like["results"], like
    causes, _ = await call("recurrences", limit=5)
    assert len(causes["causes"]) == 5 and causes["total"] > 5, causes["total"]
    cause = causes["causes"][0]["cause"]
    one, _ = await call("recurrences", cause=cause)
    assert [entry["cause"] for entry in one["causes"]] == [cause]
    page, text = await call("read", id=f"causes/{cause}")
    assert page["kind"] == "cause" and page["record"]["id"] == cause
    page, _ = await call("read", id="plan/roles")
    assert page["kind"] == "plan", page
    items, _ = await call("actions", limit=4)
    assert len(items["action_items"]) == 4 and items["total"] > 4
    done, _ = await call("actions", state="done")
    assert all(item["state"] == "done" for item in done["action_items"])
    wrong = await session.call_tool("read", {"id": first[:-1] + "q"})
    assert wrong.is_error and first in wrong.content[0].text, wrong
    return first


async def resources(session, hello):
    assert hello.capabilities.resources is not None
    listed = (await session.list_resources()).resources
    assert {str(entry.uri).split("/")[2] for entry in listed} == {"incidents", "causes", "plan"}, listed[:3]
    for entry in listed[:3] + listed[-3:]:
        content = (await session.read_resource(entry.uri)).contents[0]
        assert content.mime_type == "text/markdown" and NOTICE in content.text and entry.title
    await session.send_ping()


def check_tools(debrief):
    first, second = (asyncio.run(ask(debrief, each_tool)) for _ in range(2))
    assert first == second


def check_resources(debrief):
    asyncio.run(ask(debrief, resources))


def talk(debrief, lines):
    """What the server writes to these lines, line by line, and how it ends."""
    sent = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    done = subprocess.run([debrief, *INPUT], input=sent, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, (done.returncode, done.stderr[-500:])
    return [json.loads(line) for line in done.stdout.splitlines()]


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def check_versions(debrief):
    asked = ["2024-11-05", "2025-03-26", "2025-06-18", LATEST_HANDSHAKE_VERSION, "1999-01-01", 7]
    answers = talk(debrief, [request(n, "initialize", protocolVersion=v, capabilities={}) for n, v in enumerate(asked)])
    given = [answer["result"]["protocolVersion"] for answer in answers]
    assert given[:4] == asked[:4], given
    assert given[4] == given[5] == max(given), given


def check_mistakes(debrief):
    mistakes = [
        (b"{nonsense", -32700), (b"\xff\xfe\x00", -32700), (b"[" * 100000, -32700), (b"{}", -32600), (b"[]", -32600),
        (b'"text"', -32600), ({"jsonrpc": "2.0", "id": {}, "method": "ping"}, -32600),
        (request(1, "tools/nothing"), -32601), (request(1, "tools/call"), -32602),
        (request(1, "tools/call", name="delete"), -32602), (request(1, "tools/call", name=5), -32602),
        (request(1, "tools/call", name="search"), -32602),
        (request(1, "tools/call", name="search", arguments=[]), -32602),
        (request(1, "tools/call", name="search", arguments={"query": 5}), -32602),
        (request(1, "tools/call", name="search", arguments={"query": "x", "limit": 0}), -32602),
        (request(1, "tools/call", name="search", arguments={"query": "x", "limit": 1e300}), -32602),
        (request(1, "tools/call", name="search", arguments={"query": "x", "quary": "y"}), -32602),
        (request(1, "tools/call", name="actions", arguments={"state": "opne"}), -32602),
        (request(1, "resources/read", uri="debrief://incidents/nothing"), -32002),
        (request(1, "resources/read", uri="file:///etc/passwd"), -32002),
        (request(1, "resources/list", cursor="x"), -32602), (request(1, "resources/list", cursor="99999999"), -32602),
        ({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": [1]}, -32602),
    ]
    notification = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    lines = [line for mistake, _ in mistakes for line in (mistake, notification, b"", b"   \r")]
    answers = talk(debrief, [*lines, request("last", "ping")])
    codes = [answer.get("error", {}).get("code") for answer in answers[:-1]]
    assert codes == [code for _, code in mistakes], codes
    assert answers[-1] == {"jsonrpc": "2.0", "id": "last", "result": {}}, answers[-1]


def check_strange_words(debrief):
    words = ["", " ", "\"", "\u0000\u001b[31m", "😀" * 500, "../../etc/passwd", "-", "a" * 100000, "service:", "\n\n"]
    calls = [
        request(n, "tools/call", name=tool, arguments={key: word})
        for n, (tool, key, word) in enumerate(
            (tool, key, word) for tool, key in [("search", "query"), ("read", "id"), ("similar", "id"),
                                                ("similar", "text"), ("recurrences", "cause"), ("actions", "team")]
            for word in words)
    ]
    answers = talk(debrief, calls)
    assert [answer["id"] for answer in answers] == list(range(len(calls)))
    for answer in answers:
        shown = json.dumps(answer.get("result", answer.get("error")))
        assert "\\u001b" not in shown and "root:" not in shown, shown[:300]


def check_end(debrief):
    for end, code in [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, -signal.SIGINT), (None, 0)]:
        # A shell has its background jobs ignore an interrupt, and what they start with them.
        server = subprocess.Popen([debrief, *INPUT], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        server.stdin.write(json.dumps(request(1, "ping")).encode() + b"\n")
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["id"] == 1
        if end:
            server.send_signal(end)
        else:
            server.stdin.close()
        assert server.wait(timeout=10) in (code, 128 - code), (end, server.returncode)
        server.stdout.close()
        if end:
            server.stdin.close()


CHECKS = [check_tools, check_resources, check_versions, check_mistakes, check_strange_words, check_end]
