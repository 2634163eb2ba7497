internal import Diagnostics
internal import Markdown
internal import PostMortems

/// What a document shares with the catalogues and with other post-mortems: services, causes, links.
struct AdoptedLinks {
  let draft: PostMortemDraft
  let labels: [DocumentLabel]
  let context: AdoptionContext

  // MARK: Services

  /// The services of the settings that a label, the title or the prose names; a word that is used in passing once is not
  /// enough.
  var services: AdoptedField? {
    let catalogue = context.settings.services
    guard !catalogue.isEmpty else { return nil }
    let label = labels.first { label in
      let name = label.words.joined(separator: " ")
      return label.words.count <= 4
        && (name.contains("service") || name.contains("affected system") || name == "component")
    }
    if let label, let found = named(catalogue, in: [label.value], at: label.span, confidence: 0.95) { return found }
    if let found = named(catalogue, in: [draft.title.value], at: draft.title.span, confidence: 0.9) { return found }
    let sections = [SectionRole.summary, .impact, .rootCause].compactMap { draft.section($0) }
    let texts = sections.map { draft.document.plainText(from: $0.content.lowerBound, to: $0.content.upperBound) }
    guard let first = sections.first else { return nil }
    return named(catalogue, in: texts, at: first.titleSpan, confidence: 0.8, atLeast: 2)
  }

  private func named(
    _ catalogue: [CatalogueEntry], in texts: [String], at span: SourceSpan, confidence: Double, atLeast: Int = 1
  ) -> AdoptedField? {
    let texts = texts.map { Words($0) }
    let slugs = catalogue.filter { entry in
      let count = texts.reduce(0) { sum, text in
        sum + max(text.count(of: Words(entry.slug)), text.count(of: Words(entry.title)))
      }
      return count >= atLeast
    }.map(\.slug)
    guard !slugs.isEmpty else { return nil }
    return AdoptedField("services", .strings(slugs), confidence: confidence, at: span)
  }

  // MARK: Causes

  /// The cause records whose title or alias stands in the section on the cause, in the summary or in the title.
  var rootCauses: AdoptedField? {
    let document = draft.document
    let section = draft.section(.rootCause) ?? draft.section(.contributingFactors) ?? draft.section(.trigger)
    let places: [(text: String, span: SourceSpan, confidence: Double)] =
      [
        section.map {
          (document.plainText(from: $0.content.lowerBound, to: $0.content.upperBound), $0.titleSpan, 0.85)
        },
        (draft.title.value, draft.title.span, 0.8),
        draft.section(.summary).map {
          (document.plainText(from: $0.content.lowerBound, to: $0.content.upperBound), $0.titleSpan, 0.6)
        },
      ].compactMap { $0 }
    for place in places {
      let text = Words(place.text)
      let slugs = context.causes.filter { record in
        ([record.title.value, record.slug] + record.aliases.map(\.value)).contains { text.count(of: Words($0)) > 0 }
      }.map(\.slug)
      guard !slugs.isEmpty else { continue }
      return AdoptedField("root_causes", .strings(slugs), confidence: place.confidence, at: place.span)
    }
    return nil
  }

  // MARK: Related

  /// The ids of the post-mortems to which relative links lead.
  var related: AdoptedField? {
    var ids: [String] = []
    var span: SourceSpan?
    for node in draft.document.nodes {
      guard case .link(let destination, _) = node.kind,
        let file = RelativePath.resolve(draft.document.string(destination), from: draft.file), file != draft.file,
        let id = context.ids[file], !ids.contains(id)
      else { continue }
      ids.append(id)
      span = span ?? node.span
    }
    return span.map { AdoptedField("related", .strings(ids), confidence: 0.9, at: $0) }
  }
}

/// A text as words to look phrases up in: lower case, everything that is no letter or digit a blank.
private struct Words {
  private let text: String

  init(_ text: String) {
    self.text = " " + text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
  }

  func count(of phrase: Words) -> Int {
    guard phrase.text.utf8.count > 4 else { return 0 }
    var count = 0
    var rest = text[...]
    while let found = rest.firstRange(of: phrase.text) {
      count += 1
      rest = rest[rest.index(before: found.upperBound)...]
    }
    return count
  }
}

/// Paths as links write them.
enum RelativePath {
  /// The file below the input that a relative address names from another file; nil for any other address.
  static func resolve(_ address: String, from file: String) -> String? {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.contains(":"), !path.hasPrefix("/") else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(decoded(part))
        continue
      }
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ part: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
