package import PostMortems

/// Post-mortems made of a few front-matter lines, for tests that count them.
package struct Incidents: Sendable {
  private var files: [(path: String, text: String)] = []

  package init() {}

  /// Adds a document that starts on a day, or at a time of it such as `2025-07-01T08:00Z`.
  package mutating func add(_ id: String, _ started: String, _ fields: String = "", body: String = "") {
    let head = "id: \(id)\ntitle: Incident \(id)\nstarted: \(started)\n"
    files.append(("\(id).md", "---\n\(head)\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"))
  }

  /// Adds `count` incidents on consecutive days, from a day on, starting over after 28.
  package mutating func add(_ count: Int, from first: Day, prefix: String, _ fields: String = "severity: SEV2") {
    for number in 0..<count {
      add("\(prefix)-\(number)", "\(first.adding(days: number % 28).iso)T08:00Z", fields)
    }
  }

  package mutating func file(_ path: String, _ text: String) { files.append((path, text)) }

  package var corpus: Corpus { Corpus(files: files) }
}
