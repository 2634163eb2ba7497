/// An English sentence of the interface, with places for values; the sentence is the key under which a language file
/// says it otherwise.
///
/// `"\(open) of \(all) open"` has the key `{1} of {2} open`: a translation may put the values in another order.
package struct Message: ExpressibleByStringInterpolation, Sendable {
  let key: String
  let english: String
  let values: [String]

  package init(stringLiteral text: String) {
    (key, english, values) = (text, text, [])
  }

  package init(stringInterpolation parts: StringInterpolation) {
    (key, english, values) = (parts.key, parts.english, parts.values)
  }

  /// A message whose key is put together while the program runs; the catalogue must hold every one of them.
  package init(key: String, english: String, values: [String]) {
    (self.key, self.english, self.values) = (key, english, values)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var english = ""
    fileprivate var values: [String] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      english.reserveCapacity(literalCapacity + 12 * interpolationCount)
    }

    package mutating func appendLiteral(_ text: String) {
      key += text
      english += text
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      let text = value.description
      values.append(text)
      english += text
      key += "{\(values.count)}"
    }
  }
}

/// The words of the interface in the language of the page that is being made.
package func say(_ message: Message) -> String { Language.current.text(message) }

/// The same where the words depend on a number. `other` is the key; both forms hold the same values.
package func say(_ count: Int, one: Message, other: Message) -> String {
  Language.current.text(count, one: one, other: other)
}
