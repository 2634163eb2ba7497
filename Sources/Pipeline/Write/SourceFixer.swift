package import Diagnostics
internal import Validation

/// Puts safe fixes into the files of the input.
package struct SourceFixer: Sendable {
  package struct Report: Sendable {
    package var fixes = 0
    package var files = 0
    /// The changes as a unified diff.
    package var diff = ""
  }

  let root: String

  package init(root: String) {
    self.root = root
  }

  /// Applies the safe fixes among diagnostics; with `isDryRun` nothing is written.
  package func fix(_ diagnostics: [Diagnostic], isDryRun: Bool) throws -> Report {
    var report = Report()
    let fixable = diagnostics.filter { $0.fixes.contains(where: \.isSafe) }
    for (file, found) in Dictionary(grouping: fixable, by: \.file).sorted(by: { $0.key < $1.key }) {
      let path = "\(root)/\(file)"
      let old = try FileSystem.read(path)
      // Where bytes were replaced to read the file, the places of its fixes are not those of its bytes.
      guard String(validating: old, as: UTF8.self) != nil, !old.contains(0) else { continue }
      let (new, count) = FixApplier.apply(found, to: old)
      guard new != old else { continue }
      report.fixes += count
      report.files += 1
      report.diff += LineDifference.unified(
        String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self), path: file)
      if !isDryRun { try FileSystem.write(new, to: path) }
    }
    return report
  }
}
