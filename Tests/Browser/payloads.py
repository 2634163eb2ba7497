"""A knowledge base in which every place that a page is made of holds what would run, or fetch, elsewhere."""

import json

ELSEWHERE = "//elsewhere.example"

# What a document may try, each in every place of a document.
PAYLOADS = [
    "<script>ran(1)</script>",
    "<img src=x onerror=ran(2)>",
    "<svg onload=ran(3)><script>ran(3)</script></svg>",
    "\"><script>ran(4)</script>",
    "'><img src=x onerror='ran(5)'>",
    "\" onmouseover=\"ran(6)\" autofocus onfocus=\"ran(6)",
    "' onfocus='ran(7)' autofocus='",
    "</title><script>ran(8)</script>",
    "</script><script>ran(9)</script>",
    "</style><script>ran(10)</script>",
    "</textarea></pre></code><script>ran(11)</script>",
    "<!--><script>ran(12)</script>-->",
    "]]><script>ran(13)</script>",
    f"<base href={ELSEWHERE}/>",
    f"<meta http-equiv=refresh content=\"0;url=https:{ELSEWHERE}\">",
    f"<iframe src=https:{ELSEWHERE}></iframe><iframe srcdoc='<script>parent.ran(16)</script>'></iframe>",
    f"<link rel=stylesheet href=https:{ELSEWHERE}/a.css><style>@import url(https:{ELSEWHERE}/b.css);</style>",
    f"<object data=https:{ELSEWHERE}></object><embed src=https:{ELSEWHERE}>",
    f"<form action=https:{ELSEWHERE}><button autofocus>go</button></form>",
    f"<img srcset='https:{ELSEWHERE}/a.png 1x'><picture><source srcset=https:{ELSEWHERE}/b.png></picture>",
    f"<video autoplay poster=https:{ELSEWHERE}/p><source src=https:{ELSEWHERE}/v onerror=ran(21)></video>",
    "<details open ontoggle=ran(22)><summary>s</summary></details>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=ran(23)>",
    "<a href=javascript:ran(24) id=a>x</a><script>document.getElementById('a').click()</script>",
    "{{title}} {{{page.title}}} {{#page}}{{/page}} {{> layout}}",
    "${ran(26)} `-ran(26)-` \\u003cscript\\u003eran(26)\\u003c/script\\u003e",
    "\u2028ran(27)\u2029//",
    "\\\"});ran(28);//",
    "&lt;script&gt;ran(29)&lt;/script&gt; &#60;script&#62;ran(29)&#60;/script&#62;",
    "__proto__ constructor toString hasOwnProperty",
    "\u202eran(31)\u202c \u200bzero\u200b \ufeffmark",
    "=HYPERLINK(\"https://elsewhere.example\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u001b]0;ran\u0007\u001b[2J\u009b31m",
    "%0aEND:VEVENT%0d%0a::error file=x::ran",
    "a\u0000b\u0001c\u0085d",
]

# Where an address is expected.
ADDRESSES = [
    "javascript:ran(1)", "JaVaScRiPt:ran(2)", "java\tscript:ran(3)", "&#106;avascript:ran(4)", "javascript&colon;ran(5)",
    "\u0001javascript:ran(6)", "vbscript:ran(7)", "data:text/html,<script>ran(8)</script>",
    "data:image/svg+xml,<svg onload=ran(9)>", "//elsewhere.example/x", "/\\elsewhere.example/x", "\\\\elsewhere.example/x",
    "https://elsewhere.example/x.png", "http:elsewhere.example", "blob:https://elsewhere.example/1", "view-source:x",
    "feed:https://elsewhere.example", "file:///etc/passwd", "../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/x",
    "https://a:b@elsewhere.example", "jar:https://elsewhere.example!/", "ws://elsewhere.example", "mailto:a?body=<script>",
    "about:blank", "javascript://%0aran(27)", "x\"onerror=\"ran(28)", "x'onerror='ran(29)", "#\"><script>ran(30)</script>",
    "/%5celsewhere.example", "/\t/elsewhere.example/x", "./\\\\elsewhere.example", "tel:<script>", "livescript:ran(35)",
]

FIELDS = [
    "id", "title", "status", "kind", "severity", "services", "teams", "timezone", "trigger", "root_causes", "related",
    "recurrence_of", "audience", "origin", "sources", "aliases", "tags", "contributing_factors", "started", "published",
    "mitigations", "controls", "impact", "responders", "links", "source", "detection",
]


def quoted(text):
    return json.dumps(text)


def field(name, text):
    """A line of front matter that holds the text in a field of whatever shape."""
    value = quoted(text)
    shapes = {
        "mitigations": f"[{{kind: {value}, at: {value}}}]", "controls": f"{{alert: {value}, {value}: present}}",
        "impact": f"{{summary: {value}, users: {value}, customers: {value}, revenue: {value}}}",
        "responders": f"{{commander: {value}, scribe: [{value}]}}", "links": f"{{{value}: {value}, ticket: {value}}}",
        "contributing_factors": f"[{value}, {{{value}: {value}}}, {{cause: {value}}}]",
        "detection": f"{{source: {value}, signal: {value}}}", "source": f"[{{system: {value}, id: {value}, url: {value}}}]",
    }
    lists = {"services", "teams", "root_causes", "related", "recurrence_of", "sources", "aliases", "tags"}
    return f"{name}: " + shapes.get(name, f"[{value}]" if name in lists else value) + "\n"


