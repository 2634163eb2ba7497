package import Diagnostics

/// The findings that a team has today and has agreed to live with: later ones are news.
///
/// A finding is known by its rule, its file, its message and the words of its line, not by the line's number, so that
/// moving text about changes nothing; equal findings are counted.
package struct Baseline: Equatable, Sendable {
  private var counts: [String: Int] = [:]
  private var entries: [Entry] = []

  private struct Entry: Equatable, Sendable {
    let file: String
    let rule: String
    let fingerprint: String
  }

  package init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let fingerprint = Fingerprint.of(diagnostic)
      counts[fingerprint, default: 0] += 1
      entries.append(Entry(file: diagnostic.file, rule: diagnostic.rule, fingerprint: fingerprint))
    }
    entries.sort { ($0.file, $0.rule, $0.fingerprint) < ($1.file, $1.rule, $1.fingerprint) }
  }

  /// What the baseline does not hold, in order.
  package func news(in diagnostics: [Diagnostic]) -> [Diagnostic] {
    var left = counts
    return diagnostics.filter { diagnostic in
      let fingerprint = Fingerprint.of(diagnostic)
      guard let count = left[fingerprint], count > 0 else { return true }
      left[fingerprint] = count - 1
      return false
    }
  }

  /// One line a finding, sorted, so that a change of the file can be reviewed.
  package var text: String {
    JSONValue.object([
      "version": .int(1),
      "findings": .array(
        entries.map {
          .object(["file": .string($0.file), "rule": .string($0.rule), "fingerprint": .string($0.fingerprint)])
        }),
    ]).text
  }

  /// Nil for a text that no baseline was written as.
  package init?(text: [UInt8]) {
    guard let value = try? JSONParser.parse(text), value["version"] == .int(1), let items = value["findings"]?.items
    else { return nil }
    for item in items {
      guard let file = item["file"]?.string, let rule = item["rule"]?.string,
        let fingerprint = item["fingerprint"]?.string
      else { return nil }
      counts[fingerprint, default: 0] += 1
      entries.append(Entry(file: file, rule: rule, fingerprint: fingerprint))
    }
  }
}
