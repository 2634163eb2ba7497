"""HTML as a list of events in which only what a reader or a program would notice counts."""

import html.parser
import re

BLOCKS = {
    "article", "blockquote", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "br",
}


class Normal(html.parser.HTMLParser):
    """Collects start tags with sorted attributes, end tags, and texts whose blanks between blocks do not count."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events, self.preformatted = [], 0

    def handle_starttag(self, tag, attributes):
        self.preformatted += tag == "pre"
        self.events.append(["start", tag, tuple(sorted((name, value or "") for name, value in attributes))])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self.preformatted -= tag == "pre"
        self.events.append(["end", tag])

    def handle_comment(self, data):
        if data.strip() == "raw HTML omitted":
            self.events.append(["omitted", ""])

    def handle_data(self, data):
        if not self.preformatted:
            data = re.sub(r"[ \t\r\n]+", " ", data)
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        self.events.append(["text", data])


def events(html_text):
    """The events of an HTML text."""
    parser = Normal()
    parser.feed(html_text)
    parser.close()
    return trimmed(parser.events)


def is_block(event):
    return event is None or event[0] != "text" and event[1] in BLOCKS


def trimmed(found):
    """The same without blanks at the borders of blocks."""
    result, depth = [], 0
    for index, event in enumerate(found):
        if event[0] != "text":
            depth += {"start": 1, "end": -1}.get(event[0], 0) * (event[1] == "pre")
            result.append(event)
            continue
        text = event[1]
        if not depth:
            if is_block(found[index - 1] if index else None):
                text = text.lstrip(" ")
            if is_block(found[index + 1] if index + 1 < len(found) else None):
                text = text.rstrip(" ")
        if text:
            result.append(["text", text])
    return result
