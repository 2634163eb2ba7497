"""What the first page and the post-mortems ask of a line: requests and bytes, without compression and pictures."""

import dataclasses
import posixpath

from links import Page

REQUESTS = 3
BYTES = 60_000


@dataclasses.dataclass(order=True)
class Weight:
    bytes: int
    requests: int
    page: str
    html: int

    def __str__(self):
        return f"{self.page}: {self.bytes:,} bytes in {self.requests} requests, the page itself {self.html:,}"


def weight(site, page):
    """A page with its stylesheets and scripts."""
    path = site / page
    parts = [path]
    for address, _, tag in Page(path.read_text(encoding="utf-8")).addresses:
        if tag in {"link", "script"} and "assets/" in address:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
            if "://" not in address:
                parts.append(site / target)
    sizes = [part.stat().st_size for part in dict.fromkeys(parts)]
    return Weight(sum(sizes), len(sizes), page, sizes[0])


def weights(site):
    """Of the first page and every post-mortem, the heaviest first."""
    pages = ["index.html"] + [str(p.relative_to(site)) for p in (site / "incidents").glob("*/index.html")]
    is_archive = {str(p.relative_to(site)) for p in (site / "incidents").glob("[12][0-9][0-9][0-9]/index.html")}
    return sorted((weight(site, page) for page in pages if page not in is_archive), reverse=True)


def problems(heavy):
    return [str(one) for one in heavy if one.bytes > BYTES or one.requests > REQUESTS]
