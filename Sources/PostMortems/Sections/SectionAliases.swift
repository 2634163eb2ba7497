/// The names that real post-mortems give their sections, lower case and without decoration.
package enum SectionAliases {
  static let table: [String: SectionRole] = {
    var table: [String: SectionRole] = [:]
    for (role, names) in names + SectionAliasesAbroad.names {
      for name in names { table[name] = role }
    }
    return table
  }()

  /// The names of a role, the canonical one first; used by the guide for authors.
  package static func names(of role: SectionRole) -> [String] {
    names.first { $0.role == role }?.names ?? []
  }

  private static let names: [(role: SectionRole, names: [String])] = [
    (
      .timeline,
      [
        "timeline", "timeline of events", "incident timeline", "response timeline", "event timeline",
        "timeline of the incident", "problems/timeline", "what, how, when and why", "key events", "chronology",
        "sequence of events",
      ]
    ),
    (
      .rootCause,
      [
        "root cause", "root causes", "root cause analysis", "root cause of the outage", "root cause(s)",
        "analysis of causes", "what allowed this to happen", "blameless root cause", "why did it happen",
        "why did this happen", "why this happens", "why this happened", "why it happened",
        "what caused the original problem", "what caused this", "what was the cause", "what caused the outage",
        "diagnosis", "the underlying issue", "underlying issue", "how did this happen", "consolidated root causes",
        "cause", "causes", "cause of the incident", "cause of the outage", "causes of the incident",
        "root causes and trigger", "technical root cause", "underlying cause", "rca", "problem analysis",
      ]
    ),
    (.fiveWhys, ["five whys", "five why's", "5 whys", "5 why's", "the five whys", "the 5 whys", "5-whys"]),
    (
      .contributingFactors,
      ["contributing factors", "contributing factor", "leadup", "lead-up", "lead up", "contributing causes"]
    ),
    (.trigger, ["trigger", "triggers", "the trigger", "triggering event"]),
    (
      .actionItems,
      [
        "action items", "action item", "actions", "review actions", "actions following review", "process improvements",
        "technical improvements", "documentation improvements", "corrective and preventative measures",
        "corrective and preventative measure", "corrective and preventive measures", "preventative measures",
        "preventive measures", "preventive actions", "follow-up tasks", "follow up tasks", "follow-ups", "follow ups",
        "follow-up actions", "follow up actions", "follow-up", "follow up", "followup", "followups", "remediation",
        "remediations", "remediation items", "how are we going to do better in the future", "immediate actions",
        "immediate actions completed", "what we're doing about it", "what are we doing about it",
        "what we are doing about it", "next steps", "recommendations", "recommendation", "todo", "to do", "todos",
        "corrective actions", "corrective action", "resulting action", "resulting actions", "opportunities",
        "future work", "moving forward", "to-do list", "todo list", "follow-through", "follow through", "improvements",
        "planned improvements", "action points", "action plan",
        "long term actions", "short term actions", "what are we going to do", "what will we do",
        "what we will do", "future improvements", "suggested actions", "proposed actions", "follow up items",
        "follow-up items",
        "follow-up work", "follow up work", "to-dos", "to-do's", "todo's", "work items", "open items",
        "long-term fixes",
        "long term fixes", "permanent fix", "permanent fixes", "long-term fix", "permanent solution",
        "long-term solution", "making it right", "things to do", "work to do", "work plan", "offene punkte",
        "points ouverts", "suites à donner",
        "puntos abiertos", "pontos em aberto", "punti aperti", "openstaande punten",
      ]
    ),
    (
      .impact,
      [
        "impact", "what was impacted", "how users were affected", "strategies impacted", "user-facing impact",
        "user impact", "customer impact", "incident impact", "business impact", "affected services", "affected users",
        "impact on users", "scope of impact", "who was affected", "impacts",
      ]
    ),
    (
      .detection,
      [
        "detection", "identified", "were we alerted quickly", "detection gaps", "how was it detected",
        "how was this detected", "how did we find out", "discovery", "how we detected it",
      ]
    ),
    (
      .resolution,
      [
        "resolution", "resolution and recovery", "details of fix", "response", "mitigation", "mitigations", "recovery",
        "fix", "the fix", "what was done", "final resolution", "how did we fix it", "how was it resolved",
        "mitigation and resolution", "response and recovery", "how we fixed it", "solution", "repair",
        "stopping the bleeding", "putting it right", "remise en service", "retour à la normale",
        "vuelta a la normalidad",
      ]
    ),
    (
      .lessonsLearned,
      [
        "lessons learned", "lessons learnt", "lesson learned", "lessons", "conclusion", "conclusions", "takeaways",
        "key takeaways", "learnings", "potential learnings", "what did we learn", "what we learned", "key learnings",
        "retrospective", "looking back", "closing thoughts", "final thoughts", "closing remarks",
      ]
    ),
    (
      .wentWell,
      ["what went well", "things that went well", "what went right", "went well", "what worked well", "the good"]
    ),
    (
      .wentWrong,
      [
        "what went wrong", "things that went poorly", "what went poorly", "what could have gone better",
        "what went badly", "what didn't go so well", "what didn't go well", "went wrong", "what could be improved",
        "the bad",
        "the ugly", "the bad and the ugly", "areas for improvement", "areas to improve", "points à améliorer",
        "puntos a mejorar", "pontos a melhorar",
        "punti da migliorare", "verbesserungspotenzial", "what didn't work",
      ]
    ),
    (.lucky, ["where we got lucky", "where did we get lucky", "luck", "we got lucky", "got lucky"]),
    (
      .surprised,
      ["what surprised us", "where we were surprised", "why we were surprised", "surprises", "what was surprising"]
    ),
    (
      .summary,
      [
        "summary", "issue summary", "what happened", "what happend", "details of incident",
        "incident summary", "overview", "tl;dr", "tldr", "problem", "symptom", "symptoms", "symptom(s)",
        "executive summary", "abstract", "introduction", "description", "incident description", "problem statement",
        "problem summary", "incident overview", "summary of the incident", "the incident", "in a nutshell", "in short",
        "in brief", "at a glance", "short version", "bluf", "exec summary", "description of the incident",
        "description of incident", "description of the problem", "beschreibung des vorfalls", "the short version",
        "the short of it", "in plain english", "worum geht es", "worum ging es", "de quoi s'agit-il",
        "the short story", "the gist", "the story in short", "long story short", "short summary", "the outage",
        "en bref",
        "en résumé", "kurz gesagt", "in kürze", "auf einen blick", "in het kort", "in breve", "em resumo",
        "em poucas palavras", "en pocas palabras", "en resumen", "i korthet",
      ]
    ),
    (
      .people,
      [
        "attendees", "atendees", "authors", "author", "responders", "involved parties", "acknowledgements",
        "acknowledgments", "thanks", "participants", "people involved",
      ]
    ),
    (.statistics, ["stats", "statistics", "metrics", "time to repair", "time to resolve"]),
    (
      .references,
      [
        "references", "third party disclosure", "links", "supporting information", "appendix", "chat logs", "sources",
        "further reading", "related links", "related",
      ]
    ),
    (.recognise, ["how to recognise it", "how to recognize it", "recognise", "symptoms to look for"]),
    (.firstCheck, ["first check at 2 a.m", "first check at 2 am", "first check", "first thing to check"]),
    (.workaround, ["workaround", "workarounds"]),
    (.permanentFix, ["permanent fix", "permanent solution"]),
  ]
}
