import Diagnostics

/// One piece of a parsed template, in the order of its source.
enum TemplateNode: Sendable {
  /// The beginning of a source line that reaches the output: the place where a partial's indentation goes.
  case lineStart
  /// Bytes of the source, copied as they stand.
  case text(Range<Int>)
  case value(TemplateName, isEscaped: Bool)
  case section(TemplateName, isInverted: Bool, body: [TemplateNode])
  case message(MessageTag)
  case partial(PartialTag)
  case block(BlockTag)
  /// From here to the end of the enclosing body, whether `{{x}}` escapes.
  case escaping(Bool)

  var isLineStart: Bool {
    if case .lineStart = self { true } else { false }
  }
}

/// `{{> name}}` or `{{<name}}…{{/name}}`: another template put in this place.
struct PartialTag: Sendable {
  var name: Located<String>
  /// The white space before the tag when it is the first thing on its line.
  var indentation: Range<Int>
  /// Whether the tag's line holds nothing else and is left out.
  var isStandalone: Bool
  /// The blocks that replace blocks of the same name in the other template.
  var overrides: [BlockTag]
}

/// `{{$name}}…{{/name}}`: the default of a place that an inheriting template may fill, or what fills it.
struct BlockTag: Sendable {
  var name: Located<String>
  var indentation: Range<Int>
  var isStandalone: Bool
  var body: [TemplateNode]
}

/// A template after parsing: what could be understood of it, and what could not.
struct ParsedTemplate: Sendable {
  let name: String
  let source: SourceFile
  let nodes: [TemplateNode]
  let findings: [Finding]

  init(name: String, source: SourceFile) {
    self.name = name
    self.source = source
    var parser = TemplateParser(source)
    nodes = parser.parse()
    findings = parser.findings
  }
}
