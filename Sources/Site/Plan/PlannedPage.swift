import Language
package import OpenData

/// A page of the site that can be made at any time, on any thread, independently of the others.
package struct PlannedPage: Sendable {
  /// Relative to the site's root, with `/`.
  package let path: String
  private let append: @Sendable (inout [UInt8], PassingOn) -> Void
  /// Whether the file may be too long to be held whole, and passes on its bytes while it is made.
  package let isLong: Bool

  /// - Parameter render: appends the page's bytes, the same each time.
  package init(path: String, render: @escaping @Sendable (inout [UInt8]) -> Void) {
    self.init(path: path, isLong: false) { bytes, _ in render(&bytes) }
  }

  /// A file with a record for each thing in the knowledge base.
  ///
  /// - Parameter append: appends the file's bytes, the same each time, and passes them on between its records.
  init(longPath: String, append: @escaping @Sendable (inout [UInt8], PassingOn) -> Void) {
    self.init(path: longPath, isLong: true, append: append)
  }

  private init(path: String, isLong: Bool, append: @escaping @Sendable (inout [UInt8], PassingOn) -> Void) {
    self.path = path
    self.isLong = isLong
    self.append = append
  }

  /// Appends all of its bytes.
  package func render(_ bytes: inout [UInt8]) { append(&bytes) { _ in } }

  /// Appends its bytes; those that are passed on are no longer there at the end.
  package func render(_ bytes: inout [UInt8], passingOn: PassingOn) { append(&bytes, passingOn) }

  /// The page made in a language, on whatever thread.
  func said(in language: Language) -> PlannedPage {
    PlannedPage(path: path, isLong: isLong) { [append] bytes, passOn in
      Language.$current.withValue(language) { append(&bytes, passOn) }
    }
  }
}

/// Runs independent groups of pages to be planned; on as many threads as whoever calls it likes.
package typealias PagePlanning = @Sendable ([@Sendable () -> [PlannedPage]]) -> [[PlannedPage]]

/// A file of the input that documents link and the site therefore carries.
package struct PlannedCopy: Hashable, Sendable {
  /// Relative to the input.
  package let inputPath: String
  /// Relative to the site's root.
  package let sitePath: String

  /// Whether it is shown in the page rather than linked.
  package var isPicture: Bool { DocumentLinks.pictures.contains(where: inputPath.lowercased().hasSuffix) }
}

/// A file that every page may use: the stylesheet, a script.
package struct PlannedAsset: Sendable {
  package let path: String
  package let bytes: [UInt8]
}
