/// Text that a command was handed: a file, a pipe, or standard input for `-`.
package enum TextInput {
  package static func read(_ path: String) throws -> String {
    String(decoding: try FileSystem.readStream(path, limit: 1 << 20), as: UTF8.self)
  }
}
