internal import Diagnostics
internal import Site

/// What a build read, wrote and said, kept beside its output so that the next one knows whether it has anything to do.
///
/// It may be deleted at any time. It cannot come from elsewhere: what it says of the output holds on one disk only.
struct BuildRecord: Equatable, Sendable {
  /// Of everything that was read, the program and its options included.
  var inputs: String
  /// Of every file that the site has.
  var outputs: String
  /// What was read besides the input, its settings and templates.
  var others: [String]
  var pages: Int
  var skipped: [SkippedFile]
  var findings: BuildFindings

  private static let version = 1
  private static let name = "record.json"

  static func read(beside place: OutputPlace) -> BuildRecord? {
    guard let bytes = try? FileSystem.read("\(place.cache)/\(name)", limit: 64 << 20) else { return nil }
    return (try? JSONParser.parse(bytes)).flatMap(BuildRecord.init)
  }

  /// The folder says itself that it is not to be committed, and only its owner may look into it: what a build says
  /// names files that an edition leaves out.
  func write(beside place: OutputPlace) throws(FileSystemError) {
    try FileSystem.createFolder(place.cache)
    guard FileSystem.kind(of: place.cache) == .folder else { return }
    try FileSystem.keepPrivate(place.cache)
    try AtomicFile.replace("\(place.cache)/.gitignore", with: Array("*\n".utf8))
    try AtomicFile.replace("\(place.cache)/\(Self.name)", with: Array(value.text.utf8))
  }

  static func remove(beside place: OutputPlace) { try? FileSystem.removeFile("\(place.cache)/\(name)") }
}

// MARK: JSON

extension BuildRecord {
  private var value: JSONValue {
    .object([
      "version": .int(Self.version), "inputs": .string(inputs), "outputs": .string(outputs), "others": .strings(others),
      "pages": .int(pages),
      "skipped": .array(skipped.map { .object(["file": .string($0.file), "reason": .string($0.reason)]) }),
      "findings": findings.value,
    ])
  }

  private init?(_ value: JSONValue) {
    guard value["version"]?.int == Self.version, let inputs = value["inputs"]?.string,
      let outputs = value["outputs"]?.string, let others = value["others"]?.items, let pages = value["pages"]?.int,
      let skipped = value["skipped"]?.items, let findings = value["findings"].flatMap(BuildFindings.init)
    else { return nil }
    self.init(
      inputs: inputs, outputs: outputs, others: others.compactMap(\.string), pages: pages,
      skipped: skipped.map { SkippedFile(file: $0["file"]?.string ?? "", reason: $0["reason"]?.string ?? "") },
      findings: findings)
  }
}
