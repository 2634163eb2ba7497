internal import Diagnostics

/// Something that an editor may put in the place of a word.
struct CompletionItem {
  enum Kind: Int {
    case text = 1
    case field = 5
    case reference = 18
    case value = 12
  }

  let label: String
  let kind: Kind
  /// A few words beside the label.
  var detail = ""
  var documentation = ""
  /// What is put in; the label where it is empty.
  var text = ""

  /// - Parameter filter: what an editor compares with what is written; nil for the label.
  func json(replacing range: EditorRange, order: Int, filter: String? = nil) -> JSONValue {
    let number = "\(order)"
    var members: [JSONValue.Member] = [
      .init("label", .string(label)), .init("kind", .int(kind.rawValue)),
      .init("sortText", .string(String(repeating: "0", count: max(0, 6 - number.count)) + number)),
      .init("filterText", .string(filter ?? label)),
      .init(
        "textEdit", .object(["range": range.json, "newText": .string(text.isEmpty ? label : text)])),
    ]
    if !detail.isEmpty { members.append(.init("detail", .string(detail))) }
    if !documentation.isEmpty {
      members.append(
        .init("documentation", .object(["kind": .string("markdown"), "value": .string(documentation)])))
    }
    return .object(members)
  }
}

/// Items for one place, with the text that they replace.
struct CompletionList {
  /// How many are sent at once; typing on narrows them.
  static let limit = 200

  let items: [CompletionItem]
  let span: SourceSpan

  /// Those that hold what is written, in the label or beside it.
  func json(in text: EditedText) -> JSONValue {
    let written = text.source.text(span).lowercased()
    let matching =
      written.isEmpty
      ? items
      : items.filter { $0.label.lowercased().contains(written) || $0.detail.lowercased().contains(written) }
    let range = text.range(of: span)
    let shown = matching.prefix(Self.limit).enumerated().map { order, item -> JSONValue in
      // What was found by its title is not thrown away by the editor's own filter.
      item.label.lowercased().contains(written)
        ? item.json(replacing: range, order: order) : item.json(replacing: range, order: order, filter: written)
    }
    return .object(["isIncomplete": .bool(matching.count > Self.limit || !written.isEmpty), "items": .array(shown)])
  }
}
