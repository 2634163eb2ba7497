package import Diagnostics

extension JSONValue {
  /// The document indented, with a line break at its end, without a detour over a string.
  package var documentBytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0, pretty: true)
    bytes.append(0x0A)
    return bytes
  }
}
