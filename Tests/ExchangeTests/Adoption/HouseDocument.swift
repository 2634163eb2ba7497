import Diagnostics
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport

/// A post-mortem in the style of some house, with what a careful reader finds in it marked at the head of its lines.
///
/// A mark is `⟦timeline⟧` in front of the heading or label that opens a section, `⟦at 2026-03-01T10:00Z⟧` in front of a
/// row and `⟦item⟧` or `⟦item done⟧` in front of an action item; several stand in one mark, parted by commas.
struct HouseDocument: CustomStringConvertible, Sendable {
  let style: String
  let path: String
  /// The day on which the incident began; nil where the document does not say.
  let date: String?
  let marked: String

  init(_ style: String, _ path: String, date: String?, _ marked: String) {
    self.style = style
    self.path = path
    self.date = date
    self.marked = marked
  }

  var description: String { "\(style): \(path)" }

  static let all =
    english + services + exports + abroad + plain + later + questionnaires + markups + furtherAbroad
    + shared + rivals
}

/// What a document says, as a reader sees it or as it was read.
struct HouseReading: Equatable {
  var date: String?
  /// `timeline 7`: a role and the line of its heading.
  var sections: Set<String> = []
  /// `12 2026-03-01T10:00Z`, in order.
  var rows: [String] = []
  /// `20 done`, the state left out where the document gives none.
  var items: [String] = []
}

extension HouseDocument {
  /// The document without its marks, and what they say.
  func expectation() -> (text: String, reading: HouseReading) {
    var reading = HouseReading(date: date)
    var lines: [Substring] = []
    for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("⟦"), let end = line.firstIndex(of: "⟧") else {
        lines.append(line)
        continue
      }
      for label in line[..<end].dropFirst().split(separator: ",") {
        let words = label.split(separator: " ")
        switch words.first {
        case "at": reading.rows.append("\(index + 1) \(words.dropFirst().joined(separator: " "))")
        case "item":
          reading.items.append(([String(index + 1)] + words.dropFirst().map(String.init)).joined(separator: " "))
        case .some(let role): reading.sections.insert("\(role) \(index + 1)")
        case nil: break
        }
      }
      lines.append(line[line.index(after: end)...])
    }
    return (lines.joined(separator: "\n"), reading)
  }

  /// What the program reads.
  func reading(of text: String) -> HouseReading? {
    let files = [(path.hasSuffix(".md") ? path : path + ".md", text)]
    let knowledgeBase = Corpus(files: files).knowledgeBase()
    guard let draft = knowledgeBase.postMortems.first?.draft else { return nil }
    let json = Adoption(draft, context: AdoptionContext(knowledgeBase), findings: []).json
    var reading = HouseReading(date: json["date"]?.string)
    guard case .object(let sections)? = json["sections"] else { return nil }
    for member in sections where member.value["found"] == .bool(true) {
      reading.sections.insert("\(member.key) \(Self.line(member.value))")
    }
    reading.rows = (json["timeline"]?.items ?? []).map { "\(Self.line($0)) \($0["at"]?.string ?? "?")" }
    reading.items = (json["action_items"]?.items ?? []).map { item in
      let state = item["state"]?.string ?? ""
      return "\(Self.line(item))" + (state == "unknown" ? "" : " \(state)")
    }
    return reading
  }

  private static func line(_ value: JSONValue) -> Int {
    if case .int(let line)? = value["line"] { return line }
    return 0
  }
}
