import Templates

/// A name with one or more values.
struct FactView: TemplateView {
  let name: String
  let values: [LinkView]

  /// Nil where there is no value: an unknown is left out rather than shown as nothing.
  init?(_ name: String, _ values: [LinkView]) {
    guard !values.isEmpty else { return nil }
    self.name = name
    self.values = values
  }

  init?(_ name: String, text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(name, [LinkView(text)])
  }

  static let schema = ViewSchema<Self>(.text("name", \.name), .list("values", \.values))
}
