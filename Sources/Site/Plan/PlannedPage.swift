import Language

/// A page of the site that can be made at any time, on any thread, independently of the others.
package struct PlannedPage: Sendable {
  /// Relative to the site's root, with `/`.
  package let path: String
  /// Appends the page's bytes, the same each time.
  package let render: @Sendable (inout [UInt8]) -> Void

  package init(path: String, render: @escaping @Sendable (inout [UInt8]) -> Void) {
    self.path = path
    self.render = render
  }

  /// The page made in a language, on whatever thread.
  func said(in language: Language) -> PlannedPage {
    PlannedPage(path: path) { [render] bytes in Language.$current.withValue(language) { render(&bytes) } }
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
