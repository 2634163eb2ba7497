internal import Diagnostics
internal import Exchange
internal import Markdown
internal import PostMortems

/// `debrief.yml`: its findings, and the settings written out and read again.
enum SettingsTarget: FuzzTarget {
  static let name = "settings"

  static let words =
    SettingsFormat.names().map { "\n\($0): " } + [
      "\nseverities:\n  SEV1: all down\n  SEV2: part\n", "\nservices:\n  api: {title: API, team: core, tier: 1}\n",
      "\npolicy:\n  review: {within_days: 5, severities: [SEV1]}\n", "  due:\n    within_days: 14\n",
      "\nteams: [a, b]\n",
      "\nkeys: {Incident date: started}\n",
      "\nsections:\n  required: [timeline]\n  severity:\n    SEV1: [root_cause]\n",
      "\nrules:\n  blame: off\n", "\neditions:\n  public: {audience: public, people: roles}\n",
      "\nexposure:\n  api: {2024: 12}\n",
      "\nwaivers:\n  PM-2024-001: reason\n", "\npeople: {Ada: on-call}\n", "\nvocabularies:\n  trigger: [deploy]\n",
      "off", "warning",
      "internal", "public", "Europe/Berlin", "https://a.example/", "&a ", "*a", "!!str ", "{", "}", "[", "]", ": ",
      "- ", "'", "\"",
    ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let source = SourceFile(path: "debrief.yml", bytes: input)
    let (settings, findings) = SettingsReader.read(source)
    if String(validating: input, as: UTF8.self) != nil { try SpanProperties.check(findings, in: source) }
    try expect(SettingsReader.read(source).findings == findings, "findings differ the second time")
    guard findings.isEmpty else { return }
    try comesBack(settings)
  }

  /// Settings without a flaw, written out as an export does, say the same.
  private static func comesBack(_ settings: Settings) throws(Violation) {
    let text = SettingsText.yaml(settings)
    let (again, findings) = SettingsReader.read(SourceFile(path: "debrief.yml", text: text))
    if let finding = findings.first { throw Violation("written out, \(finding.rule): \(finding.message)") }
    let isPublic = settings.audience == "public"
    let left = isPublic ? ["incidents", "people", "customers", "forbidden", "editions"] : ["incidents"]
    func entries(_ settings: Settings) -> [String] {
      EffectiveSettings.entries(settings).filter { entry in
        !left.contains { entry.key == $0 || entry.key.hasPrefix($0 + ".") }
      }
      .map { "\($0.key) = \($0.value.compact)" }
    }
    for (old, new) in zip(entries(settings), entries(again)) {
      try expect(old == new, "written out, \(old) becomes \(new)")
    }
    try expect(entries(settings).count == entries(again).count, "settings are lost when they are written out")
  }
}
