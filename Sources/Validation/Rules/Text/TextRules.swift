/// The rules about the file as text.
enum TextRules {
  static let all: [any Rule] = [InvalidUTF8(), ParserLimit(), ByteOrderMark(), MixedLineBreaks()]
}
