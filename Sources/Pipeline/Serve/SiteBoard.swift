internal import Synchronization

/// What a server shows: the last site that could be made, and what is wrong with the newest state of its input.
package struct SiteNews: Sendable {
  let site: LiveSite?
  /// Nil where the newest input is on the site and has no error.
  let problem: SiteProblem?
}

/// Why a site is not as its author wants it.
package struct SiteProblem: Equatable, Sendable {
  /// Whether the site is older than its input.
  let isStale: Bool
  let title: String
  let text: String
}

/// Where the news of a site hangs for its readers.
package final class SiteBoard: Sendable {
  private struct State {
    var news: SiteNews?
    var readers: [Int: AsyncStream<SiteNews>.Continuation] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  package init() {}

  func publish(_ news: SiteNews) {
    let readers = state.withLock { state in
      state.news = news
      return Array(state.readers.values)
    }
    for reader in readers { reader.yield(news) }
  }

  var latest: SiteNews? { state.withLock(\.news) }

  /// The news now, as soon as there is some, and then each; what comes too fast is left out, never the last.
  func news() -> AsyncStream<SiteNews> {
    let (stream, reader) = AsyncStream.makeStream(of: SiteNews.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.next += 1
      state.readers[state.next] = reader
      if let news = state.news { reader.yield(news) }
      return state.next
    }
    reader.onTermination = { [weak self] _ in self?.state.withLock { _ = $0.readers.removeValue(forKey: number) } }
    return stream
  }

  /// The news, waited for where the first site is still being made.
  func current() async -> SiteNews? {
    if let latest { return latest }
    for await news in news() { return news }
    return nil
  }
}
