/// Text that a command was handed: a file, or standard input for `-`.
package enum TextInput {
  package static func read(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path == "-" ? "/dev/stdin" : path, limit: 1 << 20), as: UTF8.self)
  }
}
