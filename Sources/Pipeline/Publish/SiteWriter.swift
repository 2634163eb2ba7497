internal import Diagnostics
package import OpenData
package import Site

/// One file of the site: where it goes and how its bytes are made.
package struct OutputFile: Sendable {
  /// Relative to the output folder, with `/`.
  package let path: String
  package let content: Content

  package enum Content: Sendable {
    case bytes([UInt8])
    /// Appends the bytes to a buffer that is used again and again.
    case rendered(@Sendable (inout [UInt8]) -> Void)
    /// Appends the bytes and passes them on part by part.
    case passedOn(@Sendable (inout [UInt8], PassingOn) -> Void)
    /// A copy of a file at a path on disk.
    case copy(from: String)
  }

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// Makes the whole of it.
  ///
  /// - Parameter buffer: empty.
  func append(to buffer: inout [UInt8]) throws(FileSystemError) {
    switch content {
    case .bytes(let bytes): buffer += bytes
    case .rendered(let render): render(&buffer)
    case .passedOn(let append): append(&buffer) { _ in }
    case .copy(let source): buffer = try FileSystem.read(source)
    }
  }
}

/// What a write did, in numbers of files.
package struct WriteReport: Sendable {
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  package var bytes = 0
  /// Files that could not be copied, with the reason.
  package var failures: [SkippedFile] = []
  var trace = WriteTrace()
}

/// Brings an output folder to a new state: writes what changed, removes pages that it wrote before and no longer has,
/// and leaves every file that is not its own. `Staging` says how nobody ever sees half of it.
package struct SiteWriter {
  private let output: String
  private let workers: Workers
  private let overwriteForeign: Bool
  private let inspection: OutputInspection?

  /// - Parameter inspection: looks at every file before anything is published; one complaint and nothing is.
  package init(output: String, jobs: Int, overwriteForeign: Bool, inspection: OutputInspection? = nil) {
    self.output = output
    self.inspection = inspection
    workers = Workers(count: jobs)
    self.overwriteForeign = overwriteForeign
  }

  package func write(_ files: [OutputFile]) throws -> WriteReport {
    let place = try OutputPlace(output)
    let staging = try Staging(place, workers: workers)
    do {
      return try Interruption.protecting { try write(files, staging) }
    } catch {
      staging.discard()
      throw error
    }
  }

  private func write(_ files: [OutputFile], _ staging: Staging) throws -> WriteReport {
    let old = try SiteManifest.read(in: staging.place.path)
    let foreign = try ForeignFiles(in: staging.place.path, manifest: old)
    try refuse(foreign.conflicts(with: files.map(\.path), canReplace: overwriteForeign))
    let stage = StagedFiles(staging: staging, inspection: inspection)
    var (report, present) = (WriteReport(), Set<String>())
    report.trace.began = FileIdentity.earliest
    let outcomes = workers.map(Self.batches(files)) { batch in
      var buffer: [UInt8] = []
      return batch.map { file in Result { () throws in try stage.write(file, &buffer) } }
    }.joined()
    var violations: [OutputViolation] = []
    for (file, outcome) in zip(files, outcomes) {
      switch try outcome.get() {
      case .failed(let failure): report.failures.append(failure)
      case .refused(let found): violations += found
      case .staged(let size, let isNew):
        present.insert(file.path)
        report.bytes += size
        if isNew { report.trace.changed.insert(file.path) }
      }
    }
    guard violations.isEmpty else { throw PublicationRefused(violations: violations) }
    report.written = report.trace.changed.count
    report.unchanged = present.count - report.written
    report.removed = old.files.subtracting(present).count
    report.trace.published = FileIdentity.latest
    let manifest = SiteManifest(files: present)
    if report.written == 0, manifest == old {
      staging.discard()
    } else {
      try staging.publish(manifest, changed: report.trace.changed, old: old, foreign: foreign)
    }
    return report
  }

  private func refuse(_ conflicts: [String]) throws {
    guard let first = conflicts.first else { return }
    throw OutputError.foreignFile("\(output)/\(first)", others: conflicts.count - 1)
  }

  private static func batches(_ files: [OutputFile]) -> [[OutputFile]] {
    stride(from: 0, to: files.count, by: 16).map { Array(files[$0..<min($0 + 16, files.count)]) }
  }
}

/// Makes each file and puts it into the staging folder unless the site has it already.
struct StagedFiles: Sendable {
  let staging: Staging
  let inspection: OutputInspection?

  enum Outcome: Sendable {
    case staged(size: Int, isNew: Bool)
    case refused([OutputViolation])
    case failed(SkippedFile)
  }

  func write(_ file: OutputFile, _ buffer: inout [UInt8]) throws -> Outcome {
    try Interruption.check()
    buffer.removeAll(keepingCapacity: true)
    if case .passedOn(let append) = file.content, inspection == nil {
      return try write(file.path, append, &buffer)
    }
    do throws(FileSystemError) {
      try file.append(to: &buffer)
    } catch {
      return .failed(SkippedFile(file: error.path, reason: error.description))
    }
    if let inspection {
      let violations = inspection.inspect(file, &buffer)
      if !violations.isEmpty { return .refused(violations) }
    }
    return try stage(file.path, buffer)
  }

  func stage(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) -> Outcome {
    let present = "\(staging.place.path)/\(path)"
    if case .file(let size) = FileSystem.kind(of: present), size == bytes.count, try FileSystem.read(present) == bytes {
      return .staged(size: size, isNew: false)
    }
    try staging.write(bytes, to: path)
    return .staged(size: bytes.count, isNew: true)
  }
}

/// An output folder that must not be written.
package enum OutputError: Error, CustomStringConvertible, Equatable {
  case foreignFile(String, others: Int)
  case forbiddenFolder(String, reason: String)
  case locked(String, holder: String)

  package var description: String {
    switch self {
    case .foreignFile(let path, let others):
      "'\(path)'\(others > 0 ? " and \(others) more" : "") would be overwritten and was not written by debrief; move it away, choose another --output, or use --overwrite-foreign"
    case .forbiddenFolder(let path, let reason): "refusing to write into '\(path)': \(reason)"
    case .locked(let path, let holder):
      "another build is writing '\(path)'\(holder.isEmpty ? "" : ": \(holder)"); wait for it, or choose another --output"
    }
  }
}
