"""What of a page's HTML differs from the library's on purpose: each class undoes one difference and says why it is there.

A class is a function that takes the events of both sides and gives them back without the difference. The examples that need
a class stand in differences.json; an example that needs another class than it did, or none, fails the test.
"""

import re
import urllib.parse

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CLASSES = {}


def difference(reason):
    """Registers a class under the name of its function."""

    def register(function):
        CLASSES[function.__name__.replace("_", "-")] = (reason, function)
        return function

    return register


def without_attributes(events, tag, *names):
    return [
        ["start", tag, tuple(pair for pair in event[2] if pair[0] not in names)]
        if event[0] == "start" and event[1] == tag else event for event in events
    ]


def without_element(events, tag, matches=lambda attributes: True):
    """The events without the tags of an element, whose content stays."""
    result, open_tags = [], []
    for event in events:
        if event[0] == "start" and event[1] == tag:
            open_tags.append(matches(dict(event[2])))
            if open_tags[-1]:
                if tag in ("img", "input"):
                    open_tags.pop()
                continue
            if tag in ("img", "input"):
                open_tags.pop()
        elif event[0] == "end" and event[1] == tag and open_tags and open_tags.pop():
            continue
        result.append(event)
    return joined(result)


def joined(events):
    """The events with neighbouring texts as one."""
    result = []
    for event in events:
        if event[0] == "text" and result and result[-1][0] == "text":
            result[-1] = ["text", result[-1][1] + event[1]]
        else:
            result.append(list(event))
    return result


@difference("headings have an id to link to, and begin one level below the page's own title")
def headings(library, page):
    def plain(events):
        return [[event[0], "heading", *([()] if event[0] == "start" else [])] if event[1] in HEADINGS else event
                for event in events]

    return plain(library), plain(page)


@difference("blocks of code can be reached with the keyboard, since they may scroll")
def focus(library, page):
    return library, without_attributes(page, "pre", "tabindex")


@difference("the language of a block of code is said by its colours and not by a class")
def code_language(library, page):
    return without_attributes(library, "code", "class"), without_attributes(page, "code", "class")


@difference("only what http, https, mailto and tel reach is a link; a place of the site that is not there is a finding")
def links(library, page):
    def leads_nowhere(attributes):
        return not re.match(r"(?i)(https?|mailto|tel):", urllib.parse.unquote(attributes.get("href", "")))

    return without_element(library, "a", leads_nowhere), page


@difference("a picture that is not there is a finding, and its text stands in its place")
def pictures(library, page):
    return joined([["text", dict(event[2]).get("alt", "")] if event[:2] == ["start", "img"] else event
                   for event in library]), page


@difference("a table has a frame in which it scrolls, and its columns are set by classes")
def tables(library, page):
    def plain(events):
        events = without_element(events, "div", lambda attributes: attributes.get("class") == "table-scroll")
        for tag in ("th", "td"):
            events = without_attributes(events, tag, "align", "class", "style", "scope")
        return events

    return plain(library), plain(page)


@difference("the box of a task is a picture with a name, since nobody can tick it")
def tasks(library, page):
    boxes = {"☐": False, "☑": True}

    def of_library(event):
        if event[:2] != ["start", "input"]:
            return event
        return ["task", any(name == "checked" for name, _ in event[2])]

    drawn = []
    for event in page:
        if event[:2] == ["start", "span"] and dict(event[2]).get("class") == "box":
            drawn.append(["task", dict(event[2]).get("aria-label") == "done"])
        elif drawn and drawn[-1][0] == "task" and event[0] == "text" and boxes.get(event[1]) == drawn[-1][1]:
            drawn.append(["drawn"])
        elif event == ["end", "span"] and drawn and drawn[-1] == ["drawn"]:
            drawn.pop()
        else:
            drawn.append(event)
    return [of_library(event) for event in library], without_attributes(drawn, "li", "class")


OWN = set(HEADINGS) | {
    "a", "blockquote", "br", "code", "del", "details", "div", "em", "hr", "input", "kbd", "li", "ol", "p", "pre", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}


@difference("of raw HTML the words stay and the tags go, where the library leaves out both")
def raw_html(library, page):
    if not any(event[0] == "omitted" for event in library):
        return library, page
    foreign = [event for event in page if event[0] == "start" and event[1] not in OWN]
    unsafe = [event for event in page if event[0] == "start"
              for name, value in event[2] if name.startswith("on") or value.lower().startswith("javascript:")]
    return (["foreign"], foreign + unsafe) if foreign or unsafe else ([], [])


@difference("addresses are written as they are, not with escapes for every letter beyond ASCII")
def addresses(library, page):
    def plain(events):
        return [["start", "a", tuple((name, urllib.parse.unquote(value) if name == "href" else value)
                                     for name, value in event[2])]
                if event[0] == "start" and event[1] == "a" else event for event in events]

    return plain(library), plain(page)
