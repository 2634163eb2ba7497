/// Whether a request was meant for this machine by name.
///
/// A page of another site can have its own name point at this machine and then read what is served here; it cannot make
/// a browser name this machine. The port is left open, because tunnels change it.
package enum HostHeader {
  package static func isLocal(_ header: String?) -> Bool {
    guard let header else { return false }
    let name = header.lowercased()
    for host in ["localhost", "127.0.0.1", "[::1]"] where name.hasPrefix(host) {
      let rest = name.dropFirst(host.count)
      if rest.isEmpty { return true }
      return rest.hasPrefix(":") && rest.count > 1 && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return false
  }
}
