internal import Diagnostics
internal import PostMortems

/// Reports a cause record that does not help whoever meets the cause at night.
struct CauseRecordIncomplete: CauseRule {
  static let description = RuleDescription(
    id: "cause-record-incomplete", group: .rootCause,
    summary: "a cause record has no title, or lacks a section",
    rationale: "Somebody reads it at 2 a.m.: how to tell the cause, what to check first, what helps until it is gone.",
    triggering: [
      "-- causes/full-disk.md --\n---\ntitle: ↓Full disk\n---\n\nThe disk is full.\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n## How to recognise it\n\nWrites fail.\n\n## First check\n\n`df -h`\n\n↓## Workaround\n\n## Permanent fix\n\nA quota.\n",
      "-- causes/full-disk.md --\n↓## How to recognise it\n\nWrites fail.\n\n## First check\n\n`df -h`\n\n## Workaround\n\nMove logs.\n\n## Permanent fix\n\nA quota.\n",
    ],
    nonTriggering: [
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n## How to recognise it\n\nWrites fail.\n\n## First check\n\n`df -h`\n\n## Workaround\n\nMove logs.\n\n## Permanent fix\n\nA quota.\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: open\n---\n## How to recognise it\n\nWrites fail.\n\n## First check\n\n`df -h`\n",
    ])

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    let required = Self.required(record)
    var missing = required.filter { record.section($0) == nil }.map(\.title)
    if !Self.hasTitle(record) { missing.insert("title", at: 0) }
    var findings = required.compactMap { Self.empty($0, record) }
    if !missing.isEmpty {
      let list = missing.map { "'\($0)'" }.joined(separator: ", ")
      findings.insert(
        Finding(
          Self.description.id, at: record.title.span, "cause '\(record.slug)' lacks \(list)",
          help: missing == ["title"] ? "add 'title:' to the front matter" : "write what is known; a line is enough"),
        at: 0)
    }
    return findings
  }

  /// Of a cause that is not understood yet nobody knows what helps.
  private static func required(_ record: CauseRecord) -> [SectionRole] {
    record.status?.value == "open"
      ? [.recognise, .firstCheck] : [.recognise, .firstCheck, .workaround, .permanentFix]
  }

  /// A title that is not made of the file's name.
  private static func hasTitle(_ record: CauseRecord) -> Bool {
    record.title.span != .fileStart
  }

  private static func empty(_ role: SectionRole, _ record: CauseRecord) -> Finding? {
    let sections = record.sections.filter { $0.role == role }
    guard let first = sections.first, sections.allSatisfy({ $0.isEmpty(in: record.document) }) else { return nil }
    return Finding(
      description.id, at: first.titleSpan, "section '\(first.title)' is empty", help: "write what is known")
  }
}
