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
  package var hasErrors: Bool { DiagnosticCounts(problems).error > 0 }

  /// The edition that it was read for; nil where everything was read.
  package var edition: Edition?
  /// Documents that the edition leaves out, with the reason; no page may name them.
  package var withheld: [SkippedFile] = []
  /// Why some of them are left out that were meant to be published.
  package var withheldProblems: [Diagnostic] = []

  /// What was masked in the documents, where pages may say so.
  var secrets: [Diagnostic] = []

  /// All diagnostics, those included that no page may show.
  package var problems: [Diagnostic] { (diagnostics + withheldProblems).sorted() }

  /// Reads, parses, connects and checks everything below an input folder.
  ///
  /// - Parameter isChecked: false leaves out the rules, for commands that show none of their findings.
  package static func read(_ options: InputOptions, isChecked: Bool = true) throws -> Reading {
    try read(options, isChecked: isChecked, memory: nil)
  }

  /// - Parameter memory: what an earlier reading left, which takes in what this one reads; with one, post-mortems like
  ///   another are looked for when they are asked for.
  static func read(_ options: InputOptions, isChecked: Bool, memory: DocumentMemory?) throws -> Reading {
    let workers = Workers(count: options.jobs)
    memory?.begin(settings: SettingsLocator.path(config: options.config, input: options.input))
    let settings = try SettingsLocator.load(config: options.config, input: options.input, for: options.edition)
    guard FileSystem.isFolder(options.input) else { throw InputError.noFolder(options.input) }
    var times = StageTimes()
    let listing = try times.measure("scan") { try InputScanner.scan(options.input) }

    let suspects = times.measure("guard") { hostile(in: listing, options, memory, workers) }
    let sources = SourceReader(
      root: options.input, workers: workers, suspects: suspects,
      masking: settings.edition == nil ? nil : SecretMasking(levels: settings.settings.ruleLevels),
      memory: memory)
    let read = times.measure("read") { ReadDocuments(listing, settings, sources) }
    let tickets = TicketFile.read(in: options.input)
    let knowledgeBase = times.measure("connect") {
      KnowledgeBase(
        drafts: tickets.map { tickets in read.drafts.map(tickets.applied(to:)) } ?? read.drafts,
        causes: read.causes, plan: read.plan, attachments: read.attachments,
        settings: settings.settings, asOf: options.asOf, ticketsAsOf: tickets?.asOf, sharing: workers.sharing,
        search: memory.map { .onDemand($0.readings) } ?? .atOnce)
    }
    let diagnostics = times.measure("check") {
      isChecked ? (Checking.diagnostics(knowledgeBase, workers: workers) + read.secrets).sorted() : []
    }
    let unreadable = listing.unreadable + read.failures
    return Reading(
      knowledgeBase: knowledgeBase, diagnostics: diagnostics,
      skipped: (listing.skipped + unreadable).sorted { $0.file < $1.file }, unreadable: unreadable,
      settings: settings, times: times, edition: settings.edition, withheld: read.withheld,
      withheldProblems: read.problems, secrets: read.secrets)
  }

  /// Documents that the parser must not see; those that it has seen before are not tried again.
  private static func hostile(
    in listing: InputListing, _ options: InputOptions, _ memory: DocumentMemory?, _ workers: Workers
  ) -> Set<String> {
    guard let parserGuard = options.parserGuard(workers) else { return [] }
    guard let memory else { return parserGuard.suspects(in: listing, options.input) }
    let changed = memory.changed(listing, root: options.input, workers: workers)
    return parserGuard.suspects(in: changed, options.input)
  }
}

/// The documents of an input folder, all of them or those that an edition may know.
private struct ReadDocuments: Sendable {
  var drafts: [PostMortemDraft]
  var causes: [CauseRecord]
  var plan: [PlanPage]
  var attachments: Set<String>
  var failures: [SkippedFile]
  var withheld: [SkippedFile] = []
  var problems: [Diagnostic] = []
  /// What was masked in them, where pages may say so.
  var secrets: [Diagnostic] = []

