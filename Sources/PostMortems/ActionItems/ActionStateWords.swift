/// The words, emoji and shortcodes by which authors say what became of an action item.
enum ActionStateWords {
  private static let phrases: [ActionItem.State: [String]] = [
    .done: [
      "done", "completed", "complete", "fixed", "resolved", "implemented", "closed", "merged", "shipped", "deployed",
      "finished", "already done", "erledigt", "fertig", "umgesetzt", "abgeschlossen", "fait", "terminé", "termine",
      "hecho", "completado", "completada", "hecha", "klaar", "gereed", "afgerond", "uitgevoerd", "voltooid",
      "afgehandeld",
      "concluído", "concluída", "feito", "feita", "completato", "completata", "fatto", "réalisé", "réalisée",
      "terminée",
      "terminado", "terminada", "finalizado", "finalizada", "klar", "rolled out", "live", "complete and verified",
      "done and verified", "released", "verified", "this has been done", "has been done", "x",
      "yes",
      "✅", "✔", "✓", "☑", "🟢", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", ":check:",
    ],
    .open: [
      "open", "offen", "in arbeit", "geplant", "à faire", "a faire", "en cours", "ouvert", "pendiente", "en curso",
      "te doen", "in uitvoering", "lopend", "openstaand", "gepland", "aberto", "aberta", "em andamento", "pendente",
      "planejado", "planejada", "en progreso", "planificado", "planificada", "aperto", "aperta", "in corso", "da fare",
      "prévu", "prévue", "outstanding", "to do", "todo", "to-do", "in progress", "in-progress", "inprogress", "wip",
      "doing", "started",
      "ongoing", "pending", "not started", "planned", "backlog", "in backlog", "scheduled", "blocked", "in review",
      "under review", "new", "assigned", "to be done", "on hold", "not done", "incomplete", "no", "accepted",
      "🚧", "⏳", "🔄", "⬜", "🔲", "🟡", "🔴", ":construction:", ":hourglass:",
      ":hourglass_flowing_sand:", ":white_large_square:",
    ],
    .declined: [
      "declined", "won't fix", "wont fix", "wontfix", "won't do", "wont do", "will not do", "rejected", "cancelled",
      "canceled", "abandoned", "dropped", "not doing", "invalid", "worksforme", "works for me", "not a bug",
      "by design", "out of scope",
      "deferred indefinitely", "will not fix", "wont-fix", "won't-fix", "abgelehnt", "verworfen", "abandonné",
      "rechazado", "afgewezen", "no longer needed", "not needed", "obsolete", "not planned",
      "❌", "🚫", "✖", "✗", ":x:", ":no_entry:", ":negative_squared_cross_mark:",
    ],
    .superseded: ["superseded", "replaced", "duplicate", "superseded by", "replaced by", "duplicate of"],
  ]

  private static let table: [String: ActionItem.State] = {
    var table: [String: ActionItem.State] = [:]
    for (state, words) in phrases {
      for word in words { table[word] = state }
    }
    return table
  }()

  /// The state that a whole phrase names, whatever its case and closing punctuation.
  static func state(of phrase: String) -> ActionItem.State? {
    var name = normalised(phrase)
    if let state = table[name] { return state }
    // Trackers name a resolution behind the state: `RESOLVED WONTFIX`, `Closed as duplicate`.
    for lead in ["resolved as ", "resolved ", "closed as ", "closed ", "verified "] where name.hasPrefix(lead) {
      let rest = String(name.dropFirst(lead.utf8.count).drop { "(/:- ".contains($0) }.prefix { $0 != ")" })
      if let state = table[rest], state != .open { return state }
    }
    while let last = name.last, ".!:,".contains(last) { name.removeLast() }
    if let state = table[name] { return state }
    // `done ✅`: the word and its mark.
    let words = name.split(separator: " ")
    guard words.count == 2, let first = table[String(words[0])], first == table[String(words[1])] else { return nil }
    return first
  }

  /// The state named by the first one to four words, and how many characters of the phrase are left behind it.
  static func leadingState(of phrase: String) -> (state: ActionItem.State, remainder: Substring)? {
    let name = phrase.lowercased()
    var ends: [String.Index] = []
    var index = name.startIndex
    while index < name.endIndex, ends.count < 4 {
      while index < name.endIndex, !name[index].isWhitespace, !":,".contains(name[index]) {
        name.formIndex(after: &index)
      }
      ends.append(index)
      while index < name.endIndex, name[index].isWhitespace || ":,".contains(name[index]) {
        name.formIndex(after: &index)
      }
    }
    for end in ends.reversed() {
      if let state = state(of: String(name[..<end])) { return (state, phrase.dropFirst(name[..<end].count)) }
    }
    return nil
  }

  private static func normalised(_ phrase: String) -> String {
    var words: [String] = []
    for word in phrase.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      var scalars = String.UnicodeScalarView()
      for scalar in word.unicodeScalars
      where scalar.value != 0xFE0F && scalar != "*" && scalar != "_"
        && scalar != "{" && scalar != "}"
      {
        scalars.append(scalar == "’" ? "'" : scalar)
      }
      words.append(String(scalars))
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Single marks that may stand before or behind an item's words without brackets, as UTF-8.
  static let marks: [(bytes: [UInt8], state: ActionItem.State)] = table.keys.sorted()
    .filter { $0.hasPrefix(":") && $0.utf8.count > 2 || ($0.utf8.first ?? 0) >= 0x80 }
    .compactMap { mark in table[mark].map { (Array(mark.utf8), $0) } }
}
