import Diagnostics
import Language

extension TemplateCompiler {
  /// Writes a message as the language has it, now, so that a page costs nothing more; its values come when it runs.
  mutating func compileMessage(_ tag: MessageTag, _ scope: inout Scope) {
    let translation = language.pattern(tag.key)
    for piece in (translation ?? Pattern(tag.key)).pieces {
      switch piece {
      case .text(let text):
        builder.append(literal: translation == nil ? Array(text.utf8) : Self.escaped(text, for: tag.key))
      case .place(let name):
        if let place = tag.places[name] { compile(place, &scope) }
      }
    }
  }

  private mutating func compile(_ place: MessageTag.Place, _ scope: inout Scope) {
    guard let name = place.partial else { return compileValue(place.name, isEscaped: scope.isEscaping, scope) }
    let partial = PartialTag(name: name, indentation: 0..<0, isStandalone: false, overrides: [])
    compileSection(place.name, isInverted: false, [.partial(partial)], &scope)
  }

  /// Text of a language file for any place of a page; only the tags that the English words have stay tags.
  private static func escaped(_ text: String, for key: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">"), key.contains(rest[...close]) {
        result += rest[...close].utf8
        rest = rest[rest.index(after: close)...]
        continue
      }
      switch first {
      case "&": result += "&amp;".utf8
      case "<": result += "&lt;".utf8
      case ">": result += "&gt;".utf8
      case "\"": result += "&quot;".utf8
      default: result += String(first).utf8
      }
      rest.removeFirst()
    }
    return result
  }
}
