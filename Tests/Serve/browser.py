"""The served page in headless Chromium: it reloads by itself, says what is broken, and keeps to its own policy."""

import pathlib
import sys

from base import Server, post, until

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))

PAGE = "incidents/2025-001/index.html"


def a_browser_follows_the_edits(debrief, folder):
    from engines import Chromium
    if reason := Chromium.missing():
        return f"SKIPPED: {reason}"
    with Server(debrief, folder) as server:
        browser = Chromium()
        try:
            browser.driver.get(f"http://127.0.0.1:{server.port}/{PAGE}")
            text = lambda: browser.driver.execute_script("return document.body ? document.body.innerText : ''")
            assert "Orders failed" in text()
            (folder / "postmortems" / "1.md").write_text(post(1, text="A disk was full."))
            until(lambda: "A disk was full." in text(), 30)
            (folder / "debrief.yml").write_text("titel: Outages\n")
            until(lambda: "There is an error in the settings" in text(), 30)
            assert "A disk was full." in text()
            (folder / "debrief.yml").write_text("title: Outages\n")
            until(lambda: "There is an error in the settings" not in text(), 30)
            console = [line for line in browser.problems() if line.startswith("console:")]
            assert not console, console
        finally:
            browser.driver.quit()
