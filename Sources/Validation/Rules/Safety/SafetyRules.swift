/// The rules about what must not be published.
enum SafetyRules {
  static let all: [any Rule] = [
    Secret(), UnclosedInternalBlock(), PersonalData(), BidirectionalText(), InvisibleCharacter(), RawHTMLDropped(),
  ]
}
