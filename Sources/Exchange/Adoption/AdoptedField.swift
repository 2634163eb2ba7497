package import Diagnostics

/// A field as the document supports it.
package struct AdoptedField: Sendable {
  package let key: String
  package let value: JSONValue
  /// 1 for what the author wrote as data, less for what was read from prose.
  package var confidence: Double
  /// The evidence: the line that says so.
  package let span: SourceSpan
  /// Why the field is not for the front matter whatever its confidence; nil where it is.
  package var obstacle: String?
  /// Whether the front matter has it already.
  package var isGiven = false

  /// The same field with its evidence that many bytes further on.
  func moved(by bytes: Int) -> AdoptedField {
    let place = SourceSpan(max(span.start + bytes, 0), max(span.end + bytes, 0))
    return AdoptedField(key, value, confidence: confidence, at: place, obstacle: obstacle, isGiven: isGiven)
  }

  init(
    _ key: String, _ value: JSONValue, confidence: Double, at span: SourceSpan, obstacle: String? = nil,
    isGiven: Bool = false
  ) {
    self.key = key
    self.value = value
    self.confidence = confidence
    self.span = span
    self.obstacle = obstacle
    self.isGiven = isGiven
  }
}
