internal import OpenData

extension StagedFiles {
  /// As much of a file as is held before it is written.
  static let part = 1 << 20

  /// Writes a file while it is made, and takes it back where the site has the same already.
  ///
  /// - Parameter buffer: empty; what is left in it is of no use.
  func write(
    _ path: String, _ append: (inout [UInt8], PassingOn) -> Void, _ buffer: inout [UInt8]
  ) throws(FileSystemError) -> Outcome {
    var file: GrowingFile?
    var failure: FileSystemError?
    append(&buffer) { bytes in
      guard bytes.count >= Self.part else { return }
      if failure == nil {
        do throws(FileSystemError) {
          try Self.grow(&file, bytes, staging, path)
        } catch {
          failure = error
        }
      }
      bytes.removeAll(keepingCapacity: true)
    }
    if let failure { throw failure }
    guard file != nil else { return try stage(path, buffer) }
    try Self.grow(&file, buffer, staging, path)
    let size = try file?.close() ?? 0
    let present = "\(staging.place.path)/\(path)"
    guard case .file(size) = FileSystem.kind(of: present), try FileSystem.haveSameBytes(present, staging.path(path))
    else { return .staged(size: size, isNew: true) }
    try FileSystem.removeFile(staging.path(path))
    return .staged(size: size, isNew: false)
  }

  private static func grow(
    _ file: inout GrowingFile?, _ bytes: [UInt8], _ staging: Staging, _ path: String
  ) throws(FileSystemError) {
    if file == nil { file = try GrowingFile(staging.prepared(path)) }
    try file?.append(bytes)
  }
}
