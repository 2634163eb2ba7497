package import Diagnostics
internal import Markdown

/// Reports a credential in the text; the value itself is masked in every output.
struct Secret: DocumentRule {
  static let description = RuleDescription(
    id: "secret", group: .safety, level: .error,
    summary: "a credential stands in the text",
    rationale:
      "A published key, token or password can be used by every reader, and stays in the history of the repository.",
    triggering: [
      "# Checkout down\n\nThe job ran with ↓AKI" + "AQ3EGRTW7PLZ5MXKD.\n",
      "# Checkout down\n\n```\nDB_PASSWORD=↓x9Lq" + "7vTz2RmW4kPb\n```\n",
      "# Checkout down\n\nIt called `https://deploy:↓hunter" + "2x@db.acme.io/orders`.\n",
      "# Checkout down\n\n```\n↓-----BEGIN RSA PRIVATE" + " KEY-----\nMIIEow\n-----END RSA PRIVATE"
        + " KEY-----\n```\n",
    ],
    nonTriggering: [
      "# Checkout down\n\nThe job ran with AKIAIOSFODNN7EXAMPLE and `token=${CI_TOKEN}`.\n",
      "# Checkout down\n\nThe password: it was rotated. See `https://user:password@example.com/`.\n",
      "# Checkout down\n\nThe `secret: kube-system/ingress-default-certificate` was missing.\n",
    ])

  static let isConfidential = true

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    SecretScanner.secrets(in: document.source.bytes).map { SecretFinding.finding($0, in: document.source) }
  }
}

/// What is said of a credential, which never holds the credential itself.
package enum SecretFinding {
  package static func finding(_ secret: SecretScanner.Secret, in source: SourceFile) -> Finding {
    let text = source.text(secret.span)
    return Finding(
      Secret.description.id, at: secret.span, "\(secret.kind) '\(Masking.abbreviated(text))' stands in the text",
      notes: ["it also stands in the history of the repository"],
      help: "revoke it, then write '[redacted]' in its place",
      fixes: [Fix(replace: secret.span, with: "[redacted]", isSafe: false)], isConfidential: true)
  }
}
