import Diagnostics
import Markdown

/// How a list's items name their owners, where they do so by bare names that alone could be anything: `… (kay)`,
/// `kay: …`, `[kay] …`.
struct OwnerConvention {
  private(set) var atTail = false
  private(set) var beforeColon = false
  private(set) var inBrackets = false
  /// Names in brackets at an item's end that the document elsewhere gives to a person.
  var people: Set<String> = []
  /// Whether an item of the list ends with a name in brackets.
  private(set) var namesSomeone = false

  static let none = OwnerConvention()

  private init() {}

  /// What at least two items and at least half of the list have in common.
  init(_ document: Document, list: Int) {
    let words = document.children(of: list).compactMap { item -> [UInt8]? in
      guard let paragraph = document.children(of: item).first, case .paragraph = document.nodes[paragraph].kind else {
        return nil
      }
      return ItemWords(document, paragraph + 1..<document.nodes[paragraph].end).bytes
    }
    self.init(words)
    namesSomeone = words.contains { Self.tailName($0) != nil }
  }

  /// The small words behind an `@` or on a line that says who wrote, led or answered, of a document's first 64 KiB.
  static func people(in document: Document) -> Set<String> {
    var people: Set<String> = []
    for line in document.source.bytes.prefix(65_536).split(separator: UInt8(ascii: "\n")) {
      let words = line.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: "-") }
      let isOfPeople = rolesOfPeople.contains(String(decoding: words, as: UTF8.self).lowercased())
      for word in line.split(whereSeparator: { !($0.isLower || $0.isDigit || "-_.@".utf8.contains($0)) }) {
        guard isOfPeople || word.first == UInt8(ascii: "@") else { continue }
        var name = String(decoding: word.drop { $0 == UInt8(ascii: "@") }, as: UTF8.self)
        while name.last == "." { name.removeLast() }
        if isHandle(name) { people.insert(name) }
      }
    }
    return people
  }

  private static let rolesOfPeople: Set<String> = [
    "author", "authors", "owner", "owners", "responder", "responders", "lead", "incident lead", "incident commander",
    "on-call", "on call", "oncall", "participants", "involved", "people", "people involved", "attendees", "team",
    "written by", "reporter", "assignee", "assignees",
  ]

  /// The same of items' words.
  init(_ words: [[UInt8]]) {
    let items = words.count
    var (tails, colons, brackets): ([String], [String], [String]) = ([], [], [])
    for all in words {
      let bytes = Array(all[(ItemBullet.length(all, at: 0, to: all.count) ?? 0)...])
      if let name = Self.tailName(bytes) { tails.append(name) }
      if let name = Self.colonName(bytes) { colons.append(name) }
      if let name = Self.bracketName(bytes) { brackets.append(name) }
    }
    func isCustom(_ names: [String]) -> Bool { names.count >= 2 && names.count * 2 >= items }
    atTail = isCustom(tails)
    beforeColon = isCustom(colons)
    inBrackets = isCustom(brackets)
  }

  /// A login: one word in small letters that names no kind of work.
  ///
  /// - Parameter isKnownOwner: whether the words beside it say that it is an owner, so that it may be called by its work.
  static func isHandle(_ text: String, isKnownOwner: Bool = false) -> Bool {
    guard (2...24).contains(text.utf8.count), let first = text.utf8.first, first.isLower else { return false }
    let areLetters = text.utf8.allSatisfy { $0.isLower || $0.isDigit || "-_.".utf8.contains($0) }
    let isKnown =
      !isKnownOwner && ActionVocabulary.categories.contains(text) || ActionVocabulary.verbs.contains(text)
      || ActionStateWords.state(of: text) != nil || everyday.contains(text) || ActionTypeWords.type(of: text) != nil
    return areLetters && !isKnown
  }

  private static let everyday: Set<String> = [
    "optional", "maybe", "etc", "eg", "ie", "e.g", "i.e", "e.g.", "i.e.", "possibly", "tentative", "urgent", "easy",
    "hard", "big", "small", "ideally", "temporary", "permanent", "manual", "automatic", "again", "see", "below",
    "above",
    "or", "and", "if", "only", "too", "also", "required", "recommended", "nice-to-have", "stretch", "follow-up", "note",
    "edit", "minor", "major", "critical", "unknown", "unassigned", "nobody", "all", "both", "here", "there", "yes",
  ]

  private static func tailName(_ bytes: [UInt8]) -> String? {
    guard let close = bytes.lastIndex(of: UInt8(ascii: ")")), close + 16 > bytes.count,
      let open = bytes[..<close].lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let text = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    return isHandle(text) ? text : nil
  }

  private static func colonName(_ bytes: [UInt8]) -> String? {
    guard let colon = bytes.prefix(26).firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      bytes[colon + 1].isBlank
    else { return nil }
    let text = String(decoding: bytes[..<colon], as: UTF8.self)
    let isName =
      isHandle(text) || OwnerNames.areNames(text) && text != text.uppercased() && !OwnerNames.looksLikeProduct(text)
    guard isName, ItemKey.named(text) == nil else { return nil }
    let next = String(
      decoding: bytes[(colon + 2)...].drop { $0.isBlank }.prefix { $0.isLetter || $0 == UInt8(ascii: "-") },
      as: UTF8.self)
    return ActionVocabulary.verbs.contains(next.lowercased()) ? text : nil
  }

  private static func bracketName(_ bytes: [UInt8]) -> String? {
    guard bytes.first == UInt8(ascii: "["), let close = bytes.prefix(26).firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let text = String(decoding: bytes[1..<close], as: UTF8.self)
    return isHandle(text) ? text : nil
  }
}
