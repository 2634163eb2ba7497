internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief adopt`: what existing prose already says, as data; nothing is changed.
struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Show what existing post-mortems already say, as data with lines.",
    discussion: """
      Example:
        debrief adopt --input incidents --json
      """)

  @OptionGroup var input: InputArguments

  @Argument(help: "These files and folders only, relative to the input or the working folder.")
  var paths: [String] = []

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    let options = input.options
    let reading = try Reading.read(options)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let selection = PathSelection(paths: paths, input: options.input)
    let findings = Dictionary(grouping: reading.diagnostics, by: \.file)
    let adoptions = reading.knowledgeBase.postMortems.filter { selection.contains($0.file) }
      .sorted { $0.file < $1.file }.map { Adoption($0.draft, findings: findings[$0.file] ?? []) }
    if json { return Terminal.printRaw(JSONValue.array(adoptions.map(\.json)).text) }
    for adoption in adoptions { Terminal.print(text(adoption.draft)) }
  }

  private func text(_ draft: PostMortemDraft) -> String {
    let roles = draft.sections.compactMap(\.role?.title)
    let date = draft.date.map { "\($0.day.iso) (\($0.origin.rawValue))" } ?? "no date"
    return """
      \(draft.file)
        title         \(draft.title.value)
        date          \(date)
        sections      \(roles.isEmpty ? "none recognised" : roles.joined(separator: ", "))
        timeline      \(draft.timeline?.events.count ?? 0) rows
        action items  \(draft.actionItems.count)
      """
  }
}
