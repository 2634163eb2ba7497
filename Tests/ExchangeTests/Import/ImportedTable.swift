import Diagnostics
import Markdown
import PostMortems

@testable import Exchange

/// Exports as a command reads them, without a disk.
func yield(_ texts: [String], from system: SourceSystem? = nil) -> ImportYield {
  let files = texts.enumerated().map { ExportDecoding.decode(Array($0.element.utf8), path: "export-\($0.offset + 1)") }
  return ExportReaders.read(files, from: system)
}

func merged(_ texts: [String], settings: Settings = Settings()) -> [MergedIncident] {
  IncidentMerge.incidents(of: yield(texts), settings: settings).incidents.map { $0.labelled().incident }
}

/// The outcomes of an import into a knowledge base of some documents.
func outcomes(_ texts: [String], into existing: [String] = [], settings: Settings = Settings()) -> [IncidentImport
  .Outcome]
{
  let drafts = existing.enumerated().map { index, text in
    DraftReader.read(DocumentParser.parse(SourceFile(path: "\(index + 1).md", text: text)), settings: settings)
  }
  return IncidentImport(settings: settings).outcomes(of: yield(texts), existing: drafts).outcomes
}

extension MergedIncident {
  /// What an import makes of an incident, a line a fact, as a test compares it.
  var lines: [String] {
    var lines = ["# \(title)" + (isDrill ? " (drill)" : "")]
    lines += phases.compactMap { phase in phase.at.map { "\(phase.key) \($0.iso)" } }
    if !services.isEmpty { lines.append("services \(services.joined(separator: ", "))") }
    if !teams.isEmpty { lines.append("teams \(teams.joined(separator: ", "))") }
    if let severity { lines.append("severity \(severity)") }
    if let alert { lines.append("alert \(alert)") }
    lines += rows.filter { !$0.isChatter }.map { row in
      "\(row.at.iso) \(row.text) < \(row.origins.map(\.system.rawValue).joined(separator: ", "))"
    }
    return lines + actions.map { "[\($0.state.rawValue)] \($0.text)" + ($0.owner.map { " (\($0))" } ?? "") }
  }
}
