internal import Diagnostics
internal import Markdown

/// Reports e-mail addresses, telephone numbers and public IP addresses.
struct PersonalData: DocumentRule {
  static let description = RuleDescription(
    id: "personal-data", group: .safety,
    summary: "an e-mail address, a telephone number or an IP address stands in the text",
    rationale:
      "A post-mortem is read and searched for years; the people whose addresses are in it have not agreed to that.",
    triggering: [
      "# Checkout down\n\nReported by ↓dana.reyes@acme.io from ↓84.17.52.19.\n",
      "# Checkout down\n\nCall ↓+49 30 901820 0 first.\n",
      "# Checkout down\n\nTraffic came from ↓2a02:8109:9ac0:1f::7d2e.\n",
    ],
    nonTriggering: [
      "# Checkout down\n\nWrite to security@acme.io or jo@example.com; clone git@github.com:acme/shop.git.\n",
      "# Checkout down\n\nThe resolver 1.1.1.1, the host 10.20.30.40 and release 4.18.0.305 were fine at 12:30:45.\n",
      "# Checkout down\n\nThe address 203.0.113.77 and 2001:db8::7 are for documentation, `std::vector` is code.\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    PersonalDataScanner.all(in: document.source.bytes).map { data in
      Finding(
        Self.description.id, at: data.span, "\(data.kind) '\(document.source.text(data.span))' stands in the text",
        help: data.kind == "e-mail address" ? "name the role instead" : "describe it instead, or leave it out")
    }
  }
}
