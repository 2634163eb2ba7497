import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems

/// Builds the page of one cause: a problem with a life of its own.
enum CausePage {
  static func view(of cause: Cause, in site: SiteSource) -> CauseView {
    let path = SitePaths.cause(cause.slug)
    let root = SitePaths.root(of: path)
    let knowledgeBase = site.knowledgeBase
    let body = cause.record.map {
      DocumentBody($0.document, site: site, root: root, title: $0.title.span)
    }
    let parts = body.map { CauseText($0) }
    let entries = CauseActions.entries(addressing: cause, knowledgeBase)
    let strikes = knowledgeBase.recurrences.recurrence(of: cause.slug)
    let archive = IncidentArchive(cause)
    return CauseView(
      page: site.frames.frame(
        path, title: cause.title, area: .causes, description: history(cause, knowledgeBase).first,
        forms: .feeds(.cause(cause), hasTwins: true)),
      title: cause.title, titleID: body?.titleID, hasRecord: cause.record != nil,
      facts: facts(cause, site, root), lifecycle: lifecycle(cause, knowledgeBase),
      contradiction: contradiction(cause, site, root),
      definition: parts?.definition, history: history(cause, knowledgeBase),
      chart: OccurrenceDrawing(
        cause.occurrences, contributions: cause.contributions,
        lanes: PromiseLane.lanes(of: cause, knowledgeBase), knowledgeBase)?.view(),
      strikes: StrikeRow.rows(strikes, site, root: root),
      olderStrikes: older(strikes),
      isTested: strikes?.repeats.contains { $0.place == .here } ?? false,
      body: parts?.body ?? [], contents: body?.contents() ?? [],
      services: services(cause, site, root), mitigations: mitigations(cause, knowledgeBase),
      verdicts: CauseActions.verdicts(entries.prefix(CauseActions.most), cause, site, root: root),
      olderVerdicts: entries.count > CauseActions.most
        ? LinkView(
          say("\(CountWords.number(entries.count - CauseActions.most)) older ones are on the board of action items"),
          href: root + SitePaths.actions) : nil,
      isJudged: entries.contains(where: \.isPromise),
      openActions: ActionTable(open: entries, site, root: root),
      incidents: archive.rows(site, root: root), archive: archive.view(site, root: root),
      contributions: cause.contributions.map { IncidentRow($0, site, root: root) },
      feed: root + FeedScope.cause(cause).atom,
      source: cause.record.map { PostMortemPage.source($0.file, id: nil, site) })
  }

  private static func facts(_ cause: Cause, _ site: SiteSource, _ root: String) -> [FactView] {
    guard let record = cause.record else { return [] }
    return [
      FactView(say("Category"), text: record.category.map { VocabularyWords.text($0.value) }),
      FactView(say("Owner"), record.ownerTeam.map { [CatalogueLinks.team($0.value, site, root: root)] } ?? []),
      FactView(
        say("Controls against it"), text: CountWords.list(record.controls.map { VocabularyWords.text($0.value) })),
      FactView(say("Tested by"), text: CountWords.list(record.testedBy.map(\.value))),
      FactView(say("Rehearsed in"), rehearsals(cause, site, root)),
      FactView(say("Also called"), text: record.aliases.map(\.value).joined(separator: ", ")),
    ].compactMap { $0 }
  }

  private static func older(_ strikes: CauseRecurrence?) -> String? {
    let count = (strikes?.occurrences.count ?? 0) - StrikeRow.limit
    return count > 0 ? say("\(CountWords.number(count)) older ones are told by 'debrief recurrences'.") : nil
  }

  private static func rehearsals(_ cause: Cause, _ site: SiteSource, _ root: String) -> [LinkView] {
    cause.rehearsals.prefix(5).map { position in
      let drill = site.knowledgeBase.postMortems[position]
      return LinkView(drill.title, href: root + SitePaths.postMortem(drill.slug))
    }
  }

