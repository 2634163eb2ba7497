internal import PostMortems

/// Sentences that a template put into many reports: its prompts, its thanks, its placeholders.
struct Boilerplate: Sendable {
  private let hashes: StemTable

  /// A sentence is a template's where it stands in this many documents, and in one of two hundred at least.
  static let fewest = 4

  /// - Parameter sentences: for each document the distinct hashes of its sentences.
  init(_ sentences: [[UInt64]]) {
    let least = max(Self.fewest, sentences.count / 200)
    var all = sentences.flatMap { $0 }
    all.sort()
    var hashes = StemTable()
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end] == all[start] { end += 1 }
      if end - start >= least { hashes.insert(all[start], 0) }
      start = end
    }
    self.hashes = hashes
  }

  func contains(_ sentence: IncidentSentence) -> Bool { contains(sentence.hash) }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// The distinct hashes of a draft's sentences.
  static func sentences(of draft: PostMortemDraft) -> [UInt64] {
    var found: [UInt64] = []
    var walk = SentenceWalk(draft, tellsCommon: false)
    walk.forEach { found.append($0.hash) }
    found.sort()
    var count = 0
    for hash in found where count == 0 || found[count - 1] != hash {
      found[count] = hash
      count += 1
    }
    found.removeLast(found.count - count)
    return found
  }
}
