package import Diagnostics
package import PostMortems

/// What a prose post-mortem already says, as data: each value with its line and how sure we are.
package struct Adoption: Sendable {
  package let draft: PostMortemDraft
  package let findings: [Diagnostic]

  package init(_ draft: PostMortemDraft, findings: [Diagnostic]) {
    self.draft = draft
    self.findings = findings
  }

  /// The roles that are reported, by the names of the output.
  static let roles: [(name: String, role: SectionRole)] = [
    ("timeline", .timeline), ("root_cause", .rootCause), ("contributing_factors", .contributingFactors),
    ("action_items", .actionItems), ("impact", .impact), ("detection", .detection), ("resolution", .resolution),
    ("lessons", .lessonsLearned), ("summary", .summary),
  ]

  package var json: JSONValue {
    .object([
      "file": .string(draft.file),
      "title": .string(draft.title.value),
      "date": .optional(draft.start?.day.iso),
      "timezone": .optional(draft.fields.timezone?.value ?? draft.timeline?.statedZone?.name),
      "sections": .object(Self.roles.map { JSONValue.Member($0.name, section($0.role)) }),
      "timeline": .array((draft.timeline?.events ?? []).map(event)),
      "action_items": .array(draft.actionItems.map(item)),
      "fields": .object(AdoptedFields.all(in: draft).map { JSONValue.Member($0.key, field($0)) }),
      "findings": .array(findings.map(finding)),
    ])
  }

  private func line(_ span: SourceSpan) -> JSONValue { .int(draft.source.position(at: span.start).line) }

  private func section(_ role: SectionRole) -> JSONValue {
    guard let section = draft.section(role) ?? fallback(role) else {
      return .object(["found": .bool(false), "heading": .null, "line": .null])
    }
    return .object([
      "found": .bool(true), "heading": .string(section.title), "line": line(section.titleSpan),
    ])
  }

  /// Lessons may stand only in their parts: what went well, what went wrong, where we got lucky.
  private func fallback(_ role: SectionRole) -> Section? {
    switch role {
    case .lessonsLearned:
      draft.sections.first { [.wentWell, .wentWrong, .lucky, .surprised].contains($0.role) }
    case .contributingFactors: draft.section(.trigger)
    case .rootCause: draft.section(.fiveWhys)
    default: nil
    }
  }

  private func event(_ event: TimelineEvent) -> JSONValue {
    .object([
      "at": .optional(event.at?.iso),
      "precision": .string(event.isApproximate ? "approximate" : event.at?.precision.rawValue ?? "unknown"),
      "text": .string(event.text),
      "line": line(event.timeSpan),
    ])
  }

  private func item(_ item: ActionItem) -> JSONValue {
    .object([
      "text": .string(item.text), "state": .string(item.state.rawValue), "owner": .optional(item.owner?.value),
      "due": .optional(item.due?.value.iso), "ticket": .optional(item.ticket?.value), "line": line(item.span),
    ])
  }

  private func field(_ field: AdoptedField) -> JSONValue {
    .object([
      "value": field.value, "confidence": .double(field.confidence), "line": line(field.span),
    ])
  }

  private func finding(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      "rule": .string(diagnostic.rule), "level": .string(diagnostic.level.rawValue),
      "line": .int(diagnostic.start.line), "message": .string(diagnostic.message),
    ])
  }
}
