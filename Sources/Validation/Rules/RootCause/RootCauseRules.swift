/// The rules about root causes and their records.
enum RootCauseRules {
  static let all: [any Rule] = [
    UnknownRootCause(), CauseWithoutRecord(), RetiredAlias(), TriggerAsRootCause(), SingleWordRootCause(),
    FiveWhysTooShort(), FiveWhysEndAtAPerson(), RecurrenceNotLinked(), RepeatWhilePromiseOpen(),
    SimilarIncidentNotLinked(), CauseRecordIncomplete(), UnknownCauseCategory(), UnknownCauseStatus(),
    FixedCauseStruckAgain(), ClashingCauseAlias(), UnusedCauseRecord(),
  ]
}
