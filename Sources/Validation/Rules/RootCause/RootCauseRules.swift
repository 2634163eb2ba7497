/// The rules about root causes and their records.
enum RootCauseRules {
  static let all: [any Rule] = [UnknownRootCause(), CauseWithoutRecord()]
}
