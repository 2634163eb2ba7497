/// The rules about what a document is and what it is called.
enum IdentityRules {
  static let all: [any Rule] = [ClashingID(), DerivedIDShared(), DateDisagrees(), EmptyDocument()]
}
