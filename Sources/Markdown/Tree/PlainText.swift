extension Document {
  /// The words of a node and its descendants: no markup, breaks as spaces between inlines and as line feeds between
  /// blocks, raw HTML left out.
  package func plainText(of index: Int) -> String {
    var bytes: [UInt8] = []
    appendPlainText(from: index, to: nodes[index].end, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of the nodes `from..<end`, as `plainText(of:)` gives them.
  package func plainText(from start: Int, to end: Int) -> String {
    var bytes: [UInt8] = []
    appendPlainText(from: start, to: end, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func appendPlainText(from start: Int, to end: Int, into bytes: inout [UInt8]) {
    for index in start..<end {
      switch nodes[index].kind {
      case .text(let run), .code(let run):
        bytes.append(contentsOf: self.bytes(run))
      case .codeBlock(_, let run):
        separate(&bytes)
        bytes.append(contentsOf: self.bytes(run))
      case .softBreak: bytes.append(UInt8(ascii: " "))
      case .lineBreak: bytes.append(UInt8(ascii: "\n"))
      case .tableCell: cellSeparator(&bytes)
      case .paragraph, .heading, .item, .tableRow, .table, .list, .blockQuote, .footnoteDefinition: separate(&bytes)
      default: break
      }
    }
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
  }

  private func separate(_ bytes: inout [UInt8]) {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  private func cellSeparator(_ bytes: inout [UInt8]) {
    if let last = bytes.last, last != 0x0A { bytes.append(contentsOf: [0x20, 0x7C, 0x20]) }
  }
}
