/// The rules about blameless and plain language.
enum LanguageRules {
  static let all: [any Rule] = [
    Blame(), HumanErrorAsCause(), Counterfactual(), PersonNamed(), Condescension(), InsensitiveWording(), VagueAmount(),
    AnnotationLeft(),
  ]
}
