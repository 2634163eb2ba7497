package import Site
internal import Diagnostics

/// One file of the site: where it goes and how its bytes are made.
package struct OutputFile: Sendable {
  /// Relative to the output folder, with `/`.
  package let path: String
  package let content: Content

  package enum Content: Sendable {
    case bytes([UInt8])
    /// Appends the bytes to a buffer that is used again and again.
    case rendered(@Sendable (inout [UInt8]) -> Void)
    /// A copy of a file at a path on disk.
    case copy(from: String)
  }

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
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
}

/// Brings an output folder to a new state: writes what changed, removes pages that it wrote before and no longer has,
/// and leaves every file that is not its own.
package struct SiteWriter {
  let output: String
  let workers: Workers
  let overwriteForeign: Bool

  package init(output: String, jobs: Int, overwriteForeign: Bool) {
    self.output = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    workers = Workers(count: jobs)
    self.overwriteForeign = overwriteForeign
  }

  package func write(_ files: [OutputFile]) throws -> WriteReport {
    try FileSystem.createFolder(output)
    let manifest = try SiteManifest.read(in: output)
    try refuseForeign(files, manifest)
    for folder in Self.folders(of: files) { try FileSystem.createFolder("\(output)/\(folder)") }
    var report = try writeAll(files)
    let paths = Set(files.map(\.path))
    report.removed = try remove(manifest.files.filter { !paths.contains($0) })
    try SiteManifest(files: paths.sorted()).write(in: output)
    return report
  }

  /// A file at one of our paths that no build of ours wrote is somebody else's.
  private func refuseForeign(_ files: [OutputFile], _ manifest: SiteManifest) throws {
    guard !overwriteForeign else { return }
    let ours = Set(manifest.files)
    let foreign = files.map(\.path).filter { !ours.contains($0) && FileSystem.kind(of: "\(output)/\($0)") != .missing }
    if let first = foreign.first { throw OutputError.foreignFile("\(output)/\(first)", others: foreign.count - 1) }
  }

  private func writeAll(_ files: [OutputFile]) throws -> WriteReport {
    let results = workers.map(Self.batches(files)) { batch in
      var buffer: [UInt8] = []
      return batch.map { file in Result { () throws(FileSystemError) in try write(file, &buffer) } }
    }
    var report = WriteReport()
    for result in results.joined() {
      switch try result.get() {
      case .written(let bytes):
        report.written += 1
        report.bytes += bytes
      case .unchanged(let bytes):
        report.unchanged += 1
        report.bytes += bytes
      case .failed(let failure): report.failures.append(failure)
      }
    }
    return report
  }

  private enum Outcome: Sendable {
    case written(Int)
    case unchanged(Int)
    case failed(SkippedFile)
  }

  private func write(_ file: OutputFile, _ buffer: inout [UInt8]) throws(FileSystemError) -> Outcome {
    let path = "\(output)/\(file.path)"
    buffer.removeAll(keepingCapacity: true)
    switch file.content {
    case .bytes(let bytes): buffer.append(contentsOf: bytes)
    case .rendered(let render): render(&buffer)
    case .copy(let source):
      do throws(FileSystemError) {
        buffer = try FileSystem.read(source)
      } catch {
        return .failed(SkippedFile(file: source, reason: error.description))
      }
    }
    if case .file(let size) = FileSystem.kind(of: path), size == buffer.count, try FileSystem.read(path) == buffer {
      return .unchanged(size)
    }
    try FileSystem.write(buffer, to: path)
    return .written(buffer.count)
  }

  /// Removes files of an earlier build and the folders that they leave empty.
  private func remove(_ paths: [String]) throws -> Int {
    for path in paths { try FileSystem.removeFile("\(output)/\(path)") }
    for path in paths {
      var folder = FileSystem.parent(of: path)
      while let current = folder, FileSystem.removeFolderIfEmpty("\(output)/\(current)") {
        folder = FileSystem.parent(of: current)
      }
    }
    return paths.count
  }

  private static func folders(of files: [OutputFile]) -> [String] {
    Set(files.compactMap { FileSystem.parent(of: $0.path) }).sorted()
  }

  private static func batches(_ files: [OutputFile]) -> [[OutputFile]] {
    stride(from: 0, to: files.count, by: 16).map { Array(files[$0..<min($0 + 16, files.count)]) }
  }
}

/// An output folder that must not be written.
package enum OutputError: Error, CustomStringConvertible, Equatable {
  case foreignFile(String, others: Int)
  case forbiddenFolder(String, reason: String)

  package var description: String {
    switch self {
    case .foreignFile(let path, let others):
      "'\(path)'\(others > 0 ? " and \(others) more" : "") would be overwritten and was not written by debrief; move it away, choose another --output, or use --overwrite-foreign"
    case .forbiddenFolder(let path, let reason): "refusing to write into '\(path)': \(reason)"
    }
  }
}
