import Testing

@testable import Exchange

/// How many of the facts that a system's payloads hold its readers found, over all payloads of that system.
@Suite("Fields right of all, a system a line")
struct FieldTableTests {
  private struct Row: CustomStringConvertible {
    let system: SourceSystem
    var right = 0
    var total = 0
    var wrong: [String] = []

    var description: String { (["\(system.rawValue) \(right)/\(total)"] + wrong).joined(separator: "\n  ") }
  }

  /// Each fact is a line of a case's expectation; a line too many counts as one that is wrong.
  private static func row(of system: SourceSystem) -> Row {
    var row = Row(system: system)
    for sample in ReaderCase.all where sample.system == system {
      var found = SampleExport.read(sample.export)?.yield.lines ?? []
      for line in sample.expected.split(separator: "\n").map(String.init) {
        row.total += 1
        if let place = found.firstIndex(of: line) {
          found.remove(at: place)
          row.right += 1
        } else {
          row.wrong.append("\(sample.name) lacks: \(line)")
        }
      }
      row.total += found.count
      row.wrong += found.map { "\(sample.name) has: \($0)" }
    }
    return row
  }

  @Test(arguments: SourceSystem.allCases)
  func allFactsOfEverySystemAreFound(system: SourceSystem) {
    let row = Self.row(of: system)
    #expect(row.total > 0, "\(system.rawValue) has no payload")
    #expect(row.right == row.total, "\(row)")
  }

  /// The least that the payloads of a system have to hold for its line of the table to say something.
  @Test(arguments: [
    (SourceSystem.alertmanager, 7), (.grafana, 7), (.pagerduty, 8), (.opsgenie, 3), (.datadog, 20), (.incidentIO, 20),
    (.firehydrant, 20), (.rootly, 20), (.servicenow, 8), (.statuspage, 15), (.cstate, 15), (.slack, 12), (.teams, 4),
    (.chaosToolkit, 4), (.elasticsearch, 6), (.splunk, 3), (.github, 6), (.jira, 6), (.linear, 4), (.traceback, 1),
  ])
  func thereIsEnoughToCount(system: SourceSystem, least: Int) {
    #expect(Self.row(of: system).total >= least)
  }
}
