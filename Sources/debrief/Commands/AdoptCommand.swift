internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief adopt`: what existing prose already says, as data and as front matter.
struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Show what existing post-mortems already say, and write it as front matter.",
    discussion: """
      Reads sections, timeline, action items, dates, services, severity, detection and causes out of prose, each with
      its line and how sure it is. Without --write nothing changes. --write adds front matter for what is sure, never
      touches the text below it, and lists what is not sure.

      Examples:
        debrief adopt --input incidents --json
        debrief adopt --input incidents --dry-run
        debrief adopt --input incidents --write
      """)

  @OptionGroup var input: InputArguments

  @Argument(help: "These files and folders only, relative to the input or the working folder.")
  var paths: [String] = []

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  @Flag(name: .long, help: "Add front matter for what is sure.")
  var write = false

  @Flag(name: .long, help: "Print what --write would change as a diff, and change nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Give keys of other houses in the front matter our names.")
  var rewriteKeys = false

  func run() throws {
    let options = input.options
    let reading = try Reading.read(options)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    try options.verify(paths)
    let selection = PathSelection(paths: paths, input: options.input)
    let findings = Dictionary(grouping: reading.diagnostics, by: \.file)
    let context = AdoptionContext(reading.knowledgeBase)
    let adoptions = reading.knowledgeBase.postMortems.filter { selection.contains($0.file) }
      .sorted { $0.file < $1.file }.map { postMortem in
        Adoption(
          postMortem.draft, context: context, findings: findings[postMortem.file] ?? [], rewritesKeys: rewriteKeys)
      }
    let report =
      write || dryRun ? AdoptionWriter(root: options.input).write(adoptions, isDryRun: dryRun) : nil
    show(adoptions, report)
    if let report, !report.refusals.isEmpty { throw ExitStatus.inputOutput }
  }

  /// The data, the diff or the text on standard output; what was done on standard error.
  private func show(_ adoptions: [Adoption], _ report: AdoptionWriter.Report?) {
    if json {
      Terminal.printRaw(JSONValue.array(adoptions.map(\.json)).text)
    } else if let report, dryRun {
      Terminal.printRaw(report.diff)
    } else {
      for adoption in adoptions { Terminal.print(AdoptionText(adoption).text) }
    }
    guard let report else { return }
    for refusal in report.refusals { Terminal.printError("\(refusal.file): left as it is: \(refusal.reason)") }
    let count = report.files.count
    Terminal.printError("\(dryRun ? "would add" : "added") front matter to \(count) of \(adoptions.count) files")
  }
}

/// What a person reads of one adoption.
private struct AdoptionText {
  let adoption: Adoption

  init(_ adoption: Adoption) {
    self.adoption = adoption
  }

  var text: String {
    let draft = adoption.draft
    let roles = draft.sections.compactMap(\.role?.title)
    let date = draft.start.map { "\($0.day.iso) (\($0.origin.rawValue))" } ?? "no date"
    var lines = [
      draft.file,
      "  title         \(draft.title.value)",
      "  date          \(date)",
      "  sections      \(roles.isEmpty ? "none recognised" : roles.joined(separator: ", "))",
      "  timeline      \(draft.timeline?.events.count ?? 0) rows",
      "  action items  \(draft.actionItems.count)",
    ]
    lines += adoption.frontMatter.renamed.map { "  rename        \($0.old) -> \($0.new)" }
    lines += adoption.frontMatter.written.map { "  sure          " + line($0) }
    lines += adoption.frontMatter.omitted.map { "  left out      " + line($0.field) + ": " + $0.reason }
    return lines.joined(separator: "\n")
  }

  private func line(_ field: AdoptedField) -> String {
    let value = field.value.string ?? field.value.compact
    let place = adoption.draft.source.position(at: field.span.start).line
    return "\(field.key): \(value) (line \(place), \(Int((field.confidence * 100).rounded())) %)"
  }
}