  private static func contradiction(_ cause: Cause, _ site: SiteSource, _ root: String) -> StatusContradictionView? {
    site.knowledgeBase.strikeSinceFixed(cause).map { strike in
      let postMortem = site.knowledgeBase.postMortems[strike.postMortem]
      let (gap, day) = (DateWords.gap(days: strike.days), DateWords.long(strike.since))
      let status = VocabularyWords.text(strike.status.value)
      return StatusContradictionView(
        words: strike.isStated
          ? say("Called \(status) since \(day), but it struck \(gap) later:")
          : say("Called \(status), but it struck \(gap) after the last action against it, of \(day):"),
        incident: LinkView(postMortem.title, href: root + SitePaths.postMortem(postMortem.slug)))
    }
  }

  private static func lifecycle(_ cause: Cause, _ knowledgeBase: KnowledgeBase) -> [LifecycleStep] {
    let words = knowledgeBase.settings.vocabularies.causeStatus.words
    guard let status = cause.record?.status?.value, let place = words.firstIndex(of: status) else { return [] }
    return words.enumerated().map {
      LifecycleStep(name: VocabularyWords.text($1), isCurrent: $0 == place, isPast: $0 < place)
    }
  }

  static func history(_ cause: Cause, _ knowledgeBase: KnowledgeBase) -> [String] {
    let days = cause.occurrences.compactMap { knowledgeBase.postMortems[$0].day }
    guard !cause.occurrences.isEmpty else {
      return cause.contributions.isEmpty
        ? [say("No incident is recorded with this cause.")]
        : [
          say(
            "Never the root cause so far; it contributed to \(CountWords.text(cause.contributions.count, "incident")).")
        ]
    }
    var first = say("Root cause of \(CountWords.text(cause.occurrences.count, "incident"))")
    if let earliest = days.min(), let latest = days.max() {
      first =
        cause.occurrences.count == 1
        ? say("\(first), on \(DateWords.long(latest))")
        : say("\(first), first on \(DateWords.long(earliest)), last on \(DateWords.long(latest))")
    }
    if !cause.contributions.isEmpty {
      first = say("\(first); contributed to \(CountWords.number(cause.contributions.count)) more")
    }
    let gaps = cause.gapDays.map { DateWords.gap(days: $0) }
    let between = gaps.count > 1 && gaps.count <= 6 ? [say("Between them: \(CountWords.list(gaps)).")] : []
    return [first + "."] + between
  }

  private static func services(_ cause: Cause, _ site: SiteSource, _ root: String) -> [CountRow] {
    var counts: [String: Int] = [:]
    for position in cause.occurrences {
      for service in site.knowledgeBase.postMortems[position].services { counts[service, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
      CountRow(
        name: CatalogueLinks.service(name, site, root: root), count: count, note: CountWords.text(count, "incident"))
    }
  }

  /// What stopped it, most used first.
  private static func mitigations(_ cause: Cause, _ knowledgeBase: KnowledgeBase) -> [CountRow] {
    var uses: [String: (count: Int, worked: Int)] = [:]
    for position in cause.occurrences {
      for mitigation in knowledgeBase.postMortems[position].fields.mitigations {
        guard let type = mitigation.type?.value, type != "none" else { continue }
        uses[type, default: (0, 0)].count += 1
        if mitigation.worked == true { uses[type, default: (0, 0)].worked += 1 }
      }
    }
    return uses.sorted { ($1.value.worked, $1.value.count, $0.key) < ($0.value.worked, $0.value.count, $1.key) }
      .map { type, use in
        CountRow(
          name: LinkView(VocabularyWords.capitalised(type)), count: use.count,
          note: say("worked \(use.worked) of \(use.count)"))
      }
  }
}

/// A cause record's text: what it is, and the sections that say what to do.
struct CauseText {
  let definition: [UInt8]?
  let body: [UInt8]

  init(_ document: DocumentBody) {
    let blocks = document.blocks
    let start = blocks.firstIndex { index in
      if case .heading = document.document.nodes[index].kind { return true }
      return false
    }
    var mentions = FootnoteMentions()
    let lead = document.html(of: blocks[..<(start ?? blocks.count)], mentions: &mentions)
    definition = lead.isEmpty ? nil : lead
    body = document.html(of: blocks[(start ?? blocks.count)...], mentions: &mentions) + document.footnotes
  }
}
