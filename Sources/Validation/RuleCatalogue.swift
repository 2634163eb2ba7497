/// Every rule, in the order of the guide.
package enum RuleCatalogue {
  package static let rules: [any Rule] = [
    UnclosedFrontMatter(), UnreadableFrontMatter(), UnsupportedYAML(), FrontMatterLimit(), DuplicateKey(),
    UnknownKeyRule(), RedundantKey(), WrongType(), ScalarForm(), MissingField(), UnknownSeverity(), UnknownStatus(),
    UnknownKind(), UnknownAudience(), UnknownOrigin(), UnknownService(), UnknownTeam(), UnknownDetection(),
    UnknownTrigger(), UnknownMitigation(), UnknownControl(), UnknownControlState(),
    ClashingID(), EmptyDocument(),
    MissingSection(), EmptySection(),
    MalformedTime(), UnreadableTime(), AmbiguousDate(), PhasesOutOfOrder(), TimelineBackwards(),
    EventOutsideIncident(),
    UnknownRootCause(), CauseWithoutRecord(),
    ActionItemWithoutOwner(), ActionItemWithoutDueDate(), OverdueActionItem(), DeclinedWithoutReason(),
    ContradictoryActionState(), UnreadableActionDate(), UnknownActionType(), UnknownActionStrength(),
    UnknownReference(), BrokenLink(), BrokenAnchor(),
    InvalidUTF8(), ParserLimit(),
  ]

  package static func rule(_ id: String) -> (any Rule)? {
    rules.first { type(of: $0).description.id == id }
  }

  package static var descriptions: [RuleDescription] { rules.map { type(of: $0).description } }
}
