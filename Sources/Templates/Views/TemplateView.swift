/// The values of one page, or of one item of a list on it: a plain struct whose fields a template may name.
///
/// ```swift
/// struct CauseView: TemplateView {
///   var name: String
///   var count: Int
///   var definition: [UInt8]
///   var owner: String?
///   var incidents: [IncidentRow]
///
///   static let schema = ViewSchema<Self>(
///     .text("name", \.name), .number("count", \.count), .html("definition", \.definition),
///     .text("owner", \.owner), .list("incidents", \.incidents))
/// }
/// ```
/// The forms a field may have, and what a template makes of them:
///
/// | form | property | `{{x}}` | `{{#x}}…{{/x}}` |
/// |---|---|---|---|
/// | `.text` | `String`, `String?` | escaped; `nil` writes nothing | once with `.` as the text, never if `nil` |
/// | `.html` | `[UInt8]`, `String` or their optionals | meant for `{{{x}}}` | as text |
/// | `.number` | `Int`, `Int?` | decimal digits | as text |
/// | `.flag` | `Bool` | `true` or `false` | once if true, names as outside |
/// | `.list` | `[some TemplateView]`, `[String]` | an error | once an item, with the item's names or `.` |
/// | `.view` | `some TemplateView`, or optional | an error; `{{x.name}}` works | once with its names, never if `nil` |
///
/// A text is present even when it is empty; give the property an optional type where absence matters. A stored
/// property is read in place, without a copy; a computed one is called each time the template names it.
package protocol TemplateView: Sendable {
  static var schema: ViewSchema<Self> { get }
}
