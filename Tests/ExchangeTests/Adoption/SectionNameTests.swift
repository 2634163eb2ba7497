import Diagnostics
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// Names as people give them to sections, in a dozen languages, and what `adopt` takes a section of that name alone for.
@Suite("Names that people give their sections")
struct SectionNameTests {
  private static let names: [(role: String, names: String)] = [
    (
      "timeline",
      """
      Timeline | Incident chronology | How it unfolded | Minute-by-minute account | What happened when
      Event log | Play-by-play | Blow by blow | Sequence of events | Order of events | The day hour by hour
      Key moments | Key timestamps | Course of the incident | Log of events | Incident log | Activity log
      Timeline of response | Response timeline | Chronological account | Detailed chronology | Timeline (UTC)
      Events as they happened | Ablauf | Zeitlicher Ablauf | Chronologie | Déroulé | Fil des événements
      Cronología | Línea de tiempo | Linha do tempo | Cronologia | Tijdlijn | Verloop van het incident
      Cronologia degli eventi | Händelseförlopp | Fil chronologique | Cronología de los hechos
      Ablauf der Störung | Narrative | Narrative of events | Incident narrative | Milestones
      Reconstruction of events | Course of events | Secuencia de eventos | Linea temporale | Fil des événements
      Временная шкала | Хронология событий | タイムライン | 時系列 | 时间线 | 타임라인 | 対応履歴（JST）
      """
    ),
    (
      "root_cause",
      """
      Root cause | Why did this happen | What caused it | What was the cause | The cause | Cause of failure
      Underlying problem | Underlying issue | The bug | Root cause analysis (RCA) | Technical root cause
      Why it broke | Why we went down | Why did the site go down | How could this happen | What led to this
      What was behind it | Technical analysis | Technical explanation | Technical cause | Cause analysis
      Probable cause | Fault analysis | Origin of the fault | Source of the problem | Reason for outage
      Explanation of the failure | Fundamental cause | Root issue | Ursache | Grundursache
      Warum ist das passiert | Ursache der Störung | Cause profonde | Origine de la panne
      Pourquoi est-ce arrivé ? | Causa raíz | Por qué ocurrió | Causa principal | Causa | Causa raiz | Oorzaak
      Oorzaakanalyse | Causa del guasto | Perché è successo | Hintergrund der Störung und Ursache | Orsak
      Cause technique
      What made it fall over | What made the queue collapse | Behind the outage | How did it come to this
      Wie konnte das passieren | Hoe kon dit gebeuren | Causas identificadas | Causes identifiées | Motivo
      The vulnerability | Why the copies drifted apart | Первопричина | 根本原因分析 | 원인 분석 | Causa provável
      Ursachenbeschreibung | Fehlerbeschreibung | Qual foi a causa | Cuál fue la causa | Wat was de oorzaak
      """
    ),
    (
      "contributing_factors",
      """
      Contributing factors | Contributing conditions | Contributing causes | What made it worse
      Aggravating factors | Factors that contributed | Other factors | Secondary causes | Enabling conditions
      Conditions that allowed this | What contributed | Contributing circumstances | Trigger
      What triggered it | Triggering event | Compounding factors | Latent conditions | Preconditions
      Beitragende Faktoren | Begünstigende Umstände | Facteurs aggravants | Facteurs contributifs
      Factores contribuyentes | Fatores contribuintes | Bijdragende factoren | Fattori contribuenti | Auslöser
      Déclencheur | Circonstances aggravantes
      Things that made this harder | What made this harder | What slowed us down | Why it took so long
      Leading up to the outage | The run-up | Complications | Lo que empeoró la situación | Ce qui a aggravé la panne
      Was es verschlimmert hat | O que piorou | Cosa ha peggiorato | Wat maakte het erger | 寄与要因
      Other contributing factors | Facteurs ayant contribué | Factores que contribuyeron
      Fattori aggravanti | Erschwerende Umstände | What made this hard
      """
    ),
    (
      "action_items",
      """
      Action items | Follow-up work | What we're changing | Prevention
      Corrective and preventive actions (CAPA) | Next steps | Remediation | Remediation plan | Remedial work
      Future work | Improvements | What we will do | What we are doing about it | Our commitments | Follow-ups
      Tasks | To do | Actions | Action plan | Preventive measures | How we will prevent this
      Preventing recurrence | How do we stop it happening again | Planned work | Planned changes | Work to do
      Outstanding work | Tickets | Where we go from here | What comes next | Things to do
      Things we will change | Action register | Actions arising | Mitigating actions
      Steps to prevent recurrence | Proposed fixes | Long-term remediation | Post-incident actions
      Post-incident tasks | Repair items | Corrective actions | Permanent corrective measures
      Improvement plan | Recommendations | Jira tickets | Commitments | Work plan
      Follow up actions and owners | Maßnahmen | Folgemaßnahmen | Nächste Schritte | Offene Punkte
      Verbesserungsmaßnahmen | Actions correctives | Plan d'action | Prochaines étapes
      Mesures prises et à prendre | Mesures préventives | Acciones correctivas | Próximos pasos
      Plan de acción | Ações | Próximos passos | Plano de ação | Ações corretivas | Acties | Verbeterpunten
      Vervolgacties | Azioni correttive | Prossimi passi | Piano d'azione
      What has changed for good | What we changed permanently | Never again | Work to be done | Things to fix
      Follow-up issues | Follow-up tickets | Long-term plan | Ongoing work | To-do list | Our promises
      Pour que cela ne se reproduise plus | Para que no se repita | Recommandations urgentes | Recomendação ao cliente
      Qué vamos a cambiar | O que vamos mudar | Cosa cambieremo | Wat gaan we veranderen | Come evitarlo
      План действий | 再発防止策 | 改进措施 | 후속 조치 | Keeping it from coming back
      Weiteres Vorgehen | Maßnahmenliste | Actions à venir | Suites à donner | Miglioramenti previsti
      Verbeterplan | Recommendation to the client
      """
    ),
    (
      "impact",
      """
      Impact | Customer experience | Who was affected | Damage | Damage report | Effects on users
      User experience | What users saw | What customers saw | What our customers experienced
      Affected services | Affected systems | Scope | Scope and impact | Blast radius | Business impact
      Business consequences | Extent of the outage | Severity and impact | Consequences | Cost
      Cost of the incident | How bad was it | How many users were affected | Services affected
      Customer-facing impact | Client impact | Data loss | Loss of data | Effect on customers | Losses | Harm
      Reach | Auswirkungen | Betroffene | Betroffene Systeme | Wer war betroffen | Schaden
      Conséquences pour les usagers | Impact sur les clients | Services impactés | Périmètre | A quién afectó
      Alcance | Usuarios afectados | Clientes afetados | Quem foi afetado | Gevolgen | Gevolgen voor gebruikers
      Impatto | Servizi coinvolti | Chi è stato colpito
      Who was hurt | What you may have noticed | What this cost you | Affected components | Folgen | Services touchés
      User-visible symptoms | What was lost | Влияние | 影響範囲 | 影响范围 | 영향
      Répercussions | Utilisateurs concernés | Afectación | Was bedeutete das für Kunden
      """
    ),
    (
      "detection",
      """
      Detection | How did we find out | How we found out | How we noticed | How was it detected
      How was it discovered | Discovery | Who noticed | How we learned of it | How we became aware
      First signs | Alerting | Monitoring and alerting | Alarms | How the alarm was raised | Identification
      Signals | How were we alerted | How we knew | Time to detect | Incident detection | Erkennung
      Wie wurde die Störung bemerkt | Wie haben wir es bemerkt | Entdeckung | Détection
      Comment avons-nous été prévenus ? | Detección | Cómo nos enteramos | Cómo lo detectamos | Detecção
      Como descobrimos | Detectie | Hoe kwamen we erachter | Ontdekking | Rilevamento
      Come ce ne siamo accorti
      Did our alerts fire | Why detection lagged | Why the alarm failed | Hoe merkten we het
      Comment l'avons-nous su ? | Обнаружение | 検知 | 감지
      What alerted us | When did we notice | Detection method
      """
    ),
    (
      "resolution",
      """
      Resolution | The fix | How we fixed it | Recovery | Response | Response and recovery | Mitigation
      Restoration of service | Service restoration | How it was repaired | How it was fixed
      How service was restored | Remediation steps taken | Getting back online | Getting things back up
      Workaround | Immediate fix | Emergency fix | Immediate response | Steps taken | What we did
      What we did to fix it | Actions taken | Repair | Containment | Containment and eradication
      Stopping the bleeding | Incident response | Putting it right | Recovery steps | Solution | Back to normal
      Behebung | Lösung | Wiederherstellung | Wie wurde es behoben | Sofortmaßnahmen | Résolution
      Rétablissement du service | Correction apportée | Remise en service | Solución | Resolución
      Cómo se solucionó | Correção | Resolução | Solução | Oplossing | Herstel | Risoluzione
      Ripristino del servizio
      What fixed it | What brought it back | Hotfix | Fixes applied | Solutions implemented | The optimal fix
      Corrections appliquées | Qué hicimos | O que fizemos | Soluciones aplicadas | Восстановление | 復旧 | 解决方案 | 복구
      Recovery actions | Response actions | Maßnahmen zur Behebung | Resposta ao incidente
      """
    ),
    (
      "lessons",
      """
      Lessons learned | Lessons | Retro notes | What we learned | Takeaways | Insights | Reflections
      What went well | What went badly | Learnings | Key learnings | Retrospective | Retro | Observations
      What did we learn | What we learned the hard way | Looking back | In hindsight | Conclusions
      Closing thoughts | Final thoughts | What worked | What didn't work | Good and bad | Things we learned
      Key insights | Learning points | Lessons for next time | Learning outcomes | What would we do differently
      Where we got lucky | Erkenntnisse | Was haben wir gelernt | Lehren | Fazit | Gelerntes | Enseignements
      Leçons apprises | Ce que nous avons appris | Lecciones | Lecciones aprendidas | Qué aprendimos
      Aprendizados | Lições aprendidas | Geleerde lessen | Lezioni apprese | Cosa abbiamo imparato
      What did this teach us | What held and what failed | Moral of the story | Уроки | 教訓 | 经验教训 | 교훈
      Areas to improve | Points à améliorer | Lezioni imparate | Lições aprendidas no incidente
      Erkenntnisse aus dem Vorfall | Aprendizajes clave
      """
    ),
    (
      "summary",
      """
      Summary | What happened | TL;DR | Overview | Synopsis | In brief | Abstract | Executive summary
      Short version | The short story | In a nutshell | Incident description | Description of the incident
      Problem statement | The incident | The outage | Outage summary | High-level summary | Quick summary
      At a glance | Introduction | The story in short | Incident report summary | Recap | Kurzfassung
      Zusammenfassung | Was ist passiert | Überblick | Kurz gesagt | En bref | Résumé | Que s'est-il passé ?
      En résumé | Resumen | Qué pasó | En pocas palabras | Resumo | O que aconteceu | Em resumo | Samenvatting
      Wat is er gebeurd | In het kort | Riepilogo | Cosa è successo | In breve | Sintesi
      The one-sentence version | In plain English | About the incident | Situation | The story | Was war los
      Der Vorfall | L'incident en bref | Lo sucedido | O incidente | Il fatto | Het incident | Worum geht es
      Сводка | 概要 | 事件概述 | 개요
      Kurzbericht | Vorfallbeschreibung | Síntesis | Sumário executivo | Descrizione dell'incidente | Sommario
      Korte samenvatting
      """
    ),
    (
      "none",
      """
      Background | Architecture | Glossary | Thanks | About us | References | Appendix | About this report
      Our infrastructure | How our system works | Definitions | Acknowledgements | Participants | Attendees
      Distribution list | Contact | Contacts | Communication | Communications | Metadata | Document history
      Revision history | Approvals | Sign-off | Related incidents | See also | Further reading | Links
      Dashboards | Graphs | Screenshots | Chat transcript | Questions | FAQ | Open questions | Q&A | License
      Table of contents | Contents | Context | Terminology | People involved | Roles | Incident commander
      Service description | How replication works | Data model | Comments | Discussion | Attachments
      Supporting data | Hintergrund | Glossar | Danksagung | Beteiligte | Anhang | Contexte | Remerciements
      Annexes | Contexto | Agradecimientos | Glosario | Begrippenlijst | Bijlagen | Contesto | Ringraziamenti
      Severity | Status | Owner | Date | Duration | Compensation | Service credits | How to read this report
      Upgrade instructions | Installation | Version history | Reviewers | Legal notice | Press contact
      Classification
      Service overview | System overview | Why we chose two regions | Why this works better | First wrong cause
      What this was not | What this did not fix | Known limitations | Files changed | Test results | Verification
      Evidence | Prediction | Why not the cheaper alternatives | How the cache works | Commands used | Time breakdown
      Overview of our architecture | Scope of this document | Why we write these | Purpose of this report | Our stack
      """
    ),
  ]

