/// The rules about promises.
enum ActionItemRules {
  static let all: [any Rule] = [
    ActionItemNotSpecific(), ActionItemNotMeasurable(), ActionItemWithoutOwner(), ActionItemWithSeveralOwners(),
    ActionItemAddressesNothing(), RootCauseUnaddressed(), ActionItemWithoutDueDate(), DueBeforeIncident(),
    OverdueActionItem(), DoneWithoutEvidence(), DeclinedWithoutReason(), SupersededWithoutSuccessor(),
    WeakItemsOnly(), TrainingAsOnlyAction(), DuplicateActionItem(), ContradictoryActionState(),
    UnreadableActionDate(), UnknownActionType(), UnknownActionStrength(),
  ]
}