  init(_ listing: InputListing, _ loaded: LoadedSettings, _ sources: SourceReader) {
    let settings = loaded.settings
    if let edition = loaded.edition, edition.isPublic {
      let reading = EditionReading(listing, edition, settings: settings, sources: sources)
      (drafts, causes, plan) = (reading.drafts, reading.causes, reading.plan)
      (attachments, failures) = (reading.attachments, reading.failures)
      (withheld, problems) = (reading.withheld, reading.problems)
      return
    }
    let posts = sources.read(listing.postMortems) { DraftReader.read($0, settings: settings) }
    let records = sources.read(listing.causes) { CauseRecord(document: $0, settings: settings) }
    let pages = sources.read(listing.plan) { PlanPage(document: $0) }
    (drafts, causes, plan) = (posts.values, records.values, pages.values)
    attachments = Set(listing.attachments)
    failures = posts.failures + records.failures + pages.failures
    secrets = posts.secrets + records.secrets + pages.secrets
  }
}

/// What every command takes.
package struct InputOptions: Sendable {
  package var input: String
  package var config: String?
  package var asOf: Day
  package var jobs: Int
  package var edition = EditionChoice.everything
  /// This program, so that it can start itself as the worker of the parser's guard; nil for no guard.
  package var program: String?

  /// Which part of a knowledge base is read.
  package enum EditionChoice: Sendable {
    /// All of it, as commands for its authors do.
    case everything
    /// What a site may show: of the edition of a name, or of that for the audience of the knowledge base.
    case site(String?)
  }

  package init(input: String, config: String? = nil, asOf: Day, jobs: Int) {
    self.input = input.count > 1 && input.hasSuffix("/") ? String(input.dropLast()) : input
    self.config = config
    self.asOf = asOf
    self.jobs = jobs
  }

  func parserGuard(_ workers: Workers) -> ParserGuard? {
    program.map { ParserGuard(program: $0, workers: workers) }
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
  case notText(String)
  case noEdition(String, known: [String])

  package var description: String {
    switch self {
    case .noFolder(let path):
      "'\(path)' is not a folder; give the folder of the post-mortems with --input, or begin with 'debrief init'"
    case .noFile(let path): "'\(path)' does not exist, neither in the input nor in the working folder"
    case .noEdition(let name, let known):
      "there is no edition '\(name)'; known: \(known.joined(separator: ", "))"
    case .noBaseline(let path): "'\(path)' is not a baseline; write one with 'debrief check --write-baseline'"
    case .notText(let path): "'\(path)' is not a text file; give a post-mortem in markdown"
    }
  }
}

/// Reads files, parses them and makes values of them, on all workers.
struct SourceReader: Sendable {
  let root: String
  let workers: Workers
  /// Documents that the parser must not see, relative to the root.
  var suspects: Set<String> = []
  /// Nil where credentials stay, for commands that only report them.
  var masking: SecretMasking?
  /// What earlier readings left; nil where there is only one.
  var memory: DocumentMemory?

  /// A file larger than this is cut; the parser's own limit, which is smaller, reports it.
  static let readLimit = 1 << 20

  func read<Value: Sendable>(_ paths: [String], _ make: @Sendable (Document) -> Value) -> SourceValues<Value> {
    sources(paths) { make(parse($0)) }
  }

  func parse(_ source: SourceFile) -> Document {
    suspects.contains(source.path) ? DocumentParser.parseAsText(source) : DocumentParser.parse(source)
  }

  /// What is made of each file, its credentials masked where they are to be.
  func sources<Value: Sendable>(_ paths: [String], _ make: @Sendable (SourceFile) -> Value) -> SourceValues<Value> {
    let results = workers.map(paths) { path -> Result<(Value, [Diagnostic]), FileSystemError> in
      do throws(FileSystemError) {
        let bytes = try FileSystem.read("\(root)/\(path)", limit: Self.readLimit)
        if let known: (Value, [Diagnostic]) = memory?.value(of: path, bytes) { return .success(known) }
        let source = SourceFile(path: path, bytes: bytes)
        let (masked, secrets) = masking?.masked(source) ?? (source, [])
        let made = (make(masked), secrets)
        memory?.keep(path, bytes, made)
        return .success(made)
      } catch {
        return .failure(error)
      }
    }
    var values = SourceValues<Value>()
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let (value, secrets)):
        values.values.append(value)
        values.secrets += secrets
      case .failure(let error): values.failures.append(SkippedFile(file: path, reason: error.description))
      }
    }
    return values
  }
}

/// What files became.
struct SourceValues<Value: Sendable>: Sendable {
  var values: [Value] = []
  var failures: [SkippedFile] = []
  /// The credentials that were masked.
  var secrets: [Diagnostic] = []
}
