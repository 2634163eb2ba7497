import Diagnostics
import Templates

/// What a rule noticed in a document.
struct FindingView: TemplateView {
  let level: String
  let message: String
  let help: String?
  let rule: String
  let line: Int
  let href: String

  /// - Parameter root: the way from the page to the site's root.
  init(_ diagnostic: Diagnostic, root: String) {
    href = root + SitePaths.rule(diagnostic.rule)
    level = diagnostic.level.rawValue
    message = diagnostic.message.prefix(1).uppercased() + diagnostic.message.dropFirst()
    help = diagnostic.help
    rule = diagnostic.rule
    line = diagnostic.start.line
  }

  static let schema = ViewSchema<Self>(
    .text("level", \.level), .text("message", \.message), .text("help", \.help), .text("rule", \.rule),
    .number("line", \.line), .text("href", \.href))
}
