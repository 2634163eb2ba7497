"""A public edition must be as if what is internal had never been written."""

import binascii
import json
import pathlib
import shutil
import struct
import zlib

from base import CAUSE, Skipped, check, document, knowledge_base, leftovers, tree, write

CORPORA = pathlib.Path(__file__).resolve().parents[3] / "shared/corpora"
CANARY = "kanarie"
KEY = "AKI" + "AZ7QHWNV4TBKD2YRM"
PASSWORD = "q7Zw" + "9bKx3TnV5hRd"
SETTINGS = """title: Disks
services: {store-0: Store 0, store-1: Store 1, store-2: Store 2, store-3: Store 3, store-4: Store 4}
people: {Jane Kanarieson: incident commander, "@kanariejane": responder}
customers: {Kanarie Bakeries: a retail customer}
# <!-- internal -->
teams: {kanarieteam: {title: Kanarie team}}
# <!-- /internal -->
editions:
  public: {title: Public disks}
"""


class Canaries:
    """Words of which each stands in one internal place."""

    def __init__(self):
        self.places = []

    def __call__(self, place):
        self.places.append(place)
        return f"{CANARY}{len(self.places):04}"


def png(*chunks):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", binascii.crc32(name + data))

    rows = zlib.compress(b"\0\xff\0\0" * 1)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*c) for c in chunks) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(comment, orientation=6):
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 1) + entry + b"\0\0\0\0" + comment
    app = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    note = b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\0\0\x3f\0" + b"\x12\xff\x00\x34"
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + app + note + scan + b"\xff\xd9"


def webp(comment):
    chunks = b"VP8X" + struct.pack("<I", 10) + b"\x0c" + b"\0" * 9
    chunks += b"EXIF" + struct.pack("<I", len(comment) + len(comment) % 2) + comment + b"\0" * (len(comment) % 2)
    chunks += b"VP8L" + struct.pack("<I", 6) + b"\x2f\0\0\0\0\0"
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def gif(comment):
    return (b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff\x21\xfe" + bytes([len(comment)]) + comment + b"\0"
            + b"\x2c\0\0\0\0\1\0\1\0\0\2\2D\1\0\x3b")


def svg(comment):
    return (b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org' width='9' height='9' "
            b"inkscape:export-filename='/home/" + comment + b"/x.png'><!-- " + comment + b" --><metadata>" + comment
            + b"</metadata><rect width='9' height='9'/></svg>")


def internal_parts(canary, number):
    """A body whose internal text is marked in every way there is."""
    return f"""<!-- internal -->
The customer {canary('a block')} was told by ![graph](only-{canary('a picture of a block').lower()}.png).

```
Traceback (most recent call last):
  File "/srv/{canary('a traceback')}/app.py", line 3, in run
{canary('an error')}Error: no space
```
<!-- /internal -->

It began at noon<!-- internal --> in {canary('a sentence')}<!-- /internal -->.

:::internal
- 10:30 UTC {canary('a fence')} was called

:::note
{canary('a fence in a fence')}
:::

<!-- internal -->
{canary('a comment in a fence')}
:::

> :::internal
> {canary('a fence in a quotation')}
> :::

| machine | state |
|---|---|
| {number} | full |
<!-- Internal --> {canary('another letter case')} <!--/INTERNAL-->
<!--
internal
-->
{canary('a mark of several lines')}
<!-- internal --> {canary('nested')} <!-- internal --> {canary('nested deeper')} <!-- /internal --> {canary('nested again')}
<!-- /internal --><!-- /internal -->

See [the other one](../internal/secret-{number}.md) and [again][other], <../internal/secret-{number}.md>.
Jane Kanarieson (@kanariejane) called Kanarie  Bakeries and **Kanarie** Bakeries.

[other]: ../internal/secret-{number}.md "the other one"
"""


def secret_document(canary, number):
    text = document(1000 + number, body=f"{canary('an internal document')} and ![shared](../2025/shared.png)\n")
    head = f"audience: internal\naliases: [{canary('an alias')}]\ntags: [{canary('a tag')}]\n"
    text = text.replace("services: [", f"services: [{canary('a service')}, ").replace("id: PM-", f"{head}id: {canary('an id')}-")
    return text.replace("root_causes: [full-disk]", f"root_causes: [{canary('a cause without a record')}, hidden-cause]")


