package import Diagnostics
internal import Markdown
package import PostMortems

/// What many post-mortems say together: made once from all of them, never changed.
package final class KnowledgeBase: Sendable {
  package let settings: Settings
  /// The day as of which due dates, ages and windows are judged.
  package let asOf: Day
  /// The day on which trackers said how the tickets of action items stand; nil where none did.
  package let ticketsAsOf: Day?
  /// Newest first; undated ones last, by file.
  package let postMortems: [PostMortem]
  package let references: ReferenceIndex
  package let causes: CauseCatalogue
  package let services: [ServiceHistory]
  package let teams: [TeamHistory]
  package let plan: [PlanPage]
  package let actions: ActionLedger
  package let promises: CausePromises
  package let recurrences: RecurrenceLedger
  package let related: RelatedPostMortems
  package let links: LinkTargets
  /// Files of the input that are not documents, by path: pictures and whatever else a document may link.
  package let attachments: Set<String>

  /// - Parameters:
  ///   - sharing: how work on every document is spread over threads.
  ///   - search: when those that are alike are looked for; the result depends on neither.
  package init(
    drafts: [PostMortemDraft], causes records: [CauseRecord], plan: [PlanPage], attachments: Set<String> = [],
    settings: Settings, asOf: Day, ticketsAsOf: Day? = nil, sharing: WorkSharing = .serial,
    search: NeighbourSearch = .atOnce
  ) {
    self.settings = settings
    self.asOf = asOf
    self.ticketsAsOf = ticketsAsOf
    let postMortems = IdentityAssignment.postMortems(from: drafts, settings: settings).sorted(by: Self.newestFirst)
    self.postMortems = postMortems
    let references = ReferenceIndex(postMortems)
    self.references = references
    self.attachments = attachments
    causes = CauseCatalogue(records: records, postMortems: postMortems)
    services = ServiceHistory.all(of: postMortems, settings: settings)
    teams = TeamHistory.all(of: postMortems, services: services, settings: settings)
    actions = ActionLedger(postMortems, settings: settings, asOf: asOf)
    promises = CausePromises(postMortems, causes: causes, actions: actions)
    recurrences = RecurrenceLedger(postMortems, causes: causes, actions: actions, promises: promises)
    let links = LinkTargets(postMortems, causes: records, plan: plan, attachments: attachments)
    self.links = links
    related = RelatedPostMortems(
      postMortems, causes: causes, references: references, links: links, sharing: sharing, search: search)
    self.plan = plan.sorted { ($0.order, $0.file) < ($1.order, $1.file) }
  }

  private static func newestFirst(_ left: PostMortem, _ right: PostMortem) -> Bool {
    let (first, second) = (left.started?.seconds ?? Int64.min, right.started?.seconds ?? Int64.min)
    return first == second ? left.file < right.file : first > second
  }

  /// The text of every document: post-mortems, cause records, plan pages.
  package var sources: [SourceFile] {
    postMortems.map(\.draft.source) + causes.records.map(\.document.source)
      + plan.map(\.document.source)
  }

  /// The post-mortems that numbers are made of: published incidents with a day, drafts and drills apart.
  package var counted: [PostMortem] {
    postMortems.filter { $0.kind == .incident && $0.status == .published && $0.day != nil }
  }

  /// The day of the newest incident: through when the data goes.
  package var dataThrough: Day? { postMortems.compactMap(\.day).filter { $0 <= asOf }.max() }
}
