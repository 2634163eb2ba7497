internal import Diagnostics
internal import PostMortems

/// Reports an incident of the gravest severity whose prevention rests on people remembering.
struct WeakItemsOnly: PostMortemRule {
  static let description = RuleDescription(
    id: "weak-items-only", group: .actionItems,
    summary: "the action items of an incident of the gravest severity are all weak",
    rationale:
      "Documents, training and reviews fade, and the people change. The gravest incidents deserve one item that holds without anybody remembering.",
    triggering: [
      "---\nseverity: SEV1\n---\n↓## Action items\n\n- [ ] Document the failover\n- [ ] Discuss the limits with the vendor\n",
      "---\nseverity: SEV1\n---\n↓## Action items\n\n- [ ] Document the limit (type: prevent)\n- [ ] Alert on disk usage (type: detect)\n",
    ],
    nonTriggering: [
      "---\nseverity: SEV1\n---\n## Action items\n\n- [ ] Document the failover\n- [ ] Reject writes without a tenant\n",
      "---\nseverity: SEV2\n---\n## Action items\n\n- [ ] Document the failover\n",
      "---\nseverity: SEV1\norigin: external\n---\n## Action items\n\n- [ ] Document the failover\n",
      "---\nseverity: SEV1\n---\n## Action items\n\n- [ ] Document the failover (strength: strong)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.rank(in: context.settings) == 1 else { return [] }
    let standing = draft.promises.filter(\.isStanding)
    let preventive = standing.filter { $0.classifiedType?.value == .prevent }
    let items = preventive.isEmpty ? standing : preventive
    guard !items.isEmpty, items.allSatisfy({ $0.classifiedStrength?.value == .weak }) else { return [] }
    let which = preventive.isEmpty ? "" : "preventive "
    let count = items.count == 1 ? "the only \(which)action item is" : "all \(items.count) \(which)action items are"
    return [
      Finding(
        Self.description.id, at: draft.actionItemsPlace,
        "\(count) weak: \(items.count == 1 ? "it relies" : "they rely") on people remembering",
        notes: ["strong items remove the hazard, intermediate ones let a machine notice or bear it"],
        help: "add an item that makes the failure impossible, or a machine stop it")
    ]
  }
}
