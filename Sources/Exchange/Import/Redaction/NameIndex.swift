internal import PostMortems

/// Finds the names of people in texts.
struct NameIndex {
  private struct Name {
    /// In lower case.
    let bytes: [UInt8]
    let exact: [UInt8]
    let person: Int
    /// Whether any spelling counts: a full name or an address; single words must be written as names are.
    let isUnmistakable: Bool
  }

  private(set) var persons: [Person] = []
  /// By the first word of the name in lower case, the longest name first.
  private var names: [String: [Name]] = [:]
  private var byKey: [String: Int] = [:]

  /// Words that are names and much else besides.
  private static let ambiguous: Set<String> = [
    "will", "mark", "may", "june", "april", "august", "grant", "bill", "rob", "art", "page", "rich", "chase", "drew",
    "frank", "jack", "max", "pat", "ray", "sue", "grace", "hope", "dawn", "summer", "major", "case", "cross", "day",
    "king", "long", "short", "small", "young", "white", "black", "brown", "green", "gray", "bush", "wood", "stone",
    "price", "post", "read", "reed", "rule", "power", "waters", "field", "hall", "park", "lane", "root", "admin",
    "user",
    "engineer", "team", "service", "policy", "officer", "support", "ops", "test", "example", "system", "manager",
    "lead",
    "incident", "commander", "bot", "api", "default", "call", "staff", "customer", "operations", "platform", "site",
  ]

  /// Names with roles as the exports give them; what the settings say of a person counts more.
  ///
  /// The names of an identity are one person's, be they as different as `U024BE7LH`, `Ada Quill` and `lovelace`.
  init(_ people: [String: String], identities: [[String]] = [], settings: Settings) {
    let known = Dictionary(
      settings.people.map { (Self.key(of: $0.key), $0.value.isEmpty ? PersonRole.unknown : $0.value) }
    ) { first, _ in first }
    for name in settings.people.keys.sorted() { add(name, role: known[Self.key(of: name)] ?? "", known) }
    for identity in identities { add(identity, people, known) }
    for (name, role) in people.sorted(by: { $0.key < $1.key }) { add(name, role: role, known) }
    for first in names.keys { names[first]?.sort { ($0.bytes.count, $1.person) > ($1.bytes.count, $0.person) } }
  }

