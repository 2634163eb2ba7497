/// Names a program by its version and by the files that it runs from, its libraries included.
package enum ProgramIdentity {
  /// - Parameter executable: where the program is; nil where the system does not tell.
  package static func text(version: String, executable: String?) -> String {
    let files = Set([executable].compactMap { $0 } + libraries).sorted()
    return ([version] + files.compactMap { file in FileIdentity(file, followingLinks: true).map { "\(file) \($0)" } })
      .joined(separator: "\n")
  }

  /// Files whose code is part of this process; empty where the system does not list them.
  private static var libraries: [String] {
    guard let table = try? FileSystem.readStream("/proc/self/maps", limit: 1 << 22) else { return [] }
    return table.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x20, maxSplits: 5)
      guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { return nil }
      let path = String(decoding: fields[5].drop { $0 == 0x20 }, as: UTF8.self)
      return path.hasPrefix("/") ? path : nil
    }
  }
}
