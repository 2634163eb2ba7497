/// Looks at every file of a site before any of it is published.
package struct OutputInspection: Sendable {
  /// May change a file's bytes, and says why it must not be published.
  package let inspect: @Sendable (OutputFile, inout [UInt8]) -> [OutputViolation]

  package init(_ inspect: @escaping @Sendable (OutputFile, inout [UInt8]) -> [OutputViolation]) {
    self.inspect = inspect
  }
}

/// Why a file of the site must not be published.
package struct OutputViolation: Hashable, Sendable, CustomStringConvertible {
  /// Relative to the output.
  package let path: String
  package let reason: String

  package var description: String { "\(path): \(reason)" }
}

/// Nothing was published, because something in it must not be.
package struct PublicationRefused: Error, CustomStringConvertible, Equatable {
  package let violations: [OutputViolation]

  private static let shown = 20

  package var description: String {
    let lines = violations.prefix(Self.shown).map { "  \($0)" }
    let rest = violations.count - Self.shown
    return "nothing was published:\n" + (lines + (rest > 0 ? ["  … and \(rest) more"] : [])).joined(separator: "\n")
  }
}
