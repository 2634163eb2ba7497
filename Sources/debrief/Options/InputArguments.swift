internal import ArgumentParser
internal import Pipeline
internal import PostMortems

/// The options that every command takes.
struct InputArguments: ParsableArguments {
  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "The folder of the post-mortems. Default: what the settings in the working folder say, else postmortems.",
      valueName: "dir"))
  var givenInput: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The settings. Default: debrief.yml inside the input, else in its parent folder, else in the working folder.",
      valueName: "file"))
  var config: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day as of which due dates and ages are judged, YYYY-MM-DD. Default: today.", valueName: "date"),
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("'\(text)' is not a date such as 2026-03-01") }
      return day
    })
  var asOf: Day?

  @Option(name: .long, help: ArgumentHelp("Threads to use. Default: all cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  /// The folder that was given, else the one of the settings.
  var input: String { givenInput ?? InputFolder.standard(config: config) }

  var options: InputOptions {
    var options = InputOptions(
      input: input, config: config,
      asOf: asOf ?? Instant(seconds: ProcessEnvironment.now).day,
      jobs: jobs ?? ProcessEnvironment.processorCount)
    options.program = ProcessEnvironment.executable
    return options
  }
}
