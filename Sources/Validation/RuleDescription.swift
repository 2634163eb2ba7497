package import Diagnostics

/// What a rule says of itself: the text of `explain`, of the site's guide and of its own tests.
package struct RuleDescription: Sendable {
  /// The flaw in words, `unknown-severity`; also the name in settings and suppressions.
  package let id: String
  package let group: RuleGroup
  /// The level unless the settings give another.
  package let level: Level
  /// The flaw in one line, lower case, no full stop.
  package let summary: String
  /// Why it matters to readers, in a sentence or two.
  package let rationale: String
  /// Documents with the flaw; `↓` stands where the finding begins. Several files are written behind lines `-- path --`.
  package let triggering: [String]
  /// Documents without it.
  package let nonTriggering: [String]

  package init(
    id: String, group: RuleGroup, level: Level = .warning, summary: String, rationale: String, triggering: [String],
    nonTriggering: [String]
  ) {
    self.id = id
    self.group = group
    self.level = level
    self.summary = summary
    self.rationale = rationale
    self.triggering = triggering
    self.nonTriggering = nonTriggering
  }
}

/// What a rule is about.
package enum RuleGroup: String, CaseIterable, Sendable {
  case frontMatter = "front matter"
  case identity
  case sections
  case times
  case rootCause = "root cause"
  case actionItems = "action items"
  case language
  case links
  case safety
  case process
  case text
}
