import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// What the knowledge base still lacks: fields, findings, files that were not read.
struct QualityView: TemplateView {
  let page: PageFrame
  let summary: String
  /// To the page on owed post-mortems, where a list of incidents is known.
  let owed: LinkView?
  let fields: [FieldGaps]
  let files: [FileFindings]
  /// How many more files have findings; nil where all are shown.
  let left: String?
  let skipped: [SkippedRow]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("summary", \.summary), .view("owed", \.owed),
    .list("fields", \.fields), .list("files", \.files),
    .text("left", \.left), .list("skipped", \.skipped))
}

/// How many post-mortems say something.
struct FieldGaps: TemplateView {
  let name: String
  let part: Int
  let whole: Int
  let purpose: String

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .number("part", \.part), .number("whole", \.whole), .text("purpose", \.purpose))
}

/// The findings of one file.
struct FileFindings: TemplateView {
  let file: LinkView
  let counts: String
  let findings: [FindingView]
  let left: String?

  static let schema = ViewSchema<Self>(
    .view("file", \.file), .text("counts", \.counts), .list("findings", \.findings), .text("left", \.left))
}

/// A file that was not read.
struct SkippedRow: TemplateView {
  let file: String
  let reason: String

  static let schema = ViewSchema<Self>(.text("file", \.file), .text("reason", \.reason))
}

/// Builds the page on data quality.
enum QualityPage {
  private static let mostFiles = 200
  private static let mostFindings = 20

  static func view(in site: SiteSource) -> QualityView {
    let root = SitePaths.root(of: SitePaths.dataQuality)
    let pages = pagesByFile(site, root)
    let files = site.findings.files
      .map { (file: $0.file, findings: $0.diagnostics, counts: DiagnosticCounts($0.diagnostics)) }
      .sorted { (worst($1.counts), $0.file) < (worst($0.counts), $1.file) }
    return QualityView(
      page: site.frames.frame(SitePaths.dataQuality, title: say("Data quality")), summary: summary(files.map(\.counts)),
      owed: site.options.owed.map { LinkView(OwedPage.summary($0), href: root + SitePaths.owed) },
      fields: coverage(site.knowledgeBase),
      files: files.prefix(mostFiles).map { file, findings, counts in
        FileFindings(
          file: LinkView(file, href: pages[file]), counts: words(counts),
          findings: findings.sorted().prefix(mostFindings).map {
            FindingView($0, root: SitePaths.root(of: SitePaths.dataQuality))
          },
          left: findings.count > mostFindings
            ? say("and \(CountWords.number(findings.count - mostFindings)) more") : nil)
      },
      left: files.count > mostFiles ? CountWords.text(files.count - mostFiles, "more file") : nil,
      skipped: site.options.skippedFiles.map { SkippedRow(file: $0.file, reason: $0.reason) }.sorted {
        $0.file < $1.file
      })
  }

  private static func pagesByFile(_ site: SiteSource, _ root: String) -> [String: String] {
    let knowledgeBase = site.knowledgeBase
    let pairs =
      knowledgeBase.postMortems.map { ($0.file, root + SitePaths.postMortem($0.slug)) }
      + knowledgeBase.causes.all.compactMap { cause in
        cause.record.map { ($0.file, root + SitePaths.cause(cause.slug)) }
      } + knowledgeBase.plan.map { ($0.file, root + SitePaths.planPage($0.slug)) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func worst(_ counts: DiagnosticCounts) -> Int {
    counts.error * 10_000 + counts.warning * 100 + counts.note
  }

  private static func words(_ counts: DiagnosticCounts) -> String {
    let parts = [(counts.error, "error"), (counts.warning, "warning"), (counts.note, "note")]
    return CountWords.list(parts.filter { $0.0 > 0 }.map { CountWords.text($0.0, $0.1) })
  }

  private static func summary(_ files: [DiagnosticCounts]) -> String {
    guard !files.isEmpty else { return say("No rule has anything to say.") }
    let all = files.reduce(into: DiagnosticCounts([])) { sum, counts in
      sum.error += counts.error
      sum.warning += counts.warning
      sum.note += counts.note
    }
    return say("\(words(all)) in \(CountWords.text(files.count, "file")).")
  }

  private static func coverage(_ knowledgeBase: KnowledgeBase) -> [FieldGaps] {
    let all = knowledgeBase.postMortems.filter { $0.kind == .incident }
    func field(_ name: String, _ purpose: String, _ isThere: (PostMortem) -> Bool) -> FieldGaps {
      FieldGaps(name: name, part: all.filter(isThere).count, whole: all.count, purpose: purpose)
    }
    return [
      field(say("Date"), say("places it on every time line")) { $0.day != nil },
      field(say("Severity"), say("tells a scratch from a wound")) { $0.severity != nil },
      field(say("Start and end of the harm"), say("says how long it hurt")) { Phases($0).harm != nil },
      field(say("Time of detection"), say("says how long nobody knew")) { Phases($0).toDetection != nil },
      field(say("Services"), say("finds it again by what broke")) { !$0.services.isEmpty },
      field(say("Root causes"), say("links it with its recurrences")) { !$0.fields.rootCauses.isEmpty },
      field(say("Detection"), say("says who found it first")) { $0.fields.detection?.source != nil },
      field(say("Mitigation"), say("says what stopped it")) { !$0.fields.mitigations.isEmpty },
      field(say("Timeline"), say("tells what happened in what order")) { !($0.draft.timeline?.events.isEmpty ?? true) },
      field(say("Action items"), say("says what was promised")) { !$0.draft.actionItems.isEmpty },
    ]
  }
}
