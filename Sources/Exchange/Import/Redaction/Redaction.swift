internal import PostMortems
internal import Diagnostics
internal import Validation

/// Takes secrets, people and customers' addresses out of texts before anything of them is written.
struct Redaction {
  private var names: NameIndex
  private let teams: Set<String>
  /// What was masked, such as `an AWS access key 'AKIA…'`.
  private(set) var masked: [String] = []

  var persons: [Person] { names.persons }

  /// `identities` are the names by which one person goes, a list a person.
  init(people: [String: String], identities: [[String]] = [], settings: Settings) {
    names = NameIndex(people, identities: identities, settings: settings)
    teams = Set((settings.teams + settings.services).flatMap { [$0.slug.lowercased(), $0.title.lowercased()] })
  }

  /// The text without secrets, addresses and names; people are markers until their labels are known.
  mutating func clean(_ text: String) -> String {
    let bytes = Array(withoutSecrets(Self.visible(text)).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var urlEnd = 0
    var accessEnd = 0
    while index < bytes.count {
      if index >= urlEnd, Self.isAddress(bytes, index) {
        urlEnd =
          bytes[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } ?? bytes.count
      }
      if index >= accessEnd, let end = AccessText.end(in: bytes, at: index) {
        result += bytes[index..<end]
        index = end
        accessEnd = end
        continue
      }
      if let (replacement, length) = replacement(in: bytes, at: index, isInAddress: index < urlEnd) {
        result += replacement.utf8
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Who owns an action item is a person unless it is known for a team or calls itself one.
  mutating func owner(_ name: String, teams: [String]) -> String {
    let cleaned = clean(oneLine(name))
    guard Person.indices(in: cleaned).isEmpty else { return cleaned }
    let word = cleaned.lowercased()
    let isTeam =
      self.teams.contains(word) || teams.contains { $0.lowercased() == word } || Self.everybody.contains(word)
      || ["team", "squad", "crew", "sre", "group"].contains { word.contains($0) }
    if isTeam || word.hasPrefix("(") { return cleaned }
    let key = NameIndex.key(of: cleaned)
    return key.isEmpty ? cleaned : Person.marker(names.index(of: key))
  }

  /// One line, cleaned.
  mutating func plain(_ text: String) -> String { oneLine(clean(text)) }

  /// Without control characters, marks that turn or hide text, and our own markers.
  private static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: scalars.append(scalar)
      case 0x0D: continue
      case 0..<0x20, 0x7F..<0xA0: scalars.append(" ")
      case 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xFFFE, 0xFFFF:
        continue
      case 0x2028, 0x2029: scalars.append("\n")
      default: if !Person.reserved.contains(scalar) { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }

  private mutating func withoutSecrets(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let secrets = SecretScanner.secrets(in: bytes)
    guard !secrets.isEmpty else { return withoutGuardedValues(text) }
    var result: [UInt8] = []
    var end = 0
    for secret in secrets where secret.span.start >= end {
      result += bytes[end..<secret.span.start]
      result += "(redacted)".utf8
      end = secret.span.end
      let hint = Masking.abbreviated(String(decoding: bytes[secret.span.start..<end], as: UTF8.self))
      let name = "\(secret.kind) '\(hint)'"
      if !masked.contains(name) { masked.append(name) }
    }
    return withoutGuardedValues(String(decoding: result + bytes[end...], as: UTF8.self))
  }

  /// What a word before it gives away goes too; of its letters none is told.
  private mutating func withoutGuardedValues(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for span in GuardedValues.spans(in: bytes) {
      let value = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
      guard !value.contains("(redacted)") else { continue }
      result += bytes[end..<span.start]
      result += "(redacted)".utf8
      end = span.end
      let name = "a value that opens something"
      if !masked.contains(name) { masked.append(name) }
    }
    return end == 0 ? text : String(decoding: result + bytes[end...], as: UTF8.self)
  }

  private static func isAddress(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "h") else { return false }
    return bytes[index...].starts(with: "https://".utf8) || bytes[index...].starts(with: "http://".utf8)
  }

  private mutating func replacement(in bytes: [UInt8], at index: Int, isInAddress: Bool) -> (String, Int)? {
    let isStart = index == 0 || !bytes[index - 1].isNameByte
    if isStart, bytes[index].isNameByte || bytes[index] == UInt8(ascii: "@") {
      let isMention = bytes[index] == UInt8(ascii: "@")
      let start = isMention ? index + 1 : index
      if !isInAddress, start < bytes.count, let match = names.match(in: bytes, at: start) {
        return (Person.marker(match.person), match.length + start - index)
      }
      if let length = MailText.length(in: bytes, at: index) { return (LineText.addressMark, length) }
      if isMention, !isInAddress, let handle = mention(in: bytes, at: index) { return handle }
    }
    if isStart, !isInAddress, let length = PhoneText.length(in: bytes, at: index) {
      return ("(telephone number)", length)
    }
    return nil
  }

  /// `@kim`; a team or a whole channel is nobody.
  private mutating func mention(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    if index > 0, bytes[index - 1] > 0x20, !"([{<\"'*_~,;:|-".utf8.contains(bytes[index - 1]) { return nil }
    var end = index + 1
    while end < bytes.count, bytes[end].isNameByte || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    // `@babel/core` is a package.
    guard end > index + 2, bytes[index + 1].isASCIILetter || bytes[index + 1] >= 0x80,
      end == bytes.count || bytes[end] != UInt8(ascii: "/")
    else { return nil }
    let handle = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    // `@Override` and `@app.route("/")` are words of a program.
    guard !Self.annotations.contains(handle.lowercased()), end == bytes.count || bytes[end] != UInt8(ascii: "(") else {
      return nil
    }
    guard !teams.contains(handle.lowercased()), !Self.everybody.contains(handle.lowercased()) else { return nil }
    return (Person.marker(names.index(of: NameIndex.key(of: handle))), end - index)
  }

  private static let annotations: Set<String> = [
    "override", "deprecated", "test", "transactional", "autowired", "component", "service", "repository", "controller",
    "restcontroller", "configuration", "bean", "async", "scheduled", "nullable", "nonnull", "notnull", "inject",
    "cacheable", "cacheevict", "retryable", "suppresswarnings", "functionalinterface", "beforeeach", "aftereach",
    "before", "after", "ignore", "disabled", "mock", "value", "entity", "table", "column", "valid", "data", "builder",
    "slf4j", "getter", "setter", "property", "staticmethod", "classmethod", "dataclass", "abstractmethod", "wraps",
    "contextmanager", "lru_cache", "cached_property", "pytest.fixture", "param", "return", "returns", "throws",
    "media", "import", "keyframes", "mainactor", "published", "state", "available", "objc", "escaping",
    "discardableresult", "sendable", "synchronized", "volatile", "postconstruct", "predestroy", "requestmapping",
    "getmapping", "postmapping", "putmapping", "deletemapping", "jsonproperty", "jsonignore", "timed", "counted",
    "circuitbreaker", "ratelimiter", "timelimiter", "bulkhead", "version", "latest",
  ]

  private static let everybody: Set<String> = [
    "here", "channel", "everyone", "all", "team", "oncall", "on-call", "group",
  ]
}

/// E-mail addresses in running text, examples included: whose they are, only their owners know.
enum MailText {
  /// How long the address is that begins at a byte.
  static func length(in bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start < 65, bytes[index].isNameByte || ".+-%".utf8.contains(bytes[index]) {
      index += 1
    }
    guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: "@") else { return nil }
    let domain = index + 1
    var end = domain
    while end < bytes.count, bytes[end].isASCIILetter || bytes[end].isASCIINumber || ".-".utf8.contains(bytes[end]) {
      end += 1
    }
    while end > domain, !bytes[end - 1].isASCIILetter, !bytes[end - 1].isASCIINumber { end -= 1 }
    guard let dot = bytes[domain..<end].lastIndex(of: UInt8(ascii: ".")), end - dot > 2, dot > domain,
      bytes[(dot + 1)..<end].allSatisfy(\.isASCIILetter)
    else { return nil }
    // `git@host:path` is a repository, `user@host/path` none of a person's either.
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"), bytes[end + 1].isNameByte { return nil }
    return end - start
  }
}

/// The beginnings of addresses other than those of the web, such as `postgres://app@db:5432/shop`, in which `@` names a
/// host and nobody.
enum AccessText {
  /// The end of scheme, user and `@` that begin at a byte; nil where none do.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start].isASCIILetter, start == 0 || !bytes[start - 1].isNameByte else { return nil }
    var index = start
    while index < bytes.count, index - start < 24,
      bytes[index].isASCIILetter || bytes[index].isASCIINumber
        || "+.-".utf8.contains(bytes[index])
    { index += 1 }
    guard index + 3 <= bytes.count, bytes[index...].starts(with: "://".utf8) else { return nil }
    let scheme = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    guard scheme != "mailto" else { return nil }
    let authority = bytes[(index + 3)..<min(bytes.count, index + 300)].prefix {
      $0 > 0x20 && !"/?#\"'<>".utf8.contains($0)
    }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    // The host belongs to it: `user@db.internal` would read as a mailbox.
    return scheme.hasPrefix("http") ? at + 1 : authority.endIndex
  }
}

/// Telephone numbers in running text.
enum PhoneText {
  /// How long the number is that begins at a byte: `+49 30 901820`, `(555) 010-4477`, `555-010-4477`.
  static func length(in bytes: [UInt8], at start: Int) -> Int? {
    let isInternational = bytes[start] == UInt8(ascii: "+")
    guard isInternational || bytes[start] == UInt8(ascii: "(") || bytes[start].isASCIINumber else { return nil }
    if start > 0, bytes[start - 1].isNameByte || ".-:/+".utf8.contains(bytes[start - 1]) { return nil }
    var groups = [0]
    var index = isInternational ? start + 1 : start
    var end = index
    while index < bytes.count, index - start < 28 {
      if bytes[index].isASCIINumber {
        groups[groups.count - 1] += 1
        end = index + 1
      } else if "-().".utf8.contains(bytes[index]) || bytes[index] == 0x20 {
        if groups.last != 0 { groups.append(0) }
      } else {
        break
      }
      index += 1
    }
    guard end == bytes.count || !bytes[end].isNameByte else { return nil }
    groups.removeAll { $0 == 0 }
    let digits = groups.reduce(0, +)
    if isInternational {
      let isRound = groups.count > 2 && groups.dropFirst().allSatisfy { $0 == 3 } && groups.count < 4
      return (9...15).contains(digits) && !isRound ? end - start : nil
    }
    return groups == [3, 3, 4] ? end - start : nil
  }
}
