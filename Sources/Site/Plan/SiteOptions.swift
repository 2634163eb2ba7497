package import KnowledgeBase

/// What a build says of itself on its pages.
package struct SiteOptions: Sendable {
  /// For whom the edition is: anything but `public` asks search engines to stay away.
  package var editionAudience: String
  /// Absolute address of the published site without a closing slash; nil while unknown.
  package var baseURL: String?
  /// The revision of the input, as its history names it.
  package var commit: String?
  package var generatorVersion: String
  /// Files of the input that are no post-mortems, each with the reason.
  package var skippedFiles: [SkippedFile]
  /// What the policy says of the incidents of a saved list; nil where the settings name none.
  package var owed: [DueVerdict]?

  package init(
    editionAudience: String = "internal", baseURL: String? = nil, commit: String? = nil,
    generatorVersion: String = "", skippedFiles: [SkippedFile] = [], owed: [DueVerdict]? = nil
  ) {
    self.editionAudience = editionAudience
    self.baseURL = baseURL
    self.commit = commit
    self.generatorVersion = generatorVersion
    self.skippedFiles = skippedFiles
    self.owed = owed
  }

  var isPublic: Bool { editionAudience == "public" }
}

/// A file that was not read, by its path relative to the input.
package struct SkippedFile: Hashable, Sendable {
  package let file: String
  package let reason: String

  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }
}
