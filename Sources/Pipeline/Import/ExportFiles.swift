internal import Diagnostics
package import Exchange
internal import PostMortems

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads the exports that a command was given: files, folders with all that lies in them, and `-` for standard input.
package struct ExportFiles {
  /// Larger files are logs or database dumps, which nobody means to make a draft of.
  static let sizeLimit = 64 << 20

  package private(set) var files: [ExportDecoding.Result] = []
  /// Files and folders that could not be read.
  package private(set) var failures: [FileSystemError] = []
  /// Paths of files that were found in folders, whose being no export is no mistake.
  package private(set) var found: Set<String> = []
  /// Lists of people that were read because of the messages beside them.
  private var given: Set<String> = []

  package static func read(_ paths: [String]) -> ExportFiles {
    var reader = ExportFiles()
    for path in paths { reader.read(path) }
    return reader
  }

  private mutating func read(_ path: String) {
    if path == "-" { return readStandardInput() }
    if FileSystem.isFolder(path) {
      walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0)
    } else {
      readFile(path)
    }
  }

  /// Folders in the order of their names, so that the same folder always gives the same drafts.
  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < 20 else { return }
    do throws(FileSystemError) {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        case .folder: walk(path, depth: depth + 1)
        case .file where Self.mayBeExport(name):
          found.insert(path)
          if !given.contains(path) { readFile(path) }
        case .file, .link, .other, .missing: continue
        }
      }
    } catch {
      failures.append(error)
    }
  }

  /// Pictures and archives lie beside exports and are none.
  private static func mayBeExport(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return !name.contains(".")
      || ["json", "ndjson", "jsonl", "txt", "log", "md", "yml", "yaml", "csv", "out", "rules"].contains(ending)
  }

  private mutating func readFile(_ path: String) {
    guard FileSystem.isFile(path) || FileSystem.isMissing(path) || path.hasPrefix("/dev/") else {
      return files.append(
        .failed(path, "is a pipe or a device and no file; send it to standard input and give '-'"))
    }
    readNames(beside: path)
    do throws(FileSystemError) {
      let limit = Self.sizeLimit + 1
      let bytes =
        try path.hasPrefix("/dev/") ? FileSystem.readStream(path, limit: limit) : FileSystem.read(path, limit: limit)
      add(bytes, path)
    } catch {
      failures.append(error)
    }
  }

  /// Whom the messages of a day file of Slack name stands in a list at the top of the export, one folder up.
  private mutating func readNames(beside path: String) {
    guard let folder = FileSystem.parent(of: path) ?? (path.hasPrefix("/") ? nil : "."), Self.isDayFile(path) else {
      return
    }
    let above = folder == "." ? ".." : FileSystem.parent(of: folder) ?? (folder.hasPrefix("/") ? "/" : ".")
    for list in ["\(folder)/users.json", "\(above)/users.json"] where FileSystem.isFile(list) {
      guard given.insert(list).inserted, let bytes = try? FileSystem.read(list, limit: Self.sizeLimit) else { continue }
      found.insert(list)
      add(bytes, list)
    }
  }

  /// `2026-01-19.json`.
  private static func isDayFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.utf8.count == 15 && name.hasSuffix(".json") && Day(iso: String(name.dropLast(5))) != nil
  }

  private mutating func add(_ bytes: [UInt8], _ path: String) {
    if bytes.count > Self.sizeLimit {
      files.append(.tooLarge(path, limit: Self.sizeLimit))
    } else {
      files.append(ExportDecoding.decode(bytes, path: path))
    }
  }

  /// A pipe has no size to ask for: it is read until it ends.
  private mutating func readStandardInput() {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.sizeLimit {
      let count = part.withUnsafeMutableBytes { systemRead($0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return failures.append(FileSystemError.last("read", "standard input")) }
      if count == 0 { break }
      bytes += part[..<count]
    }
    add(bytes, "standard input")
  }

  private func systemRead(_ pointer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(0, pointer, count)
    #elseif canImport(Musl)
      Musl.read(0, pointer, count)
    #else
      Darwin.read(0, pointer, count)
    #endif
  }
}
