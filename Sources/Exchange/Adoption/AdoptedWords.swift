internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The words of closed scales and vocabularies that a document uses in its own way.
struct AdoptedWords {
  let draft: PostMortemDraft
  let labels: [DocumentLabel]
  let settings: Settings

  // MARK: Severity

  /// A labelled severity on the scale of the settings; one that fits no step, or two, is shown and never written.
  var severity: AdoptedField? {
    let names: Set<String> = [
      "severity", "sev", "priority", "incident severity", "severity level", "incident priority", "schweregrad",
      "gravite",
      "severite", "severidad", "ernst", "prioritat", "priorite", "final severity",
    ]
    if let label = labels.first(where: { names.contains($0.words.joined(separator: " ")) }) {
      return severity(of: label.value, at: label.span)
    }
    return severityInProse
  }

  private func severity(of text: String, at span: SourceSpan) -> AdoptedField? {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let first = words.first, words.count <= 12 else { return nil }
    let isChoice = words.contains("or") || text.contains("|") || text.filter { $0 == "/" }.count > 1
    if let step = step(named: words), !isChoice {
      return AdoptedField("severity", .string(step), confidence: 0.9, at: span)
    }
    return AdoptedField(
      "severity", .string(text), confidence: 0.3, at: span,
      obstacle: "'\(first)' is no step of the scale, or more than one")
  }

  /// The step that words name: by its name, by its number where the steps end in numbers, or by a word that stands in
  /// the meaning of one step only.
  private func step(named words: [String]) -> String? {
    let scale = settings.severities
    let joined = [words.first, words.prefix(2).joined()].compactMap { $0 }
    if let exact = scale.first(where: { joined.contains(Self.folded($0.name)) }) { return exact.name }
    if let number = number(in: words) {
      let fits = scale.filter { Self.trailingNumber(of: $0.name) == number }
      if fits.count == 1 { return fits.first?.name }
      return nil
    }
    let meant = scale.filter { step in
      let meaning = Set((step.name + " " + step.meaning).lowercased().split { !$0.isLetter }.map(String.init))
      return words.prefix(2).contains { $0.count > 3 && meaning.contains($0) }
    }
    return meant.count == 1 ? meant.first?.name : nil
  }

  /// The number of `2`, `P2`, `S2`, `SEV-2` or `Severity 2`.
  private func number(in words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    if let number = Int(first), first.count == 1 { return number }
    let letters = first.prefix { $0.isLetter }
    guard ["p", "s", "sev", "severity", "prio", "priority", "level"].contains(String(letters)) else { return nil }
    let rest = first.dropFirst(letters.count)
    return rest.isEmpty ? words.dropFirst().first.flatMap { $0.count == 1 ? Int($0) : nil } : Int(rest)
  }

  private static func trailingNumber(of name: String) -> Int? {
    Int(String(name.reversed().prefix { $0.isNumber }.reversed()))
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The only step that the title or the first summary names in so many words: `a SEV2 incident`.
  private var severityInProse: AdoptedField? {
    let document = draft.document
    let summary = draft.section(.summary) ?? draft.sections.first
    let paragraph = summary?.content.first { document.nodes[$0].kind == .paragraph }
    let texts =
      [(draft.title.value, draft.title.span)]
      + [paragraph].compactMap { index in
        index.map { (document.plainText(of: $0), document.nodes[$0].span) }
      }
    for (text, span) in texts {
      let words = Set(
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { $0.filter { $0 != "-" } })
      let steps = settings.severities.filter {
        $0.name.contains(where: \.isNumber) && words.contains(Self.folded($0.name))
      }
      if let step = steps.first, steps.count == 1 {
        return AdoptedField("severity", .string(step.name), confidence: 0.8, at: span)
      }
    }
    return nil
  }

  // MARK: Detection

  /// How it was noticed, where a label or the section on detection says it in the words of one kind only.
  var detection: AdoptedField? {
    let names: Set<String> = [
      "detection", "detected by", "how detected", "detection method", "identified", "detection source", "erkennung",
      "how was it detected", "how was the incident detected", "reported by", "discovered by",
    ]
    if let label = labels.first(where: { names.contains($0.words.joined(separator: " ")) }),
      let found = detection(in: label.value, at: label.span)
    {
      return found
    }
    guard let section = draft.section(.detection) else { return nil }
    let document = draft.document
    let text =
      section.content.first { document.nodes[$0].kind == .paragraph }.map { document.plainText(of: $0) }
      ?? document.plainText(from: section.content.lowerBound, to: section.content.upperBound)
    return detection(in: text, at: section.titleSpan)
  }

  private func detection(in text: String, at span: SourceSpan) -> AdoptedField? {
    let words = " " + text.lowercased().split { !($0.isLetter || $0.isNumber) }.prefix(80).joined(separator: " ") + " "
    let kinds = Self.detections.filter { kind, phrases in
      settings.vocabularies.detection.words.contains(kind) && phrases.contains { words.contains(" \($0)") }
    }.map(\.kind)
    guard let kind = kinds.first else { return nil }
    let isOne = Set(kinds).count == 1
    return AdoptedField(
      "detection", .object(["source": .string(kind)]), confidence: isOne ? 0.8 : 0.5, at: span,
      obstacle: isOne ? nil : "the words speak of \(kinds.joined(separator: " and "))")
  }

  private static let detections: [(kind: String, phrases: [String])] = [
    ("synthetic-check", ["synthetic", "uptime check", "health check", "pingdom", "blackbox probe", "smoke test"]),
    (
      "alert",
      [
        "alert", "alarm", "paged ", "pager", "monitoring system", "our monitoring", "monitoring detected", "nagios",
        "datadog monitor", "grafana", "überwachung", "supervision", "alerte", "alarma",
      ]
    ),
    (
      "customer",
      [
        "customer report", "customers report", "user report", "users report", "customer reached", "customer contacted",
        "customer wrote", "customer told", "end user", "reported by user", "reported by customer", "user informed",
        "support ticket", "students report", "kunde", "customer ", "customers ", "informed by our users",
      ]
    ),
    (
      "employee",
      [
        "we noticed", "team noticed", "engineer noticed", "admin noticed", "developer noticed", "we realized",
        "colleague", "project members", "project member", "team member", "employee", "mitarbeiter", "staff ",
      ]
    ),
    ("vendor", ["vendor", "provider notified", "hosting provider", "researcher", "security advisory"]),
    ("status-page", ["status page"]), ("partner", ["partner "]),
    ("log-review", ["log review", "reviewing logs", "reviewing the logs", "looking at the logs", "in the logs"]),
  ]
}
