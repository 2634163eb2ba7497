internal import Diagnostics
internal import ArgumentParser
internal import KnowledgeBase
internal import Pipeline

/// `debrief trends`: every number of the trend pages.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends", abstract: "Print every number of the trend pages, with its interval, test and rows.",
    discussion: """
      Example:
        debrief trends --json
      """)

  @OptionGroup var input: InputArguments

  @Flag(name: .long, help: "Print one JSON document (the only form; data for other programs).")
  var json = false

  func run() throws {
    let reading = try Reading.read(input.options)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    Terminal.printRaw(String(decoding: Trends(reading.knowledgeBase).json, as: UTF8.self))
  }
}
