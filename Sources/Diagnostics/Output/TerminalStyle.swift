/// Colour for a terminal, or none.
package enum TerminalStyle: Sendable {
  case plain
  case colored

  package func bold(_ text: String) -> String { wrapped(text, "1") }

  package func faint(_ text: String) -> String { wrapped(text, "2") }

  package func level(_ text: String, _ level: Level) -> String {
    switch level {
    case .error: wrapped(text, "1;31")
    case .warning: wrapped(text, "1;33")
    case .note: wrapped(text, "1;36")
    case .off: text
    }
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
