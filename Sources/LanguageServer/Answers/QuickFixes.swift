internal import Diagnostics

/// The replacements that mend findings, as actions to choose from.
struct QuickFixes {
  let document: OpenDocument
  let workspace: Workspace

  /// - Parameter only: the kinds that are asked for; nil for all.
  func actions(in range: EditorRange, only: [String]?) -> [JSONValue] {
    func isAsked(_ kind: String) -> Bool { only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
    var actions: [JSONValue] = []
    if isAsked("quickfix") {
      for diagnostic in document.diagnostics where document.range(of: diagnostic).touches(range) {
        if let action = self.action(diagnostic) { actions.append(action) }
      }
    }
    if isAsked("source.fixAll.debrief"), let all = fixAll { actions.append(all) }
    return actions
  }

  /// All replacements of one finding together: each of them is a part of the way out.
  private func action(_ diagnostic: Diagnostic) -> JSONValue? {
    guard !diagnostic.fixes.isEmpty else { return nil }
    return .object([
      "title": .string(title(diagnostic)), "kind": .string("quickfix"),
      "diagnostics": .array([DiagnosticAnswer(document: document, workspace: workspace).json(diagnostic)]),
      "isPreferred": .bool(true), "edit": edit(diagnostic.fixes),
    ])
  }

  private func title(_ diagnostic: Diagnostic) -> String {
    if let help = diagnostic.help { return help.prefix(1).uppercased() + help.dropFirst() }
    if let first = diagnostic.fixes.first, !first.replacement.isEmpty {
      return "Replace with '\(Visible.text(first.replacement))'"
    }
    return "Mend '\(diagnostic.rule)'"
  }

  /// The safe replacements of the whole document, but for those that overlap an earlier one.
  private var fixAll: JSONValue? {
    let safe = document.diagnostics.flatMap(\.fixes).filter(\.isSafe)
    guard !safe.isEmpty else { return nil }
    return .object([
      "title": .string("Apply all safe fixes"), "kind": .string("source.fixAll.debrief"), "edit": edit(safe),
    ])
  }

  private func edit(_ fixes: [Diagnostic.PlacedFix]) -> JSONValue {
    var end = 0
    var last: Diagnostic.PlacedFix?
    let ordered = fixes.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    let edits = ordered.compactMap { fix -> JSONValue? in
      guard fix.span.start >= end, fix != last else { return nil }
      end = fix.span.end
      last = fix
      return .object(["range": document.text.range(of: fix.span).json, "newText": .string(fix.replacement)])
    }
    return .object(["changes": .object([.init(document.address, .array(edits))])])
  }
}
