package import Site
package import Diagnostics
package import KnowledgeBase
package import PostMortems
internal import Markdown
internal import Validation

/// The first half of every command: from a folder to a checked knowledge base.
package struct Reading: Sendable {
  package let knowledgeBase: KnowledgeBase
  /// What the rules and the readers found, sorted by file, line, column and rule.
  package let diagnostics: [Diagnostic]
  package let skipped: [SkippedFile]
  /// Those of the skipped files that should have been read: what is made of the rest says too little.
  package let unreadable: [SkippedFile]
  package let settings: LoadedSettings
  package let times: StageTimes

  /// Whether a document has an error.
  package var hasErrors: Bool { DiagnosticCounts(diagnostics).error > 0 }

  /// Reads, parses, connects and checks everything below an input folder.
  ///
  /// - Parameter isChecked: false leaves out the rules, for commands that show none of their findings.
  package static func read(_ options: InputOptions, isChecked: Bool = true) throws -> Reading {
    let workers = Workers(count: options.jobs)
    let settings = try SettingsLocator.load(config: options.config, input: options.input)
    guard FileSystem.isFolder(options.input) else { throw InputError.noFolder(options.input) }
    var times = StageTimes()
    let listing = try times.measure("scan") { try InputScanner.scan(options.input) }

    let sources = SourceReader(root: options.input, workers: workers)
    let drafts = times.measure("read") {
      sources.read(listing.postMortems) { DraftReader.read($0, settings: settings.settings) }
    }
    let causes = sources.read(listing.causes) { CauseRecord(document: $0, settings: settings.settings) }
    let plan = sources.read(listing.plan) { PlanPage(document: $0) }
    let tickets = TicketFile.read(in: options.input)
    let knowledgeBase = times.measure("connect") {
      KnowledgeBase(
        drafts: tickets.map { tickets in drafts.values.map(tickets.applied(to:)) } ?? drafts.values,
        causes: causes.values, plan: plan.values, attachments: Set(listing.attachments),
        settings: settings.settings, asOf: options.asOf, ticketsAsOf: tickets?.asOf, sharing: workers.sharing)
    }
    let diagnostics = times.measure("check") {
      isChecked ? Checking.diagnostics(knowledgeBase, workers: workers) : []
    }
    let unreadable = listing.unreadable + drafts.failures + causes.failures + plan.failures
    return Reading(
      knowledgeBase: knowledgeBase, diagnostics: diagnostics,
      skipped: (listing.skipped + unreadable).sorted { $0.file < $1.file }, unreadable: unreadable,
      settings: settings, times: times)
  }
}

/// What every command takes.
package struct InputOptions: Sendable {
  package var input: String
  package var config: String?
  package var asOf: Day
  package var jobs: Int

  package init(input: String, config: String? = nil, asOf: Day, jobs: Int) {
    self.input = input.count > 1 && input.hasSuffix("/") ? String(input.dropLast()) : input
    self.config = config
    self.asOf = asOf
    self.jobs = jobs
  }

  /// Throws for the first path that is nowhere, neither in the input nor in the working folder: a name misspelt must not
  /// look like a document without findings.
  package func verify(_ paths: [String]) throws(InputError) {
    for path in paths where FileSystem.kind(of: path) == .missing {
      if FileSystem.kind(of: "\(input)/\(path)") == .missing { throw .noFile(path) }
    }
  }
}

/// An input that cannot be worked on.
package enum InputError: Error, CustomStringConvertible, Equatable {
  case noFolder(String)
  case noFile(String)
  case noBaseline(String)

  package var description: String {
    switch self {
    case .noFolder(let path):
      "'\(path)' is not a folder; give the folder of the post-mortems with --input, or begin with 'debrief init'"
    case .noFile(let path): "'\(path)' does not exist, neither in the input nor in the working folder"
    case .noBaseline(let path): "'\(path)' is not a baseline; write one with 'debrief check --write-baseline'"
    }
  }
}

/// Reads files, parses them and makes values of them, on all workers.
struct SourceReader: Sendable {
  let root: String
  let workers: Workers

  /// A file larger than this is cut; the parser's own limit, which is smaller, reports it.
  static let readLimit = 1 << 20

  func read<Value: Sendable>(_ paths: [String], _ make: @Sendable (Document) -> Value)
    -> (values: [Value], failures: [SkippedFile])
  {
    let results = workers.map(paths) { path -> Result<Value, FileSystemError> in
      do throws(FileSystemError) {
        let bytes = try FileSystem.read("\(root)/\(path)", limit: Self.readLimit)
        return .success(make(DocumentParser.parse(SourceFile(path: path, bytes: bytes))))
      } catch {
        return .failure(error)
      }
    }
    var values: [Value] = []
    var failures: [SkippedFile] = []
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let error): failures.append(SkippedFile(file: path, reason: error.description))
      }
    }
    return (values, failures)
  }
}
