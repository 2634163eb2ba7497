internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// What can be written at a place of a document.
struct Completion {
  let document: OpenDocument
  let workspace: Workspace
  private var source: SourceFile { document.text.source }

  func list(at offset: Int) -> CompletionList? {
    if let lines = document.yamlLines, lines.contains(source.line(at: offset)) {
      return inYAML(KeyPath(source, lines: lines, offset: offset))
    }
    return mention(at: offset) ?? ActionItemCompletion(document: document, words: self).list(at: offset)
  }

  // MARK: - Settings and front matter

  private func inYAML(_ path: KeyPath) -> CompletionList? {
    guard let keys = document.keys else { return nil }
    var form: ValueForm? = .map(keys)
    for key in path.keys {
      form = form?.form(under: path.keys.count == 1 ? workspace.knowledgeBase.settings.ourKey(key, keys) : key)
    }
    guard let form else { return nil }
    var items: [CompletionItem] = []
    if path.isKey { items += keyItems(form, path) }
    if !path.isKey || path.isItem, let list = form.wordList { items += self.items(of: list) }
    if case .flag = form, !path.isKey { items += ["true", "false"].map { CompletionItem(label: $0, kind: .value) } }
    return CompletionList(items: items, span: path.word)
  }

  private func keyItems(_ form: ValueForm, _ path: KeyPath) -> [CompletionItem] {
    let present = path.keys.isEmpty ? document.topKeys(except: source.line(at: path.word.start)) : []
    let own = form.keys.filter { !present.contains($0.name) }.map { key in
      CompletionItem(
        label: key.name, kind: .field, documentation: key.meaning, text: withColon(key.name, path))
    }
    let words = form.keyList.map { items(of: $0) } ?? []
    return own
      + words.map {
        CompletionItem(
          label: $0.label, kind: .field, detail: $0.detail, documentation: $0.documentation,
          text: withColon($0.label, path))
      }
  }

  /// The key with its colon, where none is there.
  private func withColon(_ key: String, _ path: KeyPath) -> String {
    let rest = source.bytes[min(path.word.end, source.bytes.count)...]
    return rest.first == UInt8(ascii: ":") ? key : key + ": "
  }

  /// The words of a list: those of the settings, and what the knowledge base has.
  func items(of list: WordList) -> [CompletionItem] {
    let base = workspace.knowledgeBase
    switch list {
    case .cause:
      return base.causes.all.map { cause in
        CompletionItem(
          label: cause.slug, kind: .reference, detail: cause.title,
          documentation: SubjectText(workspace).cause(cause))
      }
    case .postMortem:
      return base.postMortems.filter { $0.file != source.path }.map { postMortem in
        CompletionItem(label: postMortem.id, kind: .reference, detail: SubjectText.line(postMortem))
      }
    case .service: return catalogue(base.services.map(\.entry))
    case .team: return catalogue(base.teams.map(\.entry))
    case .severity:
      return base.settings.severities.map { CompletionItem(label: $0.name, kind: .value, detail: $0.meaning) }
    default:
      return workspace.words.vocabulary(list).words.map { CompletionItem(label: $0, kind: .value) }
    }
  }

  private func catalogue(_ entries: [CatalogueEntry]) -> [CompletionItem] {
    entries.map {
      CompletionItem(label: $0.slug, kind: .reference, detail: $0.title == $0.slug ? "" : $0.title)
    }
  }

  // MARK: - Text

  /// `[[PM-20`: the id of a post-mortem, which becomes a link.
  private func mention(at offset: Int) -> CompletionList? {
    let line = source.lineSpan(source.line(at: offset))
    let head = source.bytes[line.start..<min(offset, line.end)]
    guard let open = head.indices.last(where: { head[$0...].starts(with: "[[".utf8) }),
      !head[open...].contains(UInt8(ascii: "]"))
    else { return nil }
    let rest = source.bytes[min(offset, line.end)..<line.end]
    let tail = rest.prefix { !"[] \t,.;".utf8.contains($0) }
    let closing = rest[tail.endIndex...].starts(with: "]]".utf8) ? "" : "]]"
    let items = self.items(of: .postMortem).map {
      CompletionItem(label: $0.label, kind: $0.kind, detail: $0.detail, text: $0.label + closing)
    }
    return CompletionList(items: items, span: SourceSpan(open + 2, tail.endIndex))
  }
}

extension OpenDocument {
  /// The keys that the document's YAML may have; nil for one without a list of them.
  var keys: [KeyDescription]? {
    switch kind {
    case .settings: SettingsFormat.keys
    case .postMortem: PostMortemFormat.keys
    case .cause: CauseFormat.keys
    case .plan, nil: nil
    }
  }

  /// The lines that are YAML.
  var yamlLines: ClosedRange<Int>? {
    kind == .settings ? 1...text.source.lineStarts.count : KeyPath.frontMatter(of: text.source)
  }

  /// The keys at the margin, but for that of one line.
  func topKeys(except line: Int) -> Set<String> {
    guard let lines = yamlLines else { return [] }
    return Set(
      lines.filter { $0 != line }.compactMap { number in
        let line = text.source.text(text.source.lineSpan(number))
        guard let first = line.utf8.first, first != 0x20, first != UInt8(ascii: "#") else { return nil }
        return line.firstIndex(of: ":").map { String(line[..<$0]) }
      })
  }
}

extension Settings {
  /// The key of the format that another house's key is read as.
  func ourKey(_ key: String, _ known: [KeyDescription]) -> String {
    known.contains { $0.name == key } ? key : keys[key] ?? key
  }
}
