package import Validation

/// Reads and writes the file of a baseline.
package enum BaselineFile {
  /// The name that is used where none is given, beside the settings or in the working folder.
  package static let name = ".debrief-baseline.json"

  package static func read(_ path: String) throws -> Baseline {
    guard let baseline = Baseline(text: try FileSystem.read(path)) else { throw InputError.noBaseline(path) }
    return baseline
  }

  package static func write(_ baseline: Baseline, to path: String) throws {
    try FileSystem.write(Array(baseline.text.utf8), to: path)
  }

  package static func exists(_ path: String) -> Bool { FileSystem.isFile(path) }
}
