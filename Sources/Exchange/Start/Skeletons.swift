internal import Diagnostics
internal import PostMortems

/// The texts that new post-mortems begin with, by name without extension.
package struct Skeletons: Sendable {
  private let texts: [String: String]

  package init(_ texts: [String: String]) {
    self.texts = texts
  }

  package var names: [String] { texts.keys.sorted() }

  /// The text of the skeleton that is asked for, else of the one that fits kind and severity.
  func text(for request: NewPostMortem, settings: Settings) throws(NewPostMortemError) -> String {
    if let name = request.skeleton { return try text(named: name) }
    let name = settings.skeleton(kind: request.kind ?? "incident", severity: request.severity)
    if let text = texts[name] { return text }
    return try text(named: "incident")
  }

  private func text(named name: String) throws(NewPostMortemError) -> String {
    let name = FileName.hasKnownExtension(name) ? FileName.withoutExtension(name) : name
    guard let text = texts[name] else { throw .unknown("skeleton", name, among: names) }
    return text
  }

  /// The heading and the hints for a part that a skeleton lacks: those of `incident`, else the bare heading.
  func section(_ role: SectionRole) -> [String] {
    let lines = texts["incident"].map(FrontMatterFilling.lines) ?? []
    guard let start = lines.firstIndex(where: { Self.role(ofHeading: $0) == role }) else {
      return ["## \(role.title)", ""]
    }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
    return Array(lines[start..<end])
  }

  static func role(ofHeading line: String) -> SectionRole? {
    line.hasPrefix("## ") ? SectionTitle.role(of: String(line.dropFirst(3))) : nil
  }
}