def base(folder, count=200):
    """Half of the documents are public with internal parts, half are internal."""
    canary = Canaries()
    write(folder / "debrief.yml", SETTINGS)
    posts = folder / "postmortems"
    write(posts / "causes/full-disk.md", CAUSE.replace("title:", "audience: public\ntitle:")
          + f"\n<!-- internal -->{canary('a cause')}<!-- /internal -->\n")
    write(posts / "causes/hidden-cause.md", CAUSE.replace("title: A", f"audience: internal\ntitle: {canary('a hidden cause')} a"))
    write(posts / "plan/on-call.md", f"---\ntitle: On call\naudience: public\n---\n:::internal\n{canary('a plan')}\n:::\nCall.\n")
    write(posts / "plan/secret.md", f"---\ntitle: {canary('a hidden plan')}\naudience: internal\n---\nText\n")
    write(posts / f"2025/{canary('the name of a loose file')}.txt", canary("a loose file"))
    write(posts / "2025/shared.png", png((b"tEXt", b"Comment\0" + canary("a text chunk").encode()),
                                         (b"eXIf", canary("an Exif chunk").encode())))
    for name, make in [("a.jpg", jpeg), ("a.webp", webp), ("a.gif", gif), ("a.svg", svg)]:
        write(posts / "2025" / name, make(canary(f"metadata of {name}").encode()))
    for number in range(count // 2):
        extra = (f"related: [{number}, secret-{number}]\naudience: public\nroot_causes_: no\n"
                 f"# <!-- internal -->\ntags: [{canary('front matter')}]\n# <!-- /internal -->\n")
        extra = extra.replace("root_causes_: no\n", "").replace(f"[{number}, ", "[")
        body = internal_parts(canary, number) + ("![s](shared.png) ![j](a.jpg) ![w](a.webp) ![g](a.gif) ![v](a.svg)\n" if number < 3 else "")
        write(posts / f"2025/disk-{number}.md", document(number, extra, body))
        for name in [f"only-{place}.png" for place in pictures(body)]:
            write(posts / "2025" / name, png((b"tEXt", b"Comment\0x")))
        write(posts / f"internal/secret-{number}.md", secret_document(canary, number))
    return canary


def pictures(body):
    return [part.split(".png")[0] for part in body.split("only-")[1:]]


def found(folder, word=CANARY):
    """What `grep -ri` would find, in contents and in names."""
    hits = []
    for path in pathlib.Path(folder).rglob("*"):
        name = str(path.relative_to(folder))
        if word in name.lower():
            hits.append(name)
        if path.is_file() and word.encode() in path.read_bytes().lower():
            data = path.read_bytes()
            at = data.lower().index(word.encode())
            hits.append(f"{name}: {data[max(0, at - 60):at + 40]!r}")
    return hits


def no_canary_in_the_public_edition(program, folder):
    canary = base(folder)
    code, out, err = program.build(folder, "--edition", "public", "--json")
    check(code == 0, code, err)
    hits = found(folder / "site")
    check(not hits, len(hits), "canaries:", hits[:6])
    report = json.loads(out)
    check(report["post_mortems"] == 100, report["post_mortems"])
    page = (folder / "site/incidents/pm-0001/index.html").read_text(encoding="utf-8")
    check("It began at noon" in page and "the other one" in page and "incident commander" in page, "public text is gone")
    check("a retail customer" in page and "secret-1" not in page, "labels")
    check("Public disks" in page, "the edition's title")
    jpg = (folder / "site/files/2025/a.jpg").read_bytes()
    check(b"Exif\0\0" in jpg and jpg.endswith(b"\xff\xd9") and b"\x12\xff\x00\x34" in jpg, "the way up of a.jpg")
    code, _, err = program.build(folder, "--edition", "internal", output="inside")
    check(code in (0, 1), code, err)
    missing = [place for number, place in enumerate(canary.places, 1)
               if not found_once(folder / "inside", f"{CANARY}{number:04}") and "loose" not in place
               and "front matter" not in place and "in a tag" not in place]
    check(len({place for place in missing}) < 8, "the internal edition lacks", set(missing))
    text = (folder / "inside/incidents/pm-0001/index.html").read_text(encoding="utf-8")
    check(":::internal" not in text, "marks are shown in the internal edition")


def found_once(folder, word):
    data = getattr(found_once, "data", None)
    if data is None or data[0] != folder:
        content = b"\n".join(path.read_bytes().lower() for path in pathlib.Path(folder).rglob("*") if path.is_file())
        found_once.data = data = (folder, content)
    return word.encode() in data[1]


def as_if_it_had_never_been_there(program, folder):
    """The same bytes as of a base in which nobody ever wrote the internal parts."""
    settings = "title: Disks\nservices: {store-0: Store, store-1: Store, store-2: Store, store-3: Store, store-4: Store}\n"
    for name, hidden in [("with", True), ("without", False)]:
        posts = folder / name / "postmortems"
        write(folder / name / "debrief.yml", settings)
        write(posts / "causes/full-disk.md", CAUSE.replace("title:", "audience: public\ntitle:"))
        for number in range(30):
            body = "Before.\n\n:::internal\nHidden *text* with error ERR_HIDDEN_1.\n:::\n\nAfter.\n" if hidden else "Before.\n\n\nAfter.\n"
            extra = "audience: public\n" + ("related: [PM-1003]\n" if hidden else "related: []\n")
            write(posts / f"2025/disk-{number}.md", document(number, extra, body))
            if hidden:
                write(posts / f"inside/disk-{number}.md", document(1000 + number, "audience: internal\n"))
                write(posts / f"inside/disk-{number}.png", b"\x89PNG")
        code, _, err = program.build(folder / name, "--edition", "public")
        check(code == 0, name, err)
    left, right = tree(folder / "with/site"), tree(folder / "without/site")
    check(left == right, "differ:", sorted(set(left.items()) ^ set(right.items()))[:6])


def what_is_not_clear_is_left_out(program, folder):
    cases = {
        "open-comment": "audience: public\n---\n# T\n\n<!-- internal -->\nkanarienvogel\n",
        "open-fence": "audience: public\n---\n# T\n\n:::internal\nkanarienvogel\n",
        "closed-twice": "audience: public\n---\n# T\n\nkanarienvogel <!-- /internal -->\n",
        "early-end": "audience: public\n---\n# T\n\n:::internal\n```\n:::\n```\nkanarienvogel\n:::\n",
        "near-miss": "audience: public\n---\n# T\n\n<!-- internal only -->\nkanarienvogel\n<!-- /internal only -->\n",
        "inline-fence": "audience: public\n---\n# T\n\n- :::internal\n  kanarienvogel\n",
        "unknown-word": "audience: pubic\n---\n# T\n\nkanarienvogel\n",
        "not-said": "title: T\n---\n# T\n\nkanarienvogel\n",
        "twice": "audience: public\naudience: internal\n---\n# T\n\nkanarienvogel\n",
        "broken": "audience: public\n\tx: [\n---\n# T\n\nkanarienvogel\n",
        "never-closed": "audience: public\n# T\n\nkanarienvogel\n",
        "a-list": "audience: [public]\n---\n# T\n\nkanarienvogel\n",
        "no-audience": "audience:\n---\n# T\n\nkanarienvogel\n",
    }
    knowledge_base(folder, 2)
    for name, text in cases.items():
        write(folder / f"postmortems/{name}.md", "---\n" + text)
    write(folder / "postmortems/utf16.md", "\ufeff---\naudience: public\n---\n# T\n\n<!-- internal -->kanarienvogel<!-- /internal -->\n".encode("utf-16-le"))
    write(folder / "postmortems/good.md", document(7, "audience: public\n"))
    code, _, err = program.build(folder, "--edition", "public")
    check(not found(folder / "site", "kanarienvogel"), found(folder / "site", "kanarienvogel")[:5])
    check((folder / "site/incidents/pm-0007/index.html").exists(), "the good one is missing")
    check(code == 1, code)
    for name in ["open-comment", "open-fence", "closed-twice", "early-end", "near-miss", "inline-fence"]:
        check(f"{name}.md:" in err and "unclosed-internal-block" in err, name, "is not reported", err)
    code, out, _ = program.run("check", "--input", folder / "postmortems", "--format", "json")
    rules = {finding["file"] for finding in json.loads(out) if finding["rule"] == "unclosed-internal-block"}
    check(code == 1 and {"open-comment.md", "open-fence.md"} <= rules, rules)
    write(folder / "debrief.yml", "# <!-- internal -->\ntitle: Disks\n")
    code, _, err = program.build(folder, "--edition", "public", output="other")
    check(code == 2 and "debrief.yml:1" in err and not (folder / "other").exists(), code, err)
    code, _, err = program.build(folder, "--edition", "publik", output="other")
    check(code == 2 and "publik" in err and "known: internal, public" in err, code, err)


def forbidden_words_stop_a_build(program, folder):
    settings = "title: Disks\naudience: public\nforbidden: [Project Falcon, hush]\ncustomers: [Acme Corp]\n"
    knowledge_base(folder, 20, settings)
    code, _, err = program.build(folder)
    check(code == 0, err)
    before = tree(folder / "site")
    posts = folder / "postmortems"
    plants = {
        "a page": ("2025/disk-3.md", document(3, body="It was *Project*\nFalcon.\n")),
        "the index": ("2025/disk-3.md", document(3, extra="teams: [project-falcon]\n")),
        "a path": ("project-falcon.md", document(90).replace("id: PM-0090\n", "")),
        "a part of a word": ("2025/disk-3.md", document(3, body="`unhushed`\n")),
        "an attachment": ("2025/notes.txt", "PROJECT_FALCON"),
        "a picture's metadata": ("2025/graph.png", png((b"tEXt", b"Comment\0Project Falcon"))),
        "a customer in a name": ("acme-corp.md", document(91).replace("id: PM-0091\n", "")),
        "a credential": ("2025/notes.txt", "key " + KEY),
        "a picture that cannot be cleaned": ("2025/graph.png", b"\0\0\0\x1cftypavif"),
    }
    for place, (path, content) in plants.items():
        linked = "![g](graph.png) [n](notes.txt)\n"
        write(posts / "2025/disk-5.md", document(5, body=linked))
        write(posts / "2025/graph.png", png())
        write(posts / "2025/notes.txt", "nothing")
        old = (posts / path).read_bytes() if (posts / path).exists() else None
        write(posts / path, content)
        code, _, err = program.build(folder)
        check(code == 1 and "nothing was published" in err, place, code, err)
        check("AKIAZ7QHWNV4TBKD2YRM" not in err, "the credential is printed")
        check(tree(folder / "site") == before and leftovers(folder) == [], place, "was published")
        if old is None:
            (posts / path).unlink()
        else:
            write(posts / path, old)
    code, _, err = program.build(folder)
    check(code == 0, "without them", err)
    write(folder / "debrief.yml", settings.replace("audience: public\n", ""))
    write(posts / "2025/disk-3.md", document(3, body="Project Falcon\n"))
    check(program.build(folder, output="inside")[0] == 0, "an internal edition may say it")


def secrets_are_masked_everywhere(program, folder):
    knowledge_base(folder, 10)
    body = (f"The key {KEY} leaked.\n\n```\nDB_PASSWORD={PASSWORD}\n{KEY} failed\n```\n\n"
            f"## Key {KEY}\n\n[log](https://me:{PASSWORD}@example.org/) and "
            f"-----BEGIN RSA PRIVATE" f" KEY-----\nMIIEowCANARY\n-----END RSA PRIVATE" " KEY-----\n")
    text = document(3, f"tags: [{KEY}]\n", body).replace("title: Disk", f"title: {KEY} Disk")
    write(folder / "postmortems/2025/disk-3.md", text.replace("type: prevent", f"type: prevent) {KEY} (type: prevent"))
    write(folder / "postmortems/causes/full-disk.md", CAUSE + f"\n{KEY}\n")
    write(folder / "postmortems/plan/a.md", f"# Plan\n\n{KEY}\n")
    code, out, err = program.build(folder, "--json")
    check(code == 1 and json.loads(out)["findings"]["error"] >= 5, code, out)
    for word in [KEY, PASSWORD, "MIIEowCANARY"]:
        check(not found(folder / "site", word.lower()), word[:4], found(folder / "site", word.lower())[:4])
        check(word not in out + err, "printed")
    page = (folder / "site/incidents/pm-0003/index.html").read_text(encoding="utf-8")
    check("AKIA•" in page and "leaked" in page, "the rest of the text is gone")
    for reason, expected in [(": it opens nothing, made for this page", 0), ("", 1)]:
        waiver = f"<!-- debrief-ignore secret{reason} -->\n"
        write(folder / "postmortems/2025/disk-3.md", document(3, "", f"{waiver}The key {KEY} is an example.\n"))
        write(folder / "postmortems/causes/full-disk.md", CAUSE)
        (folder / "postmortems/plan/a.md").unlink(missing_ok=True)
        code, _, err = program.build(folder)
        check(code == expected, "waiver", repr(reason), code, err)
        check(bool(found(folder / "site/incidents", KEY.lower())) == (expected == 0), "waiver", repr(reason))
        code, _, err = program.run("check", "--input", folder / "postmortems")
        check(code == expected and KEY not in err, "check", code)


def real_post_mortems_are_not_refused(program, folder):
    """The gate looks for what was missed, and in real documents that anybody may read there is nothing."""
    if not CORPORA.is_dir():
        raise Skipped(f"{CORPORA} is not there")
    corpora = sorted(path for path in CORPORA.iterdir() if path.is_dir() and "__" in path.name)
    refused, pages = [], 0
    for corpus in corpora:
        shutil.copytree(corpus, folder / corpus.name / "postmortems")
        settings = "title: Real\naudience: public\nforbidden: [Project Falcon]\npeople: {Jane Kanarieson: somebody}\n"
        write(folder / corpus.name / "debrief.yml", settings)
        code, _, err = program.build(folder / corpus.name, "--fail-level", "never")
        made = list((folder / corpus.name).glob("site/incidents/*/index.html"))
        pages += len(made)
        if code != 0 or not made:
            refused.append(f"{corpus.name}: exit {code}, {len(made)} pages: {err[-400:]}")
    check(not refused, len(refused), "of", len(corpora), "refused:", "; ".join(refused))
    return f"{pages} pages of {len(corpora)} corpora"


TESTS = [
    no_canary_in_the_public_edition, as_if_it_had_never_been_there, what_is_not_clear_is_left_out,
    forbidden_words_stop_a_build, secrets_are_masked_everywhere, real_post_mortems_are_not_refused,
]
