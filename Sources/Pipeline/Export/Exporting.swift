package import Exchange
internal import KnowledgeBase
internal import PostMortems

/// Takes a knowledge base out in one of the forms.
package enum Exporting {
  /// - Parameter path: the file or folder; nil for a document that the caller prints.
  /// - Returns: the document where there is no path.
  package static func run(
    _ form: ExportForm, of reading: Reading, _ input: InputOptions, _ options: ExportOptions, to path: String?,
    home: String? = nil
  ) throws -> [UInt8]? {
    var options = options
    options.owed = reading.edition?.isPublic == true ? nil : OwedPostMortems.ofSettings(reading)?.verdicts
    switch (try form.content(reading, input, options), path) {
    case (.document(let bytes, _), nil): return bytes
    case (.document(let bytes, let beside), let path?):
      try ExportFile.write(bytes, to: path)
      if let beside { try ExportFile.write(beside.bytes, to: companion(of: path, beside.suffix)) }
    case (.folder, nil): break
    case (.folder(let files, let kind), let path?):
      try OutputFolder.verify(path, input: input.input, home: home)
      try ExportFolder(path, kind: kind).write(files)
    }
    return nil
  }

  /// `posts.ndjson` → `posts.template.json`.
  private static func companion(of path: String, _ suffix: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : String(name[..<$0]) } ?? name
    return "\(path.dropLast(name.count))\(stem).\(suffix)"
  }
}
