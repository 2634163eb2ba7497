/// What is known of the folder in which a knowledge base begins.
package struct StartFacts: Sendable, Equatable {
  /// The name of the repository or folder.
  package var name: String
  /// The folder of the post-mortems, relative to the settings.
  package var input = "postmortems"
  /// Where the repository is published; nil while it has no remote.
  package var remote: RemoteAddress?
  package var branch = "main"
  /// Where debrief itself can be cloned from; empty where that is not known.
  package var debriefRepository = ""
  /// The commit of debrief that is installed; empty where that is not known.
  package var debriefCommit = ""

  package init(name: String) {
    self.name = name
  }

  /// `payments-api` → `Payments api post-mortems`.
  var title: String {
    let words = name.split { "-_. ".contains($0) }.joined(separator: " ")
    guard let first = words.first else { return "Post-mortems" }
    let title = first.uppercased() + words.dropFirst()
    let lower = title.lowercased().filter { $0 != " " }
    return lower.contains("postmortem") ? title : "\(title) post-mortems"
  }
}

/// Where a repository lies, read from the address of its remote.
package struct RemoteAddress: Sendable, Equatable {
  package let host: String
  /// Owner or groups and the repository's name, without `.git`.
  package let path: String

  package enum Service: Sendable {
    case gitHub, gitLab
  }

  /// Reads `https://host/path.git`, `ssh://git@host:22/path` and `git@host:path`; nil for anything else, such as a folder.
  package init?(_ address: String) {
    let rest: Substring
    if let scheme = ["https://", "http://", "ssh://", "git://"].first(where: address.hasPrefix) {
      rest = address.dropFirst(scheme.count)
    } else if let colon = address.firstIndex(of: ":"), !address[..<colon].contains("/"), address.contains("@") {
      rest = address[..<colon] + "/" + address[address.index(after: colon)...]
    } else {
      return nil
    }
    let parts = rest.split(separator: "/").map(String.init)
    guard let authority = parts.first, parts.count > 1 else { return nil }
    let name = authority.split(separator: "@").last.map(String.init) ?? authority
    host = name.split(separator: ":").first.map(String.init) ?? name
    let path = parts.dropFirst().joined(separator: "/")
    self.path = path.hasSuffix(".git") ? String(path.dropLast(4)) : path
    guard !host.isEmpty, Self.isHarmless(host), Self.isHarmless(self.path) else { return nil }
  }

  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Anybody's address to clone from; a user's name or password that stood in it is left out.
  package var cloneURL: String { "https://\(host)/\(path).git" }

  package var service: Service? {
    host.contains("github") ? .gitHub : host.contains("gitlab") ? .gitLab : nil
  }

  /// What forges allow in names, so that an address can stand in any file that is written.
  private static func isHarmless(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_./~".utf8.contains(byte)
    }
  }

  var pagesURL: String? {
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    guard let owner = parts.first?.lowercased(), let rest = parts.last, parts.count == 2 else { return nil }
    switch host {
    case "github.com": return "https://\(owner).github.io/\(rest)"
    case "gitlab.com": return "https://\(owner).gitlab.io/\(rest)"
    default: return nil
    }
  }

  func editURL(branch: String, input: String) -> String {
    let edit = service == .gitLab ? "-/edit" : "edit"
    return "https://\(host)/\(path)/\(edit)/\(branch)/\(input)/{file}"
  }
}
