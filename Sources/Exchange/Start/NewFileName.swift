package import KnowledgeBase
package import PostMortems

/// Where a new post-mortem goes: a folder like those of its neighbours, and a name of day and title.
package struct NewFileName: Sendable {
  private let folder: String
  private let stem: String
  /// Path names of the documents that are there.
  private let taken: Set<String>

  /// - Parameters:
  ///   - title: any text; only letters and digits of it reach the name.
  ///   - kind: the name of a title that has neither.
  package init(title: String, kind: String, day: Day, in knowledgeBase: KnowledgeBase) {
    stem = "\(day.iso)-\(Self.words(of: title) ?? kind)"
    folder = FolderPattern.common(in: knowledgeBase).path(on: day)
    let postMortems = knowledgeBase.postMortems
    taken = Set(postMortems.map(\.slug) + postMortems.map { Slug.make(FileName.stem(of: $0.file)) })
  }

  /// Paths relative to the input, in the order in which they are tried; none names a document that is there.
  package var candidates: some Sequence<String> {
    let base = folder.isEmpty ? stem : "\(folder)/\(stem)"
    return (1...100_000).lazy.filter { !taken.contains($0 == 1 ? stem : "\(stem)-\($0)") }.map {
      $0 == 1 ? "\(base).md" : "\(base)-\($0).md"
    }
  }

  /// At most sixty letters of a title, cut between two words.
  private static func words(of title: String) -> String? {
    guard let slug = Slug.readable(title), slug.utf8.count > 60 else { return Slug.readable(title) }
    let cut = slug.prefix(61)
    return cut.lastIndex(of: "-").map { String(cut[..<$0]) } ?? String(slug.prefix(60))
  }
}

/// The folders of post-mortems with their dates taken out: `2026` is `YYYY`, `2026/03` is `YYYY/MM`.
struct FolderPattern: Hashable {
  let parts: [String]

  private init(parts: [String]) {
    self.parts = parts
  }

  /// The folder that more than half of the post-mortems lie in; the top where there is none.
  static func common(in knowledgeBase: KnowledgeBase) -> FolderPattern {
    let patterns = knowledgeBase.postMortems.filter { !$0.isExternal }.compactMap(FolderPattern.init)
    let counts = Dictionary(patterns.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.first { $0.value * 2 > patterns.count }?.key ?? FolderPattern(parts: [])
  }

  /// Nil for a bundle, whose folder is its own.
  private init?(_ postMortem: PostMortem) {
    let path = postMortem.file.split(separator: "/").map(String.init)
    guard let name = path.last, !FileName.isBundlePage(FileName.withoutExtension(name)) else { return nil }
    let iso = postMortem.day?.iso ?? ""
    parts = path.dropLast().map { part in
      switch part {
      case String(iso.prefix(4)): "YYYY"
      case String(iso.prefix(7)): "YYYY-MM"
      case String(iso.dropFirst(5).prefix(2)): "MM"
      default: part
      }
    }
  }

  func path(on day: Day) -> String {
    parts.map { part in
      switch part {
      case "YYYY": String(day.iso.prefix(4))
      case "YYYY-MM": String(day.iso.prefix(7))
      case "MM": String(day.iso.dropFirst(5).prefix(2))
      default: part
      }
    }.joined(separator: "/")
  }
}
