/// The rules about root causes and their records.
enum RootCauseRules {
  static let all: [any Rule] = [
    UnknownRootCause(), CauseWithoutRecord(), RetiredAlias(), TriggerAsRootCause(), SingleWordRootCause(),
    FiveWhysTooShort(), FiveWhysEndAtAPerson(), RecurrenceNotLinked(), SimilarIncidentNotLinked(),
    CauseRecordIncomplete(), UnknownCauseCategory(), UnknownCauseStatus(), ClashingCauseAlias(), UnusedCauseRecord(),
  ]
}
