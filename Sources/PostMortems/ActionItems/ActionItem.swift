package import Diagnostics

/// A promise made in a post-mortem.
package struct ActionItem: Hashable, Sendable {
  /// The words without state, owner, dates and ticket, one line.
  package var text: String
  package var state: State
  package var owner: Located<String>?
  package var due: Located<Day>?
  package var done: Located<Day>?
  /// A tracker's key (`EDGE-4112`, `#123`) or address.
  package var ticket: Located<String>?
  package var type: ActionType?
  package var strength: Strength?
  /// Slugs of the causes that it is to remove.
  package var addresses: [Located<String>]
  /// How one sees that it is done: the measure.
  package var doneWhen: String?
  /// Why it was declined, or what superseded it.
  package var reason: String?
  package var alternativeTo: String?
  package var span: SourceSpan
  /// The nodes that hold the words.
  package var content: Range<Int>

  package init(text: String, state: State, span: SourceSpan, content: Range<Int>) {
    self.text = text
    self.state = state
    self.span = span
    self.content = content
    addresses = []
  }

  /// What became of a promise; `unknown` where the document does not say.
  package enum State: String, CaseIterable, Sendable {
    case open, done, declined, superseded, unknown
  }
}

/// What an action item changes.
package enum ActionType: String, CaseIterable, Sendable {
  case prevent, detect, mitigate, process
}

/// How much an action item relies on people remembering it (after the hierarchy of VA/RCA²).
package enum Strength: String, CaseIterable, Sendable {
  case strong, intermediate, weak
}
