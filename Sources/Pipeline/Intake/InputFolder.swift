internal import PostMortems

/// Where the post-mortems are where nobody says so.
package enum InputFolder {
  /// `input` of the settings that were named, else of those in the working folder; else `postmortems`. It is relative to
  /// the settings; what is wrong with them is reported when they are read.
  package static func standard(config: String?) -> String {
    let path = config ?? "debrief.yml"
    guard FileSystem.isFile(path), let input = try? SettingsLocator.load(path).settings.input, !input.isEmpty else {
      return "postmortems"
    }
    let relative = input.hasPrefix("./") ? String(input.dropFirst(2)) : input
    guard !relative.hasPrefix("/"), let parent = FileSystem.parent(of: path) else { return relative }
    return "\(parent)/\(relative)"
  }
}
