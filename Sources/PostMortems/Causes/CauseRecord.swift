package import Diagnostics
package import Markdown

/// An underlying cause as a record of its own, which outlives the incidents that it brought about.
package final class CauseRecord: Sendable {
  package let document: Document
  /// The name by which post-mortems refer to it: the file's name.
  package let slug: String
  package let title: Located<String>
  package let aliases: [Located<String>]
  package let category: Located<String>?
  package let status: Located<String>?
  /// The day on which the status came to hold.
  package let statusSince: Located<Instant>?
  package let ownerTeam: Located<String>?
  package let controls: [Located<String>]
  /// Experiments that test the controls.
  package let testedBy: [Located<String>]
  package let sections: [Section]
  package let findings: [Finding]

  package var file: String { document.source.path }

  package func section(_ role: SectionRole) -> Section? { sections.first { $0.role == role } }

  package static let keys = CauseFormat.keys.map(\.name)

  package init(document: Document, settings: Settings) {
    self.document = document
    slug = Slug.make(FileName.stem(of: document.source.path))
    sections = SectionReader.sections(of: document)
    var reader = FieldReader(zone: nil)
    var findings = document.findings
    let entries = document.frontMatter?.entries ?? []
    func value(_ key: String) -> Located<FrontMatterValue>? { entries.first { $0.key.value == key }?.value }
    title =
      value("title").flatMap { reader.text($0, "title") }
      ?? TitleReader.title(of: document, fields: PostMortemFields())
    aliases = value("aliases").map { reader.texts($0, "aliases") } ?? []
    category = value("category").flatMap { reader.text($0, "category") }
    status = value("status").flatMap { reader.text($0, "status") }
    statusSince = value("status_since").flatMap { reader.instant($0, "status_since") }
    ownerTeam = value("owner_team").flatMap { reader.text($0, "owner_team") }
    controls = value("controls").map { Self.controls($0, &reader) } ?? []
    testedBy = value("tested_by").map { reader.texts($0, "tested_by") } ?? []
    for entry in entries where !Self.keys.contains(entry.key.value) {
      findings.append(UnknownKey.finding(entry.key, known: Self.keys))
    }
    self.findings = findings + reader.findings
  }

  /// A list of controls, or a map of controls with their states.
  private static func controls(_ value: Located<FrontMatterValue>, _ reader: inout FieldReader) -> [Located<String>] {
    if case .mapping(let pairs) = value.value { return pairs.map(\.key) }
    return reader.texts(value, "controls")
  }
}

/// The finding about a front-matter key that the format does not have.
package enum UnknownKey {
  package static func finding(_ key: Located<String>, known: [String]) -> Finding {
    let spelling = String(key.value.lowercased().map { $0 == "-" ? "_" : $0 })
    let near = known.first { $0 == spelling } ?? NearMiss.nearest(to: key.value, in: known)
    return Finding(
      "unknown-key", at: key.span,
      "key '\(key.value)' is not part of the format" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      notes: near == nil ? ["a key of another house is mapped under 'keys' in debrief.yml"] : [],
      help: near.map { "replace it with '\($0)'" },
      fixes: near.map { [Fix(replace: key.span, with: $0, isSafe: false)] } ?? [])
  }
}
