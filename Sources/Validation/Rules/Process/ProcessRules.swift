/// The rules about how post-mortems come about.
enum ProcessRules {
  static let all: [any Rule] = []
}
