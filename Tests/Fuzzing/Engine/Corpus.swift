internal import Foundation

/// The inputs that a target begins with: one of each form, and every one that ever failed.
package enum Corpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus")
    .standardized

  /// The inputs of a target by their names, sorted.
  package static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    let own = folder.appending(path: target)
    let names = try FileManager.default.contentsOfDirectory(atPath: own.path()).filter { !$0.hasPrefix(".") }.sorted()
    return try names.map { ($0, Array(try Data(contentsOf: own.appending(path: $0)))) }
  }
}
