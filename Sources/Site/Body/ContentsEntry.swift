import Templates

/// One line of "On this page".
struct ContentsEntry: TemplateView {
  let text: String
  let id: String
  let isNested: Bool

  static let schema = ViewSchema<Self>(.text("text", \.text), .text("id", \.id), .flag("isNested", \.isNested))
}
