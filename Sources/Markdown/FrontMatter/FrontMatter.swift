package import Diagnostics

/// The data block at the head of a file, as the author wrote it: every key and value with its place.
package struct FrontMatter: Sendable {
  package enum Format: String, Sendable {
    case yaml, toml
  }

  package let format: Format
  /// From the opening fence to the end of the closing one.
  package let span: SourceSpan
  package let entries: [FrontMatterEntry]
  /// False where the block could not be read: what `entries` holds was salvaged line by line, and an absent key means
  /// nothing.
  package let isReadable: Bool

  package init(format: Format, span: SourceSpan, entries: [FrontMatterEntry], isReadable: Bool) {
    self.format = format
    self.span = span
    self.entries = entries
    self.isReadable = isReadable
  }

  package func entry(_ key: String) -> FrontMatterEntry? {
    entries.first { $0.key.value == key }
  }
}

/// One `key: value` pair.
package struct FrontMatterEntry: Hashable, Sendable {
  package let key: Located<String>
  package let value: Located<FrontMatterValue>

  package init(key: Located<String>, value: Located<FrontMatterValue>) {
    self.key = key
    self.value = value
  }
}

/// A value before any meaning is given to it: scalars stay text, so that `12:30` is never 750 and `NO` never false.
package indirect enum FrontMatterValue: Hashable, Sendable {
  case null
  /// `isQuoted` is true where the author put quotes around it.
  case scalar(String, isQuoted: Bool)
  case sequence([Located<FrontMatterValue>])
  case mapping([FrontMatterEntry])

  package var text: String? {
    if case .scalar(let text, _) = self { return text }
    return nil
  }

  /// What the value is called in a message.
  package var typeName: String {
    switch self {
    case .null: "nothing"
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}
