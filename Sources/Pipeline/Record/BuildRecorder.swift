internal import Diagnostics
internal import PostMortems

/// Knows whether a build would make again what is there already, and keeps what the next one needs to know that.
///
/// Safe by these rules: the digest of the inputs is of their content; the output counts by what the system says of each
/// file, which nobody can copy; and nothing is noted of a build during which somebody changed a file.
struct BuildRecorder {
  private let options: BuildOptions
  private let place: OutputPlace
  private let workers: Workers
  private let program: String
  private let old: BuildRecord?
  private let before: InputState
  private let beforeOthers: InputState
  /// Every file that is read must be older.
  private let began: Int64

  /// Nil where no record is to be kept: none was asked for, or there is no place for it that is not published.
  init?(_ options: BuildOptions, _ place: OutputPlace) {
    guard let program = options.program, !place.isFixed else { return nil }
    self.options = options
    self.place = place
    self.program = program
    workers = Workers(count: options.input.jobs)
    old = BuildRecord.read(beside: place)
    let (paths, others) = (Self.paths(options), old?.others ?? [])
    var began = FileIdentity.earliest
    var states = (InputState(of: paths), InputState(of: others))
    let newest = max(states.0.newest, states.1.newest)
    if newest >= began {
      began = FileIdentity.wait(until: newest)
      states = (InputState(of: paths), InputState(of: others))
    }
    (before, beforeOthers, self.began) = (states.0, states.1, began)
  }

  /// What a build would say; nil where it has something to do.
  func unchanged() -> BuildReport? {
    guard let old, FileSystem.kind(of: place.staging) == .missing, FileSystem.kind(of: place.aside) == .missing else {
      return nil
    }
    var times = StageTimes()
    let count = times.measure("compare") { () -> Int? in
      guard digest(before, beforeOthers) == old.inputs, let outputs = OutputState(place, workers: workers),
        outputs.digest == old.outputs
      else { return nil }
      return outputs.count
    }
    return count.map { count in
      BuildReport(
        reading: nil, findings: old.findings, templates: [], pages: old.pages, skipped: old.skipped,
        write: WriteReport(unchanged: count), times: times, remains: nil)
    }
  }

  /// Notes what a build did, unless part of it may change without a file, or changed while it ran.
  func keep(_ report: BuildReport) {
    guard let record = record(of: report) else { return BuildRecord.remove(beside: place) }
    // A record that cannot be written costs the next build its time, and nothing else.
    try? record.write(beside: place)
  }

  private func record(of report: BuildReport) -> BuildRecord? {
    guard let reading = report.reading, let write = report.write, report.unreadable.isEmpty,
      let others = Self.others(reading)
    else { return nil }
    let (after, afterOthers) = (InputState(of: Self.paths(options)), InputState(of: others))
    guard max(after.newest, afterOthers.newest) < began, after.hasSameFiles(as: before),
      let outputs = OutputState(place, workers: workers), outputs.isUntouched(since: write.trace)
    else { return nil }
    return BuildRecord(
      inputs: digest(after, afterOthers), outputs: outputs.digest, others: others, pages: report.pages,
      skipped: report.skipped, findings: report.findings)
  }

  private func digest(_ state: InputState, _ others: InputState) -> String {
    let input = options.input
    let texts: [String?] = [
      program, input.input, input.config, input.asOf.iso, "\(input.edition)", options.templates, options.baseURL,
      "\(options.isStrict)", "\(options.overwriteForeign)", "\(input.program != nil)",
    ]
    var bytes: [UInt8] = []
    for text in texts { bytes += text.map { [1] + Array($0.utf8) + [0] } ?? [0] }
    state.append(to: &bytes, workers: workers)
    others.append(to: &bytes, workers: workers)
    return SHA256.hexadecimal(bytes)
  }

  /// What every build reads.
  private static func paths(_ options: BuildOptions) -> [String] {
    let (config, input) = (options.input.config, options.input.input)
    let settings = SettingsLocator.path(config: config, input: input)
    return [input, options.templates ?? TemplateFolder.standard(settings: settings)]
      + SettingsLocator.candidates(config: config, input: input)
  }

  /// What the settings name besides: a file of words, and a list of incidents with the names that lie beside it; nil
  /// where one of them is no file, whose content may come from anywhere.
  private static func others(_ reading: Reading) -> [String]? {
    var paths: [String] = []
    let language = reading.settings.settings.language.value
    if language.hasSuffix(".yml") || language.hasSuffix(".yaml") {
      paths.append(SiteLanguage.path(of: language, reading.settings))
    }
    if let list = OwedPostMortems.path(of: reading.settings) {
      guard FileSystem.isFile(list) || FileSystem.isFolder(list) else { return nil }
      let folder = FileSystem.parent(of: list) ?? (list.hasPrefix("/") ? "" : ".")
      let names = ["\(folder)/users.json", "\(folder)/../users.json", "\(list)/../users.json"]
      paths += [list] + names
    }
    return paths
  }
}
