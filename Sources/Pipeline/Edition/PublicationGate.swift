internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems
internal import Search
internal import Site
internal import Validation

/// The last look at a site for others: no forbidden word, no customer or person by name, no credential, and no picture
/// that says more than it shows. What is found here was missed before, so nothing is published.
struct PublicationGate: Sendable {
  private let words: PhraseMatcher
  private let customers: PhraseMatcher
  private let people: PhraseMatcher
  private let waived: [String]
  private let isPublic: Bool

  /// Nil for an edition of which nothing is asked.
  ///
  /// - Throws: `PublicationRefused` for a word in the search index, which its files show in pieces only.
  static func inspection(of reading: Reading, workers: Workers) throws -> OutputInspection? {
    guard let edition = reading.edition, edition.isPublic || !edition.forbidden.isEmpty else { return nil }
    let gate = PublicationGate(edition, reading)
    let violations = workers.map(reading.knowledgeBase.postMortems) { gate.indexViolations($0, reading.knowledgeBase) }
    let found = violations.flatMap { $0 }
    guard found.isEmpty else { throw PublicationRefused(violations: found) }
    return OutputInspection { gate.violations(in: $0, &$1) }
  }

  private init(_ edition: Edition, _ reading: Reading) {
    let settings = reading.settings.settings
    isPublic = edition.isPublic
    words = PhraseMatcher(edition.forbidden, isCaseSensitive: false, isWhole: false)
    customers = PhraseMatcher(
      edition.showsLabels ? settings.customers.keys.sorted() : [], isCaseSensitive: false, isWhole: true)
    let names = settings.people.keys.filter { $0.contains(" ") }.sorted()
    people = PhraseMatcher(edition.showsRoles ? names : [], isCaseSensitive: true, isWhole: true)
    waived = reading.knowledgeBase.sources.flatMap { source in
      SecretScanner.secrets(in: source.bytes).map { source.text($0.span) }
    }
  }

  private func indexViolations(_ postMortem: PostMortem, _ base: KnowledgeBase) -> [OutputViolation] {
    let document = SearchFiles.document(postMortem, in: base)
    var text = [document.id, document.url, document.title, document.mitigation ?? ""]
    text += document.services + document.teams + document.causes + document.fields.map(\.text)
    return reasons(Array(text.joined(separator: "\n").utf8)).map {
      OutputViolation(path: "search/ (\(document.id))", reason: $0)
    }
  }

  private func violations(in file: OutputFile, _ bytes: inout [UInt8]) -> [OutputViolation] {
    var reasons: [String] = []
    // Lists of numbers in letters: their words were looked at as words.
    if !file.path.hasPrefix("search/terms-") {
      reasons = self.reasons(bytes) + self.reasons(Array(file.path.utf8)).map { "its path: \($0)" }
    }
    if isPublic, file.path != SitePaths.rule("secret") { reasons += secrets(bytes) }
    if isPublic, case .copy(let source) = file.content, DocumentPictures.isPicture(source) {
      if let stripped = PictureMetadata.stripped(bytes) {
        bytes = stripped
      } else {
        reasons.append("a picture whose metadata cannot be taken out; save it as PNG, JPEG, WebP, GIF or SVG")
      }
    }
    return reasons.map { OutputViolation(path: file.path, reason: $0) }
  }

  /// At most one reason of each kind a file: where there is one, there are often hundreds.
  private func reasons(_ bytes: [UInt8]) -> [String] {
    words.matches(in: bytes, limit: 1).map { "the forbidden word '\($0.text)'" }
      + customers.matches(in: bytes, limit: 1).map { "the customer '\($0.text)'" }
      + people.matches(in: bytes, limit: 1).map { "the person '\($0.text)'" }
  }

  private func secrets(_ bytes: [UInt8]) -> [String] {
    let found = SecretScanner.secrets(in: bytes).map { secret in
      (secret.kind, String(decoding: bytes[secret.span.start..<secret.span.end], as: UTF8.self))
    }
    let open = found.first { _, text in !waived.contains { $0.contains(text) || text.contains($0) } }
    return open.map { kind, text in ["\(kind) '\(Masking.abbreviated(text))'"] } ?? []
  }
}

/// Which files are pictures, by name.
enum DocumentPictures {
  private static let extensions = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".heic", ".tif", ".tiff"]

  static func isPicture(_ path: String) -> Bool { extensions.contains(where: path.lowercased().hasSuffix) }
}