  /// `john.smith@acme.io`, `@John_Smith` and `John Smith` are one person.
  static func key(of name: String) -> String {
    var name = name.lowercased()
    if name.hasPrefix("@") { name.removeFirst() }
    if let at = name.firstIndex(of: "@") { name = String(name[..<at]) }
    return name.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private mutating func add(_ name: String, role: String, _ known: [String: String]) {
    let key = Self.key(of: name)
    guard key.utf8.count >= 2, key.contains(where: \.isLetter) else { return }
    let person = index(of: key, role: known[key] ?? known[Self.first(key)] ?? role)
    var bare = name
    if bare.hasPrefix("@") { bare.removeFirst() }
    let isUnmistakable = bare.contains(" ") || bare.contains("@") || bare.contains(".") || Self.isUserID(bare)
    insert(bare, person, isUnmistakable: isUnmistakable)
    for part in Self.parts(of: bare) { insert(part, person, isUnmistakable: false) }
  }

  /// The person of a handle that no export listed.
  mutating func index(of key: String, role: String = PersonRole.unknown) -> Int {
    if let index = byKey[key] { return index }
    byKey[key] = persons.count
    persons.append(Person(key: key, role: role.isEmpty ? PersonRole.unknown : role))
    return persons.count - 1
  }

  private mutating func insert(_ name: String, _ person: Int, isUnmistakable: Bool) {
    let exact = Array(name.utf8)
    let bytes = exact.map(\.asciiLower)
    let first = String(decoding: bytes.prefix(while: \.isNameByte), as: UTF8.self)
    guard !first.isEmpty, names[first]?.contains(where: { $0.bytes == bytes }) != true else { return }
    names[first, default: []].append(Name(bytes: bytes, exact: exact, person: person, isUnmistakable: isUnmistakable))
  }

  private mutating func add(_ identity: [String], _ people: [String: String], _ known: [String: String]) {
    let keys = identity.map(Self.key).filter { $0.utf8.count >= 2 && $0.contains(where: \.isLetter) }
    guard let main = keys.first(where: { $0.contains(" ") }) ?? keys.last else { return }
    let roles = keys.compactMap { known[$0] } + identity.compactMap { people[$0] }.filter { $0 != PersonRole.unknown }
    // Whom the settings or another list know by one of the names is known by all of them.
    let person = keys.compactMap { byKey[$0] }.first ?? index(of: main, role: roles.first ?? PersonRole.unknown)
    for key in keys where byKey[key] == nil { byKey[key] = person }
    for name in identity {
      let word = name.lowercased()
      // In a chat a person is called by the display name, however it is written.
      let isCalledSo = word.utf8.count >= 3 && !Self.ambiguous.contains(word) && word.contains(where: \.isLetter)
      if isCalledSo { insert(name.hasPrefix("@") ? String(name.dropFirst()) : name, person, isUnmistakable: true) }
    }
  }

  private static func first(_ key: String) -> String { key.split(separator: " ").first.map(String.init) ?? key }

  /// The given name and the surname of a name of two capitalised words.
  private static func parts(of name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count == 2,
      words.allSatisfy({ $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" } }),
      !words.contains(where: { ambiguous.contains($0.lowercased()) && $0 != words.last && $0 != words.first })
    else { return [] }
    return words.filter { $0.utf8.count >= 3 && !ambiguous.contains($0.lowercased()) }
  }

  /// `U024BE7LH`, as chat systems call people.
  private static func isUserID(_ name: String) -> Bool {
    name.utf8.count >= 8 && name.utf8.allSatisfy { $0.isUpperOrDigit } && name.contains(where: \.isNumber)
  }

  /// The person whose name begins at a byte, and how long it is.
  func match(in bytes: [UInt8], at index: Int) -> (person: Int, length: Int)? {
    let word = bytes[index...].prefix(while: \.isNameByte)
    guard let candidates = names[String(decoding: word.map(\.asciiLower), as: UTF8.self)] else { return nil }
    for name in candidates {
      let end = index + name.bytes.count
      guard end <= bytes.count, end == bytes.count || !bytes[end].isNameByte,
        zip(bytes[index..<end], name.bytes).allSatisfy({ $0.asciiLower == $1 })
      else { continue }
      if name.isUnmistakable || isMeant(name, in: bytes, index, end) { return (name.person, name.bytes.count) }
    }
    return nil
  }

  /// A single word is a name where it is written with a capital as the name is, is addressed, speaks, or acts.
  private func isMeant(_ name: Name, in bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    if start > 0, bytes[start - 1] == UInt8(ascii: "@") { return true }
    let isCapital = name.exact.first.map { $0.isASCIIUpper || $0 >= 0x80 } ?? false
    let isSpelled = bytes[start..<end].elementsEqual(name.exact)
    if isCapital { return isSpelled }
    if start == 0, end < bytes.count, bytes[end] == UInt8(ascii: ":") { return true }
    let before = String(decoding: bytes[max(0, start - 4)..<start], as: UTF8.self)
    return isSpelled && [" by ", " to ", "by ", "to "].contains(before)
  }
}

extension UInt8 {
  /// Letters, digits, the underscore, and everything beyond ASCII.
  var isNameByte: Bool { isASCIILetter || isASCIINumber || self == UInt8(ascii: "_") || self >= 0x80 }

  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) && self < 0x80 }

  var isASCIINumber: Bool { (0x30...0x39).contains(self) }

  var isASCIIUpper: Bool { (0x41...0x5A).contains(self) }

  var isUpperOrDigit: Bool { isASCIIUpper || isASCIINumber }

  var asciiLower: UInt8 { isASCIIUpper ? self | 0x20 : self }
}
