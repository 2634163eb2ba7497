internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems
internal import Site

/// What a public edition is made of: the documents that are for everybody, as if there had never been others.
struct EditionReading: Sendable {
  private(set) var drafts: [PostMortemDraft] = []
  private(set) var causes: [CauseRecord] = []
  private(set) var plan: [PlanPage] = []
  /// Of the files that are no documents, those that the documents link.
  private(set) var attachments: Set<String> = []
  private(set) var failures: [SkippedFile] = []
  /// Documents that are left out, with the reason.
  private(set) var withheld: [SkippedFile] = []
  /// Why documents are left out that were meant to be public.
  private(set) var problems: [Diagnostic] = []

  init(_ listing: InputListing, _ edition: Edition, settings: Settings, sources: SourceReader) {
    let text = EditionText(edition, settings)
    let read = { (paths: [String]) in sources.documents(paths, settings: settings, text) }
    let posts = read(listing.postMortems)
    let records = read(listing.causes)
    let pages = read(listing.plan)
    failures = posts.failures + records.failures + pages.failures
    // Where a credential stands may be a part that is not public: no page says so.
    problems = posts.secrets + records.secrets + pages.secrets

    let reader = { (document: Document) in DraftReader.read(document, settings: settings) }
    var names = WithheldNames()
    for item in posts.values { names.add(reader(item.document), isPublic: item.isPublic) }
    for item in records.values {
      names.add(CauseRecord(document: item.document, settings: settings), isPublic: item.isPublic)
    }
    for item in pages.values where !item.isPublic { names.files.insert(item.document.source.path) }

    let cleaner = WithheldLinks(files: names.files, attachments: Set(listing.attachments))
    drafts = keep(posts.values, cleaner).map { reader($0).withoutReferences(to: names.contains) }
    causes = keep(records.values, cleaner).map { CauseRecord(document: $0, settings: settings) }
    plan = keep(pages.values, cleaner).map { PlanPage(document: $0) }
  }

  private mutating func keep(_ items: [AudienceItem], _ cleaner: WithheldLinks) -> [Document] {
    var kept: [Document] = []
    for item in items {
      problems += item.problems
      let file = item.document.source.path
      guard item.isPublic else {
        let reason = item.problems.isEmpty ? "not for a public audience" : "what of it is public cannot be told"
        withheld.append(SkippedFile(file: file, reason: reason))
        continue
      }
      switch cleaner.cleaned(item.document) {
      case .kept(let document, let linked):
        kept.append(document)
        attachments.formUnion(linked)
      case .refused(let problem):
        problems.append(problem)
        withheld.append(SkippedFile(file: file, reason: "it links an internal document in a way that cannot be undone"))
      }
    }
    return kept
  }
}

/// A parsed document with what its audience is.
struct AudienceItem: Sendable {
  let document: Document
  let isPublic: Bool
  let problems: [Diagnostic]
}

extension SourceReader {
  /// Every document as a public edition may know it, or as it is where it is not for everybody.
  func documents(_ paths: [String], settings: Settings, _ text: EditionText)
    -> SourceValues<AudienceItem>
  {
    sources(paths) { source -> AudienceItem in
      let (prepared, problems) = text.text(of: source)
      let document = parse(prepared)
      return AudienceItem(
        document: document, isPublic: problems.isEmpty && DocumentAudience.isPublic(document, settings: settings),
        problems: problems.map { Diagnostic($0, level: .error, in: source) })
    }
  }
}

/// What documents that are left out are called in others.
private struct WithheldNames {
  var files: Set<String> = []
  private var names: Set<String> = []
  private var kept: Set<String> = []

  mutating func add(_ draft: PostMortemDraft, isPublic: Bool) {
    let stem = FileName.stem(of: draft.file)
    add([draft.id.value, stem] + draft.fields.aliases.map(\.value), draft.file, isPublic)
  }

  mutating func add(_ record: CauseRecord, isPublic: Bool) {
    add([record.slug, record.title.value] + record.aliases.map(\.value), record.file, isPublic)
  }

  private mutating func add(_ words: [String], _ file: String, _ isPublic: Bool) {
    let slugs = words.map(Slug.make)
    if isPublic { kept.formUnion(slugs) } else { names.formUnion(slugs) }
    if !isPublic { files.insert(file) }
  }

  func contains(_ name: String) -> Bool {
    let slug = Slug.make(name)
    return files.contains(name) || names.contains(slug) && !kept.contains(slug)
  }
}
