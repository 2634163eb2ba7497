/// Which form of a word a whole number takes, in the words of CLDR: `one: n = 1`, `few: n % 10 = 2..4 and n % 100 !=
/// 12..14`. A number that meets no condition takes `other`.
package struct PluralRule: Hashable, Sendable {
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case zero, one, two, few, many, other
  }

  /// `n`, or `n` modulo a number, inside or outside of ranges.
  private struct Relation: Hashable, Sendable {
    let modulus: Int?
    let ranges: [ClosedRange<Int>]
    let isInverted: Bool

    func holds(_ count: Int) -> Bool {
      let value = modulus.map { count % $0 } ?? count
      return ranges.contains { $0.contains(value) } != isInverted
    }
  }

  private struct Condition: Hashable, Sendable {
    let form: Form
    /// Alternatives, each of relations that must all hold.
    let alternatives: [[Relation]]
  }

  private var conditions: [Condition] = []

  package static let english = PluralRule(conditions: [
    Condition(form: .one, alternatives: [[Relation(modulus: nil, ranges: [1...1], isInverted: false)]])
  ])

  private init(conditions: [Condition]) { self.conditions = conditions }

  /// No conditions: one form for all numbers.
  package init() {}

  /// Adds the condition of a form; false where it cannot be read.
  mutating func add(_ form: Form, _ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let alternatives = words.split(separator: "or", omittingEmptySubsequences: false).map { alternative in
      alternative.split(separator: "and", omittingEmptySubsequences: false).map { Self.relation(Array($0)) }
    }
    let read = alternatives.map { $0.compactMap(\.self) }
    guard zip(read, alternatives).allSatisfy({ $0.count == $1.count && !$0.isEmpty }) else { return false }
    conditions.append(Condition(form: form, alternatives: read))
    return true
  }

  /// Reads `n % 10 = 2..4,7`.
  private static func relation(_ words: [String]) -> Relation? {
    var rest = words[...]
    guard let subject = rest.popFirst(), subject == "n" || subject == "i" else { return nil }
    var modulus: Int?
    if rest.first == "%" {
      rest = rest.dropFirst()
      guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
      modulus = number
    }
    guard rest.count == 2, let sign = rest.first, sign == "=" || sign == "!=", let list = rest.last else { return nil }
    let ranges = list.split(separator: ",").map(Self.range)
    guard !ranges.isEmpty, ranges.allSatisfy({ $0 != nil }) else { return nil }
    return Relation(modulus: modulus, ranges: ranges.compactMap(\.self), isInverted: sign == "!=")
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: ".").map { Int($0) }
    switch (ends.first ?? nil, ends.last ?? nil) {
    case (let low?, let high?) where ends.count <= 2 && low <= high: return low...high
    default: return nil
    }
  }

  package func form(_ count: Int) -> Form {
    let count = Int(clamping: count.magnitude)
    return conditions.first { condition in
      condition.alternatives.contains { $0.allSatisfy { $0.holds(count) } }
    }?.form ?? .other
  }

  /// The forms that a word needs: those with a condition, and `other`.
  var forms: [Form] { Form.allCases.filter { form in form == .other || conditions.contains { $0.form == form } } }
}
