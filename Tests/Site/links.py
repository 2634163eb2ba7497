"""Every address in every page of a site, followed on disk: the file is there, and so is the fragment's element."""

import html.parser
import posixpath
import urllib.parse

ADDRESSES = {"href", "src", "action", "poster", "data", "cite"}


class Page(html.parser.HTMLParser):
    """The ids of a page and the addresses in it with their lines."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.addresses = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            value = value or ""
            if name == "id":
                self.ids.add(value)
            elif name in ADDRESSES or tag == "meta" and name == "content" and value.startswith("0; url="):
                self.addresses.append((value.removeprefix("0; url="), self.getpos()[0], tag))


def broken_links(site):
    """How many addresses were followed, and those that lead nowhere."""
    pages = {str(path.relative_to(site)): path for path in site.rglob("*.html")}
    parsed = {name: Page(path.read_text(encoding="utf-8")) for name, path in sorted(pages.items())}
    count, broken = 0, []
    for name, page in parsed.items():
        for address, line, tag in page.addresses:
            split = urllib.parse.urlsplit(address)
            if split.scheme in {"http", "https", "mailto", "tel", "data"}:
                continue
            count += 1
            if problem := follow(site, parsed, name, page, split, tag):
                broken.append(f"{name}:{line}: {address}: {problem}")
    return count, broken


def follow(site, parsed, name, page, split, tag):
    """What is wrong with one address, or None."""
    if split.scheme or split.netloc or split.path.startswith("/"):
        return "leads out of the site"
    path = urllib.parse.unquote(split.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target.startswith(".."):
        return "leads out of the site"
    if not (site / target).is_file():
        return "a folder, not a file" if (site / target).is_dir() else "no such file"
    fragment = urllib.parse.unquote(split.fragment)
    if fragment and target in parsed and fragment not in parsed[target].ids:
        return "no such fragment"
    return None
