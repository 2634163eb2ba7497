internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief digest`: what is new, recurring and overdue, ready to be posted.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Print what is new, what came back and what is overdue, to post where people read.",
    discussion: """
      slack is a Block Kit message, teams an Adaptive Card for a workflow, both within the limits of their service; \
      email is a mail with text and HTML for you to send. Nothing is sent.

      Example:
        debrief digest --since 2026-03-01 --format slack
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var site: SiteArguments

  @Option(
    name: .long, help: ArgumentHelp("The first day, YYYY-MM-DD. Default: the last seven days.", valueName: "date"),
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("'\(text)' is not a date such as 2026-03-01") }
      return day
    })
  var since: Day?

  @Option(name: .long, help: ArgumentHelp("text, markdown, slack, teams, email or json.", valueName: "format"))
  var format = DigestFormat.text

  @Flag(name: .long, help: "The same as --format json.")
  var json = false

  func run() throws {
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let start = since ?? Digest.standardStart(asOf: reading.knowledgeBase.asOf)
    guard start <= reading.knowledgeBase.asOf else {
      throw ValidationError("--since \(start.iso) is after \(reading.knowledgeBase.asOf.iso)")
    }
    let digest = Digest(reading.knowledgeBase, since: start, addresses: site.addresses(reading))
    Terminal.printRaw((json ? .json : format).payload(of: digest))
  }
}

extension DigestFormat: ExpressibleByArgument {}
