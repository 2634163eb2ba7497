internal import Diagnostics
package import Server
internal import Site

/// Answers requests from the news on a board.
package struct SiteAnswers: Sendable {
  private let board: SiteBoard

  package init(_ board: SiteBoard) {
    self.board = board
  }

  package func answer(_ request: Request) async -> Answer {
    switch request.path {
    case ServedPage.script: return .file(Array(ServedPage.scriptText.utf8), type: "text/javascript", status: .ok)
    case ServedPage.events: return .events(events(request.query["page"] ?? "", request.query["version"] ?? ""))
    default: return file(request.path, await board.current())
    }
  }

  private func file(_ path: String, _ news: SiteNews?) -> Answer {
    guard let site = news?.site else {
      let problem = news?.problem
      let bytes = ServedPage.failure(problem?.title ?? "There is no site yet", problem?.text ?? "")
      return html(bytes, path, version: Self.noSite, .failed)
    }
    switch site.outcome(path) {
    case .found(let bytes):
      guard path.hasSuffix(".html") else { return .file(bytes, type: ContentType.type(of: path), status: .ok) }
      return html(bytes, path, version: site.version(of: path), .ok)
    case .missing:
      guard case .found(let bytes) = site.outcome(SitePaths.notFound) else { return .text("Not found.", .notFound) }
      return html(bytes, path, version: site.version(of: path), .notFound)
    case .refused(let reason):
      let bytes = ServedPage.failure("This file cannot be published", reason)
      return html(bytes, path, version: site.version(of: path), .failed)
    }
  }

  private func html(_ bytes: [UInt8], _ path: String, version: String, _ status: Answer.Status) -> Answer {
    let page = ServedPage.page(bytes, at: path, version: version)
    return .file(page, type: "text/html; charset=utf-8", status: status)
  }

  private static let noSite = "none"
  /// How often a line is sent that says nothing, so that a reader who is gone is noticed.
  private static let heartbeat = Duration.seconds(15)

  /// What becomes of a page that a browser shows in some version: each report, and when to load it again.
  private func events(_ page: String, _ version: String) -> AsyncStream<[UInt8]> {
    AsyncStream { stream in
      let news = Task {
        for await news in board.news() {
          stream.yield(Self.event("report", Self.report(news.problem)))
          let now = news.site?.version(of: page) ?? Self.noSite
          if now != version { stream.yield(Self.event("reload", .string(now))) }
        }
      }
      let beats = Task {
        while !Task.isCancelled {
          stream.yield(Array(": here\n\n".utf8))
          try? await Task.sleep(for: Self.heartbeat)
        }
      }
      stream.onTermination = { _ in
        news.cancel()
        beats.cancel()
      }
    }
  }

  private static func report(_ problem: SiteProblem?) -> JSONValue {
    .object([
      "title": .string(problem?.title ?? ""), "text": .string(problem?.text ?? ""),
      "stale": .bool(problem?.isStale ?? false),
    ])
  }

  /// One event; its data stands on one line, as this JSON does not.
  private static func event(_ name: String, _ data: JSONValue) -> [UInt8] {
    let lines = data.text.split(separator: "\n").map { "data: \($0)\n" }.joined()
    return Array("event: \(name)\n\(lines)\n".utf8)
  }
}
