/// How much of something that can fail there was, month by month: deploys, requests, machine days.
///
/// A team that deploys twice as often may break twice as often and be no worse.
package struct Exposure: Hashable, Sendable {
  /// What is counted, as it is said in the plural: `deploys`.
  package var name: String
  /// By month such as `2025-07`.
  package var months: [String: Double]

  package init(name: String, months: [String: Double]) {
    self.name = name
    self.months = months
  }

  /// The sum over months; nil unless each of them is known.
  package func total(ofMonths names: [String]) -> Double? {
    var total = 0.0
    for name in names {
      guard let value = months[name] else { return nil }
      total += value
    }
    return total > 0 ? total : nil
  }
}