def head(number, lines="", without=()):
    fields = {"id": f"H-{number}", "title": f"Hostile {number}", "severity": "SEV2", "services": "[shop]",
              "started": f"2026-0{number % 5 + 1}-1{number % 9}T10:00Z", "resolved": "2026-05-30T11:00Z"}
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items() if k not in without) + lines + "---\n"


def body(text):
    """The text in every construct of a document."""
    line = text.replace("\n", " ")
    return f"""# {line}

## Summary

{line} and `{line}` and **{line}** and ~~{line}~~, see H-1.[^n] [{line}](x "{line}") ![{line}](x.png "{line}")

<div>{line}</div>

<details><summary>{line}</summary>{line}</details>

> [!NOTE]
> {line}

[{line}]: https://example.org/{line}

## Timeline

- 10:00 UTC {line}
- 10:05 UTC **Detection:** {line}
- {line} 10:06 UTC

| when | what {line} |
|---|---|
| 10:10 UTC | {line} |

## Root cause {line}

{line}

```{line}
{line}
Traceback (most recent call last):
  File "{line}", line 1, in {line}
{line}: {line}
```

~~~mermaid {line}
{line}
~~~

## Action items

- [ ] {line} (owner: {line}, due: 2026-01-01, type: {line}, ticket: {line}, addresses: {line}, done when: {line})
- [x] Done {line} (owner: @storage, done: 2026-02-01)
- [~] Declined (reason: {line})

| action | owner | due | ticket |
|---|---|---|---|
| {line} | {line} | 2026-07-01 | {line} |

## Lessons learned

1. {line}

[^n]: {line}
"""


def address_body(address):
    lines = [f"[a]({form}) ![p]({form})" for form in (address, f"<{address}>")]
    return "\n\n".join(["## Summary", *lines, f"<{address}> {address}", f"[r] ![r] [{address}]", f"[r]: <{address}> 't'",
                        f"<a href=\"{address}\">raw</a> <img src=\"{address}\">",
                        f"## Action items\n\n- [ ] Do it (owner: @o, ticket: {address}, due: 2026-01-01)\n- [ ] [t]({address})"]) + "\n"


def documents():
    """Path below the folder → text."""
    files = {"postmortems/h-1.md": head(1) + body("harmless")}
    for number, payload in enumerate(PAYLOADS):
        files[f"postmortems/body-{number}.md"] = head(100 + number) + body(payload)
        files[f"postmortems/all-{number}.md"] = (
            head(200 + number, field("title", payload) + field("services", payload) + field("teams", payload)
                 + field("root_causes", payload) + field("tags", payload), {"title", "services"}) + body("quiet"))
    for number, address in enumerate(ADDRESSES):
        lines = field("links", address) + field("sources", address)
        files[f"postmortems/address-{number}.md"] = head(300 + number, lines) + address_body(address)
    for place, name in enumerate(FIELDS):
        for turn in range(3):
            payload = PAYLOADS[(place * 7 + turn * 11) % 14 if turn else 3]
            files[f"postmortems/field-{name}-{turn}.md"] = head(400 + place * 3 + turn, field(name, payload), {name}) + body("quiet")
    for number, name in enumerate(["<img src=x onerror=ran(1)>", "\"onfocus=\"ran(2)", "a'b&c;{{x}}", "%3cscript%3e", "#x?y", "__proto__",
                                   "\u202egpj.md", "-rf", "javascript:ran(3)", "CON", "a\tb"]):
        files[f"postmortems/names/{name}.md"] = f"# Named {number}\n\n## Summary\n\nText.\n"
    for number, payload in enumerate(PAYLOADS[:14]):
        value = quoted(payload)
        files[f"postmortems/causes/cause-{number}.md"] = (
            f"---\ntitle: {value}\naliases: [{value}]\ncategory: {value}\nstatus: {value}\n---\n" + body(payload))
        files[f"postmortems/plan/plan-{number}.md"] = f"---\ntitle: {value}\norder: {value}\n---\n" + body(payload)
    files["postmortems/picture.md"] = head(900) + "## Summary\n\n![p](drawing.svg) [d](drawing.svg) [h](page.html) [t](notes.txt)\n"
    files["postmortems/drawing.svg"] = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='ran(1)'><script>ran(2)</script>"
        "<image href='https://elsewhere.example/x.png'/><title>\"&lt;script>ran(3)</title></svg>")
    files["postmortems/page.html"] = "<script>ran(4)</script>"
    files["postmortems/notes.txt"] = "<script>ran(5)</script>"
    files["debrief.yml"] = settings()
    return files


def settings():
    bad = PAYLOADS[3]
    return "\n".join([
        f"title: {quoted(bad)}", f"description: {quoted(PAYLOADS[7])}", "base_url: https://example.org/debrief",
        "teams:", f"  storage: {{title: {quoted(PAYLOADS[4])}}}", "services:", f"  shop: {{title: {quoted(bad)}}}", ""])
