internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Whom one document names with certainty, and what its words for roles mean there.
///
/// A class, because every sentence that a rule looks at knows them.
final class People: Sendable {
  /// Lower-case given names of those whom the settings list.
  let names: Set<String>
  /// Lower-case handles and names that are teams.
  let teams: Set<String>
  private let source: SourceFile

  init(in draft: PostMortemDraft, settings: Settings) {
    teams = Set(settings.teams.flatMap { [$0.slug.lowercased(), $0.title.lowercased()] })
    let given = settings.people.keys.compactMap { $0.split(separator: " ").first?.lowercased() }
    names = Set(given.map { $0.filter { $0 != "@" } }).subtracting(teams)
    source = draft.source
  }

  /// Whether an `operator` is most likely software, as in documents about Kubernetes; asked only where one is met.
  var hasSoftwareOperators: Bool {
    Self.softwareWords.contains { ByteSearch.contains($0, in: source.bytes) }
  }

  private static let softwareWords = ["kubernetes", "k8s", "kubectl", "custom resource", "openshift"].map {
    Array($0.utf8)
  }

  func isPerson(handle: String) -> Bool { !teams.contains(String(handle.drop { $0 == "@" })) }
}

/// Looks for lower-case ASCII words in bytes of either case.
enum ByteSearch {
  static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      for start in 0...(buffer.count - needle.count) where Letters.lower(buffer[start]) == first {
        var length = 1
        while length < needle.count, Letters.lower(buffer[start + length]) == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      return false
    }
  }
}
