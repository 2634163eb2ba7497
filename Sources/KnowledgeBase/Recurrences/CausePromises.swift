internal import PostMortems

/// Which action items were to prevent which cause.
package struct CausePromises: Sendable {
  private let byCause: [String: [PromiseClaim]]
  private let certain: [String: [Int]]

  init(_ postMortems: [PostMortem], causes: CauseCatalogue, actions: ActionLedger) {
    var byCause: [String: [PromiseClaim]] = [:]
    var certain: [String: [Int]] = [:]
    var place = 0
    for (position, postMortem) in postMortems.enumerated() {
      let own = causes.rootCauses(of: postMortem)
      for entry in actions.items(of: position) {
        for (slug, bearing) in PromiseClaim.Bearing.all(of: entry.item, own: own, causes) {
          let claim = PromiseClaim(entry: place, bearing: bearing, made: postMortem.day?.daysSinceEpoch)
          byCause[slug, default: []].append(claim)
          if bearing == .against, entry.isPromise { certain[slug, default: []].append(place) }
        }
        place += 1
      }
    }
    self.byCause = byCause
    self.certain = certain
  }

  /// Places in the ledger of this organisation's promises against a cause, ascending: the newest post-mortem's first.
  package func entries(for cause: String) -> [Int] { certain[cause] ?? [] }

  /// Every item that has to do with a cause, by place: also those of other organisations' reports.
  package func claims(for cause: String) -> [PromiseClaim] { byCause[cause] ?? [] }
}
