/// Headings with two subjects, heads with a word on each subject in a line, and names that people make up.
extension HouseDocument {
  static let shared: [HouseDocument] = [
    HouseDocument(
      "compte rendu of a mail service", "messagerie.md", date: "2021-03-09",
      """
      # Compte rendu d'incident — messagerie du 9 mars 2021

      ⟦summary⟧## En bref

      La messagerie n'a pas distribué de courriels pendant trois heures.

      ⟦impact⟧## Conséquences pour les usagers

      41 000 messages retardés, aucun perdu.

      ⟦timeline⟧## Déroulé des faits (UTC)

      ⟦at 2021-03-09T10:05Z⟧- 10h05 : le disque de la file d'attente est plein
      ⟦at 2021-03-09T10:50Z⟧- 10h50 : premier ticket d'un usager
      ⟦at 2021-03-09T12:40Z⟧- 12h40 : ajout de 200 Go
      ⟦at 2021-03-09T13:10Z⟧- 13h10 : la file est vidée

      ⟦root_cause⟧## Origine du problème

      La purge des journaux était désactivée depuis la migration.

      ⟦detection⟧## Comment avons-nous été prévenus ?

      Par un usager, aucune alerte n'existait sur ce disque.

      ⟦resolution⟧## Rétablissement du service

      Extension du volume puis relance de la distribution.

      ⟦lessons⟧## Enseignements

      Toute désactivation doit porter une date de fin.

      ⟦action_items⟧## Mesures prises et à prendre

      ⟦item⟧- Réactiver la purge (équipe messagerie)
      ⟦item⟧- Poser une alerte à 80 % d'occupation
      ⟦item⟧- Documenter l'extension d'un volume
      """),
    HouseDocument(
      "mail to a list", "mirror-mail.md", date: "2025-02-06",
      """
      From: ops@lists.example.org
      To: announce@lists.example.org
      Date: Fri, 7 Feb 2025 10:20:00 +0000
      Subject: Mirror outage of 6 February 2025

      Hello all,

      as promised, a few words on yesterday's outage.

      ⟦summary⟧**TL;DR**

      The mirrors served stale indexes for five hours on 6 February 2025.

      ⟦timeline⟧**Sequence of events**

      ⟦at 2025-02-06T11:00Z⟧11:00 UTC - sync job hangs on a lock

      ⟦at 2025-02-06T13:45Z⟧13:45 UTC - a maintainer notices old checksums

      ⟦at 2025-02-06T16:02Z⟧16:02 UTC - lock removed, sync completes

      ⟦root_cause⟧**What was behind it**

      The job takes a lock and never gives it back if it is killed by the memory limit.

      ⟦impact⟧**Effects on users**

      Installations failed with checksum errors.

      ⟦resolution⟧**How it was repaired**

      We deleted the lock by hand.

      ⟦action_items⟧**Going forward**

      ⟦item⟧* put a lifetime on the lock (#4410)
      ⟦item⟧* alert when the index is older than one hour
      ⟦item⟧* raise the memory limit (PR 88)

      Sorry for the trouble,
      the mirror crew
      """),
    HouseDocument(
      "review of a game", "season-launch.md", date: "2023-07-30",
      """
      # Matchmaking meltdown — season 4 launch (30 July 2023)

      ⟦impact⟧## Damage

      - 212k players in queue, 40 % gave up
      - Ranked points lost in 1,100 matches

      ⟦timeline,detection⟧## Timeline & how we noticed

      ⟦at 2023-07-30T17:00Z⟧* 17:00 UTC: season goes live
      ⟦at 2023-07-30T17:06Z⟧* 17:06 UTC: queue time p95 is above 10 minutes, dashboard turns red
      ⟦at 2023-07-30T17:25Z⟧* 17:25 UTC: second shard added
      ⟦at 2023-07-30T18:10Z⟧* 18:10 UTC: queues are empty

      ⟦root_cause,contributing_factors⟧## Root cause and contributing factors

      The matcher compares every pair of parties. Load tests used solo players only.

      ⟦resolution⟧## Getting players back in

      Added shards, widened the skill window.

      ⟦lessons⟧## What we learned the hard way

      - Parties are the normal case.

      ⟦action_items⟧## Follow-up work

      ⟦item⟧1. **Matcher** – index parties by skill band (owner: matchmaking, GAME-220)
      ⟦item⟧2. **Load test** – replay season 3 launch (owner: QA)
      ⟦item⟧3. **Ops** – autoscale on queue time
      """),
    HouseDocument(
      "head of labels", "build-farm.md", date: "2024-02-11",
      """
      # Build farm outage

      Severity: 2
      Started: 2024-02-11 06:00 UTC
      ⟦impact⟧Impact: no builds for four hours
      ⟦root_cause⟧Root cause: full disk on the cache host
      ⟦resolution⟧Resolution: old layers removed
      Action items: see below

      ⟦summary⟧## Synopsis

      The build farm took no jobs on Sunday morning.

      ⟦contributing_factors⟧## What made it worse

      The dashboard was on the same host.

      ⟦timeline⟧## Play-by-play

      ⟦at 2024-02-11T06:00Z⟧06:00 UTC cache host disk is full
      ⟦at 2024-02-11T08:30Z⟧08:30 UTC a developer complains
      ⟦at 2024-02-11T10:04Z⟧10:04 UTC builds resume

      ⟦action_items⟧## Prevention

      ⟦item⟧- Evict layers older than a week
      ⟦item⟧- Move the dashboard to another host (#71)

      ## Architecture

      The farm has one cache host.
      """),
    HouseDocument(
      "questions in plain words", "flags.md", date: "2024-08-22",
      """
      ---
      title: Feature flags returned defaults
      date: 2024-08-22
      ---

      ⟦summary⟧## The gist

      For 38 minutes every flag evaluated to its default.

      ⟦detection⟧## How it came to our attention

      Two engineers saw the new navigation vanish.

      ⟦impact⟧## Who felt it and how badly

      About 8 % of sessions got the old navigation.

      ⟦root_cause⟧## The real problem

      A cache key lost its environment prefix.

      ⟦contributing_factors⟧## What set the stage

      - One cache for all environments
      - No test with a cold cache

      ⟦timeline⟧## Step by step

      ⟦at 2024-08-22T14:01Z⟧- **14:01 UTC** release goes out
      ⟦at 2024-08-22T14:12Z⟧- **14:12 UTC** reported in chat
      ⟦at 2024-08-22T14:39Z⟧- **14:39 UTC** cache flushed

      ⟦resolution⟧## How we got out of it

      Flushed the cache, pinned the old release.

      ⟦lessons⟧## Things we take with us

      - Cold caches must be tested.

      ⟦action_items⟧## Homework

      ⟦item open⟧- [ ] Prefix keys in the client library — @flags — by 2024-09-05
      ⟦item open⟧- [ ] Run the suite with a cold cache

      ## Cast

      On-call, flags team.
      """),
    HouseDocument(
      "review of a bank", "ledger-posting.md", date: "2022-12-05",
      """
      # Post Incident Review: ledger posting delay

      **Incident ID:** INC0088121
      **Incident date:** 5 December 2022

      ⟦summary⟧### Incident overview

      Postings were delayed by up to six hours.

      ⟦impact⟧### Customer harm and regulatory exposure

      14,200 payments posted late; one report to the regulator.

      ⟦timeline⟧### Chronology of key events (UTC)

      ⟦at 2022-12-05T05:00Z⟧05:00 - Batch starts
      ⟦at 2022-12-05T06:10Z⟧06:10 - Batch stalls on an index rebuild
      ⟦at 2022-12-05T07:45Z⟧07:45 - Operations notices the queue
      ⟦at 2022-12-05T11:20Z⟧11:20 - Batch completes

      ⟦root_cause,contributing_factors⟧### Root cause and contributory factors

      An index rebuild had been scheduled into the batch window.

      ⟦detection,resolution⟧### Detection and response

      The queue was watched by eye. The rebuild was cancelled.

      ⟦lessons,action_items⟧### Learning and actions

      | Ref | Action | Owner | By when | RAG |
      |---|---|---|---|---|
      ⟦item⟧| A1 | Separate maintenance from batch windows | Database | 2023-01-15 | Amber |
      ⟦item⟧| A2 | Alert on queue age | Monitoring | 2023-01-20 | Green |
      """),
    HouseDocument(
      "note in labels", "gateway-note.md", date: "2025-01-15",
      """
      # 2025-01-15 API gateway brownout

      ⟦impact⟧Impact: 12 % of API calls failed for 25 minutes
      ⟦detection⟧Detected by: burn-rate alert on the gateway
      ⟦root_cause⟧Root cause: a retry storm from one client
      ⟦resolution⟧Resolved by: rate limiting that client
      ⟦lessons⟧Lessons: limits must be per client

      ⟦timeline⟧Timeline:

      ⟦at 2025-01-15T18:30Z⟧- 18:30 UTC client deploys
      ⟦at 2025-01-15T18:34Z⟧- 18:34 UTC alert
      ⟦at 2025-01-15T18:55Z⟧- 18:55 UTC limit in place

      ⟦action_items⟧Actions:

      ⟦item⟧- Per-client limits by default (bug 771)
      ⟦item⟧- Document retry policy (PR 31)
      """),
  ]
}
