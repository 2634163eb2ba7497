internal import Diagnostics
internal import Markdown

extension SettingsReader {
  /// `exposure: {deploys: {2025-07: 310, 2025-08: 290}}`.
  mutating func readExposure(_ entry: FrontMatterEntry) {
    for series in mapping(entry) {
      var months: [String: Double] = [:]
      for month in mapping(series) {
        guard let name = Self.month(month.key.value) else {
          wrongType(Located(.scalar(month.key.value, isQuoted: false), at: month.key.span), "a month such as 2025-07")
          continue
        }
        guard let text = text(month), let value = Double(text), value.isFinite, value >= 0 else {
          wrongType(month.value, "a number")
          continue
        }
        months[name] = value
      }
      settings.exposures.append(Exposure(name: series.key.value, months: months))
    }
  }

  /// A month's name; nil for anything else.
  private static func month(_ text: String) -> String? {
    guard text.utf8.count == 7, Day(iso: "\(text)-01") != nil else { return nil }
    return text
  }
}
