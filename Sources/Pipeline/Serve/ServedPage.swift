internal import Diagnostics
internal import Markdown

/// A page as the server gives it out: the page of the site, and a script that reloads it.
enum ServedPage {
  /// No path of a site begins so.
  static let folder = "~debrief/"
  static let script = folder + "reload.js"
  static let events = folder + "events"

  /// - Parameter version: what the page looks like, by `LiveSite.version`.
  static func page(_ bytes: [UInt8], at path: String, version: String) -> [UInt8] {
    var tag = Array("<script src=\"/\(script)\" data-page=\"".utf8)
    HTMLEscaping.append(path.utf8, to: &tag)
    tag += Array("\" data-version=\"\(version)\" defer></script>\n".utf8)
    return opened(inserting(tag, into: bytes))
  }

  /// Into the head, or at the end of a page without one.
  private static func inserting(_ tag: [UInt8], into bytes: [UInt8]) -> [UInt8] {
    guard let place = position(of: "</head>", in: bytes) else { return bytes + tag }
    return bytes[..<place] + tag + bytes[place...]
  }

  /// The page's own policy lets it connect to nothing, and the reload is a connection.
  private static func opened(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = position(of: "default-src 'none';", in: bytes) else { return bytes }
    return bytes[..<place] + Array("connect-src 'self'; ".utf8) + bytes[place...]
  }

  private static func position(of text: String, in bytes: [UInt8]) -> Int? {
    let needle = Array(text.utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    return (0...bytes.count - needle.count).first { start in
      bytes[start] == first && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }

  /// A page for where there is none that could be shown.
  static func failure(_ title: String, _ text: String) -> [UInt8] {
    Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLEscaping.escaped(title))</title>
      </head>
      <body>
      <h1>\(HTMLEscaping.escaped(title))</h1>
      <pre>\(HTMLEscaping.escaped(text))</pre>
      </body>
      </html>

      """.utf8)
  }

  /// Where the page changed it is loaded again; what is wrong with the input is shown over it.
  ///
  /// A page that nobody looks at gives its connection back: browsers open six to a server.
  static let scriptText = """
    (() => {
      const {page, version} = document.currentScript.dataset;
      let events, panel;

      const show = (report) => {
        if (panel) panel.remove();
        panel = undefined;
        if (!report.title) return;
        panel = document.createElement("details");
        panel.id = "debrief-report";
        panel.open = report.stale;
        const title = document.createElement("summary");
        title.setAttribute("role", "status");
        title.textContent = report.stale ? `${report.title}. This page is as it was before.` : report.title;
        const text = document.createElement("pre");
        text.tabIndex = 0;
        text.textContent = report.text;
        panel.append(title, text);
        Object.assign(panel.style, {
          position: "fixed", insetInline: "0", insetBlockEnd: "0", maxBlockSize: "50vh", overflow: "auto",
          padding: "0.75rem 1rem", background: "#3b0a0a", color: "#fff", zIndex: "1000", fontSize: "0.9rem",
        });
        Object.assign(text.style, {background: "transparent", color: "inherit", border: "0", margin: "0.5rem 0 0"});
        document.body.append(panel);
      };

      const listen = () => {
        events = new EventSource(`/~debrief/events?${new URLSearchParams({page, version})}`);
        events.addEventListener("reload", () => { events.close(); location.reload(); });
        events.addEventListener("report", (event) => show(JSON.parse(event.data)));
      };

      document.addEventListener("visibilitychange", () => {
        if (events) events.close();
        if (!document.hidden) listen();
      });
      addEventListener("pagehide", () => { if (events) events.close(); });
      if (!document.hidden) listen();
    })();

    """
}
