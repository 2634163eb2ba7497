/// How a page may show `n` incidents: the fewer they are, the less is summarised.
package enum Presentation: Hashable, Sendable {
  /// None at all: "none recorded".
  case none
  /// 1 to 4: the incidents themselves, and no chart.
  case list
  /// 5 to 19: a dot each, and no line.
  case dots
  /// 20 and more: a summary with its interval.
  case summary

  package init(count: Int) {
    precondition(count >= 0, "a count is not negative")
    switch count {
    case 0: self = .none
    case 1...4: self = .list
    case 5...19: self = .dots
    default: self = .summary
    }
  }
}