  private struct Name: CustomStringConvertible, Sendable {
    let role: String
    let text: String

    var description: String { "\(text): \(role)" }
  }

  private static let all: [Name] = names.flatMap { role, names in
    names.split(whereSeparator: { $0 == "|" || $0.isNewline }).map { name in
      Name(role: role, text: name.trimmed)
    }
  }

  @Test func eachIsTakenForWhatItSays() throws {
    #expect(Self.all.count >= 660)
    var misses: [String] = []
    for name in Self.all {
      let found = try roles(ofSectionNamed: name.text, hasTimes: name.role == "timeline")
      let isRight = name.role == "none" ? found.isEmpty : found.contains(name.role)
      if !isRight { misses.append("\(name) is taken for \(found)") }
    }
    #expect(misses.isEmpty, Comment(rawValue: misses.joined(separator: "\n")))
  }

  /// The roles that a document's only section has in the JSON of `adopt`.
  private func roles(ofSectionNamed name: String, hasTimes: Bool) throws -> [String] {
    let body = hasTimes ? "- 10:00 one thing\n- 10:05 another" : "Some words about the thing."
    let corpus = Corpus(files: [("postmortems/day.md", "# A day in May\n\n## \(name)\n\n\(body)\n")])
    let knowledgeBase = corpus.knowledgeBase()
    let draft = try #require(knowledgeBase.postMortems.first?.draft)
    let json = Adoption(draft, context: AdoptionContext(knowledgeBase), findings: []).json
    guard case .object(let sections)? = json["sections"] else { return [] }
    return sections.filter { $0.value["found"] == .bool(true) }.map(\.key)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
