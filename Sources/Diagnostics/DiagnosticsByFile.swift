/// Diagnostics that are asked for by their file; of each there is one, and no copy.
package struct DiagnosticsByFile: Sendable {
  private let diagnostics: [Diagnostic]
  private let ranges: [String: Range<Int>]

  /// - Parameter diagnostics: those of a file are taken in the order of `Diagnostic`.
  package init(_ diagnostics: [Diagnostic] = []) {
    let isSorted = zip(diagnostics, diagnostics.dropFirst()).allSatisfy { $0.file <= $1.file }
    let sorted = isSorted ? diagnostics : diagnostics.sorted()
    var ranges: [String: Range<Int>] = [:]
    var start = 0
    for index in sorted.indices where index + 1 == sorted.count || sorted[index + 1].file != sorted[index].file {
      ranges[sorted[index].file] = start..<index + 1
      start = index + 1
    }
    self.diagnostics = sorted
    self.ranges = ranges
  }

  /// Empty for a file in which nothing was found.
  package subscript(file: String) -> ArraySlice<Diagnostic> { diagnostics[ranges[file] ?? 0..<0] }

  /// The files in which something was found, in no order.
  package var files: some Sequence<(file: String, diagnostics: ArraySlice<Diagnostic>)> {
    ranges.lazy.map { [diagnostics] in (file: $0.key, diagnostics: diagnostics[$0.value]) }
  }
}
