/// The rules about promises.
enum ActionItemRules {
  static let all: [any Rule] = [
    ActionItemWithoutOwner(), ActionItemWithoutDueDate(), OverdueActionItem(), DeclinedWithoutReason(),
    ContradictoryActionState(), UnreadableActionDate(), UnknownActionType(), UnknownActionStrength(),
  ]
}
