/// Writes a document to the place that a user named; what is there is replaced as a whole or not at all.
package enum ExportFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    if let parent = FileSystem.parent(of: path) { try FileSystem.createFolder(parent) }
    try AtomicFile.replace(path, with: bytes)
  }
}
