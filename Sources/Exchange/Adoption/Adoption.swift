package import Diagnostics
internal import Markdown
package import PostMortems

/// What a prose post-mortem already says, as data: each value with its line and how sure we are.
package struct Adoption: Sendable {
  package let draft: PostMortemDraft
  package let findings: [Diagnostic]
  /// What the document says of its incident, what the front matter has first.
  package let fields: [AdoptedField]
  /// The same document with what it says in HTML read as well.
  private let reading: PostMortemDraft
  /// What of it goes into the front matter.
  package let frontMatter: FrontMatterAdoption

  /// - Parameter rewritesKeys: whether keys of other houses are given our names.
  package init(
    _ draft: PostMortemDraft, context: AdoptionContext, findings: [Diagnostic], rewritesKeys: Bool = false
  ) {
    self.draft = draft
    self.findings = findings
    reading = Self.reading(of: draft, settings: context.settings)
    fields = AdoptedFields(reading, context: context).all
    let first = FrontMatterAdoption(
      draft, fields: fields, settings: context.settings, rewritesKeys: rewritesKeys)
    frontMatter = Self.settled(first, draft: draft, context: context, rewritesKeys: rewritesKeys)
  }

  /// The front matter to which nothing would be added if the document were adopted again: what is written may let more
  /// be read.
  private static func settled(
    _ first: FrontMatterAdoption, draft: PostMortemDraft, context: AdoptionContext, rewritesKeys: Bool
  ) -> FrontMatterAdoption {
    var result = first
    for _ in 0..<3 where result.isChange {
      let document = DocumentParser.parse(SourceFile(path: draft.file, bytes: result.bytes))
      let again = DraftReader.read(document, settings: context.settings)
      let next = FrontMatterAdoption(
        again, fields: AdoptedFields(reading(of: again, settings: context.settings), context: context).all,
        settings: context.settings,
        rewritesKeys: rewritesKeys)
      guard next.isChange else { break }
      result = result.followed(by: next, shift: result.bytes.count - draft.source.bytes.count)
    }
    return result
  }

  /// Sections, rows and items may stand in HTML, which a page shows as it is and only adopting reads.
  private static func reading(of draft: PostMortemDraft, settings: Settings) -> PostMortemDraft {
    guard let source = HTMLStructure.asMarkdown(draft.document) else { return draft }
    return DraftReader.read(DocumentParser.parse(source), settings: settings)
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
      "title": .string(reading.title.value),
      "date": .optional(reading.start?.day.iso),
      "timezone": .optional(reading.fields.timezone?.value ?? reading.timeline?.statedZone?.name),
      "sections": .object(Self.roles.map { JSONValue.Member($0.name, section($0.role)) }),
      "timeline": .array((reading.timeline?.events ?? []).map(event)),
      "action_items": .array(reading.actionItems.map(item)),
      "fields": .object(fields.map { JSONValue.Member($0.key, field($0)) }),
      "unsure": .array(frontMatter.omitted.map(omission)),
      "findings": .array(findings.map(finding)),
    ])
  }

  private func line(_ span: SourceSpan) -> JSONValue { .int(draft.source.position(at: span.start).line) }

  private func section(_ role: SectionRole) -> JSONValue {
    guard let section = own(role) ?? fallback(role) else {
      return .object(["found": .bool(false), "heading": .null, "line": .null])
    }
    return .object([
      "found": .bool(true), "heading": .string(section.title), "line": line(section.titleSpan),
    ])
  }

  /// The first section with a role; a heading counts before a label that only gives the gist of it inside another
  /// section, as summaries do.
  private func own(_ role: SectionRole) -> Section? {
    let sections = reading.sections(role)
    guard let first = sections.first else { return nil }
    guard case .boldLabel = first.opening, let parent = first.parent, reading.sections[parent].role != nil else {
      return first
    }
    let heading = sections.first { section in
      if case .heading = section.opening { return true }
      return false
    }
    return heading ?? first
  }

  /// Lessons may stand only in their parts: what went well, what went wrong, where we got lucky.
  private func fallback(_ role: SectionRole) -> Section? {
    switch role {
    case .lessonsLearned:
      reading.sections.first { [.wentWell, .wentWrong, .lucky, .surprised].contains($0.role) }
    case .contributingFactors: reading.section(.trigger)
    case .rootCause: reading.section(.fiveWhys)
    case .resolution: reading.section(.workaround) ?? reading.section(.permanentFix)
    case .timeline where !(reading.timeline?.events ?? []).isEmpty: SectionLine.section(role, in: reading.document)
    case .actionItems where !reading.actionItems.isEmpty: SectionLine.section(role, in: reading.document)
    default: nil
    }
  }

  private func event(_ event: TimelineEvent) -> JSONValue {
    .object([
      "at": .optional(event.at?.iso),
      // False where nobody says in which zone the clock was read: `at` then takes it for UTC.
      "zone_stated": .bool(event.hasZone),
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
      "value": field.value, "confidence": .double((field.confidence * 100).rounded() / 100),
      "line": line(field.span),
    ])
  }

  private func omission(_ omission: FrontMatterAdoption.Omission) -> JSONValue {
    .object([
      "key": .string(omission.field.key), "value": omission.field.value,
      "confidence": .double(omission.field.confidence), "line": line(omission.field.span),
      "reason": .string(omission.reason),
    ])
  }

  private func finding(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      "rule": .string(diagnostic.rule), "level": .string(diagnostic.level.rawValue),
      "line": .int(diagnostic.start.line), "message": .string(diagnostic.message),
    ])
  }
}
