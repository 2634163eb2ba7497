internal import Diagnostics

extension Document {
  /// The tree as indented lines with ranges, `heading level 2 @3:1-3:12`: what tests compare.
  package func dump() -> String {
    var lines = ""
    var depth = [0]
    for (index, node) in nodes.enumerated() {
      if index > 0 { depth.append(depth[node.parent] + 1) }
      let start = source.position(at: node.span.start)
      let end = source.position(at: node.span.end)
      lines += String(repeating: "  ", count: depth[index])
      lines += "\(label(node.kind)) @\(start.line):\(start.column)-\(end.line):\(end.column)\n"
    }
    return lines
  }

  private func label(_ kind: NodeKind) -> String {
    switch kind {
    case .list(let ordered, let start, let tight):
      "list \(ordered ? "from \(start)" : "bullets") \(tight ? "tight" : "loose")"
    case .item(let task): "item" + (task.map { $0 ? " done" : " open" } ?? "")
    case .codeBlock(let info, let literal): "codeBlock \"\(string(info))\" \"\(string(literal))\""
    case .htmlBlock(let run): "htmlBlock \"\(string(run))\""
    case .heading(let level): "heading level \(level)"
    case .tableRow(let isHeader): isHeader ? "tableRow header" : "tableRow"
    case .tableCell(let alignment): "tableCell \(alignment)"
    case .footnoteDefinition(let number): "footnoteDefinition \(number)"
    case .footnoteReference(let number): "footnoteReference \(number)"
    case .text(let run): "text \"\(string(run))\""
    case .code(let run): "code \"\(string(run))\""
    case .htmlInline(let run): "htmlInline \"\(string(run))\""
    case .link(let destination, _): "link \"\(string(destination))\""
    case .image(let source, _): "image \"\(string(source))\""
    default: "\(kind)"
    }
  }
}
