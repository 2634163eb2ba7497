internal import Diagnostics
internal import Markdown

/// Reports marks of internal text that do not pair up.
struct UnclosedInternalBlock: DocumentRule {
  static let description = RuleDescription(
    id: InternalBlocks.rule, group: .safety, level: .error,
    summary: "a block of internal text is not closed, or closed without being opened",
    rationale:
      "Where such a block ends decides what everybody may read; it is never guessed, and a public edition leaves the document out.",
    triggering: [
      "# Checkout down\n\nIt failed. ↓<!-- internal -->The customer was told.\n",
      "# Checkout down\n\n↓:::internal\nThe customer was told.\n",
      "# Checkout down\n\nThe customer was told.↓<!-- /internal -->\n",
      "# Checkout down\n\n↓<!-- internal only -->\n",
    ],
    nonTriggering: [
      "# Checkout down\n\nIt failed. <!-- internal -->The customer was told.<!-- /internal -->\n",
      "# Checkout down\n\n:::internal\nThe customer was told.\n:::\n",
      "# Checkout down\n\n<!-- internally known as the long night -->\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] { InternalBlocks(document.source).problems }
}
