/// A reader of foreign bytes, with what must hold of its answer whatever the bytes are.
package protocol FuzzTarget: Sendable {
  /// The name of its folder below `Corpus`.
  static var name: String { get }
  /// Words of the input's grammar, which changes of single bytes would hardly ever write.
  static var words: [String] { get }
  /// Reads the input and throws what does not hold.
  static func check(_ input: [UInt8]) throws(Violation)
}

/// What should have held of an input and does not.
package struct Violation: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

/// Throws unless the condition holds.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws(Violation) {
  guard condition else { throw Violation(message()) }
}

/// All targets, by the names of their folders.
package enum FuzzTargets {
  package static let all: [any FuzzTarget.Type] = [
    FrontMatterTarget.self, DocumentTarget.self, SignatureTarget.self, ImportTarget.self, AdoptionTarget.self,
    SettingsTarget.self, TemplateTarget.self, LanguageTarget.self, SearchTarget.self,
  ]

  package static func named(_ name: String) -> (any FuzzTarget.Type)? { all.first { $0.name == name } }
}
