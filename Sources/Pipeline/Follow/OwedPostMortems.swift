package import Exchange
package import KnowledgeBase
internal import PostMortems
internal import Site

/// What the policy says of the incidents in exports of other systems.
package struct OwedPostMortems: Sendable {
  package let verdicts: [DueVerdict]
  /// Files, or parts of them, that could not be used.
  package let problems: [ImportProblem]
  package let unreadable: [FileSystemError]

  /// Reads files, folders and standard input (`-`) and judges every incident in them.
  package static func judge(_ paths: [String], from system: SourceSystem? = nil, _ base: KnowledgeBase)
    -> OwedPostMortems
  {
    let exports = ExportFiles.read(paths)
    let yield = ExportReaders.read(exports.files, from: system)
    let (incidents, problems) = IncidentMerge.incidents(of: yield, settings: base.settings)
    let (records, unnamed) = IncidentRecords.records(of: incidents)
    let left = ImportProblem(
      path: "", message: "\(unnamed) \(unnamed == 1 ? "group" : "groups") of rows that name no incident left out")
    return OwedPostMortems(
      verdicts: PostMortemsDue(base).verdicts(of: records),
      problems: yield.problems + problems + (unnamed > 0 ? [left] : []),
      unreadable: exports.failures)
  }

  /// The same for the list that the settings name; nil where they name none.
  static func ofSettings(_ reading: Reading) -> OwedPostMortems? {
    path(of: reading.settings).map { judge([$0], reading.knowledgeBase) }
  }

  /// Where the list is that the settings name.
  static func path(of settings: LoadedSettings) -> String? {
    guard let file = settings.settings.incidents, !file.isEmpty else { return nil }
    let folder = settings.path.flatMap(FileSystem.parent)
    return file.hasPrefix("/") ? file : folder.map { "\($0)/\(file)" } ?? file
  }

  /// What a build says of the list that it could not use.
  var skipped: [SkippedFile] {
    unreadable.map { SkippedFile(file: $0.path, reason: "the list of incidents: \($0)") }
      + problems.filter(\.isFailure).map { SkippedFile(file: $0.path, reason: "the list of incidents: \($0.message)") }
  }
}
