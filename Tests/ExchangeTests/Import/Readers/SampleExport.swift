import Diagnostics
import Foundation
import PostMortems

@testable import Exchange

/// Exports as they come from files, and what is read from them.
enum SampleExport {
  static func of(_ path: String, _ text: String) -> Export {
    ExportDecoding.decode(Array(text.utf8), path: path).export ?? Export(path: path, contents: .text(text))
  }

  /// What the one reader that knows the export read from it; nil where none or several know it.
  static func read(_ export: Export) -> (yield: ImportYield, system: SourceSystem)? {
    let readers = ExportReaders.all.filter { $0.recognises(export) }
    guard readers.count == 1, let reader = readers.first else { return nil }
    var yield = ImportYield()
    reader.read(export, into: &yield)
    return (yield, reader.system)
  }
}

extension ImportYield {
  /// All that was read, a line a thing, as a test compares it.
  var lines: [String] {
    incidents.flatMap(\.lines) + looseEvents.map(\.line) + looseActions.map(\.line) + experiments.flatMap(\.lines)
      + tickets.map(\.line) + alerts.map(\.line) + looseEvidence.map { "evidence \($0.evidenceLine)" } + people.lines
      + problems.map { "problem \($0.message)" }
  }
}

extension ImportedIncident {
  var lines: [String] {
    var lines = ["incident \(id)" + (title.map { " '\($0)'" } ?? "")]
    let times = [
      ("started", started), ("detected", detected), ("acknowledged", acknowledged), ("mitigated", mitigated),
      ("resolved", resolved),
    ]
    for (name, time) in times { if let time { lines.append("\(name) \(time.iso)") } }
    for (name, value) in [
      ("url", url), ("severity", severity), ("summary", summary), ("impact", impact), ("detection", detection),
    ] {
      if let value { lines.append("\(name) \(value)") }
    }
    if isDrill { lines.append("drill") }
    if !labels.isEmpty { lines.append("labels \(labels.joined(separator: ", "))") }
    if !services.isEmpty { lines.append("services \(services.joined(separator: ", "))") }
    if !teams.isEmpty { lines.append("teams \(teams.joined(separator: ", "))") }
    lines += events.map(\.line) + actions.map(\.line) + links.map { "link \($0.key) \($0.url)" }
    return lines + evidence.map { "evidence \($0.evidenceLine)" } + notes.map { "note \($0)" } + people.lines
  }
}

extension ImportedEvent {
  var line: String { "\(isChatter ? "chatter" : "row") \(at.iso) \(text)" + (url.map { " <\($0)>" } ?? "") }
}

extension ImportedAction {
  var line: String {
    var line = "action \(state.rawValue) '\(text)'"
    if let owner { line += " owner \(owner)" }
    if let due { line += " due \(due.iso)" }
    if let done { line += " done \(done.iso)" }
    return line + (ticket.map { " ticket \($0)" } ?? "")
  }
}

extension ImportedExperiment {
  var lines: [String] {
    var line = "experiment '\(title)'"
    for part in [summary, started?.iso, ended?.iso, status, hasDeviated.map { "deviated \($0)" }] {
      if let part { line += " | \(part)" }
    }
    return [line] + steps.map(\.line)
  }
}

extension CataloguedAlert {
  var line: String {
    "alert \(name)" + (severity.map { " [\($0)]" } ?? "") + (summary.map { ": \($0)" } ?? "")
      + (runbook.map { " <\($0)>" } ?? "")
  }
}

extension TicketState {
  var line: String {
    var line = "ticket \(ticket) \(state.rawValue)"
    if let title { line += " '\(title)'" }
    if let owner { line += " owner \(owner)" }
    if let due { line += " due \(due.iso)" }
    if let closed { line += " closed \(closed.iso)" }
    return line + (url.map { " <\($0)>" } ?? "")
  }
}

extension [String: String] {
  var lines: [String] { map { "person \($0.key) → \($0.value)" }.sorted() }
}

extension String {
  /// The failure that a piece of evidence shows, or how it begins.
  var evidenceLine: String {
    let signatures = FailureSignatureReader.signatures(inText: self).filter { $0.kind == .traceback }.map(\.text)
    if !signatures.isEmpty { return signatures.joined(separator: "; ") }
    return String(prefix(60)).split(separator: "\n").joined(separator: "⏎")
  }
}
