/// Documents without headings, with labels in lists, with dotted times and other habits of their own.
extension HouseDocument {
  static let plain: [HouseDocument] = [
    HouseDocument(
      "label list", "incidents/2026-01-30.html.md.erb", date: "2026-01-29",
      """
      ---
      title: Incident on 2026-01-29 - builds cannot pull
      weight: 12
      ---

      # Incident on 2026-01-29 - builds cannot pull

      ⟦timeline⟧- **Key events**
      ⟦at 2026-01-29T16:03Z⟧  - First detected 2026-01-29 16:03
      ⟦at 2026-01-29T16:05Z⟧  - Incident declared: 2026-01-29 16:05
      ⟦at 2026-01-29T16:30Z⟧  - Repaired 2026-01-29 16:30
      ⟦at 2026-01-29T16:40Z⟧  - Resolved 2026-01-29 16:40

      - **Time to repair**: 27m

      - **Time to resolve**: 37m

      ⟦detection⟧- **Identified**: Pingdom check is DOWN

      ⟦impact⟧- **Impact**: Builds failed for 27 minutes.

      - **Context**:
      ⟦at 2026-01-29T15:58Z⟧  - 2026-01-29 15:58 Registry moved to a new address
      ⟦at 2026-01-29T16:03Z⟧  - 2026-01-29 16:03 Pulls begin to fail

      ⟦resolution⟧- **Resolution**: The old address was put back.

      ⟦action_items⟧- **Review actions**:
      ⟦item⟧  - Announce moves of the registry a week before
      ⟦item⟧  - Add a smoke test that pulls an image. Ticket [#2973](https://example.org/org/repo/issues/2973)
      """),
    HouseDocument(
      "retro", "incident_retros/2026-02-05_catalogue.md", date: "2026-02-03",
      """
      # Incident retro - catalogue errors

      **Incident from:** 2026-02-03

      **Incident until:** 2026-02-03

      **Retro held:** 2026-02-05

      - [Timeline](#timeline)
      - [Analysis of causes](#analysis-of-causes)
      - [Actions](#actions)

      ⟦timeline⟧## Timeline

      3 February 2026

      ⟦at 2026-02-03T02:00Z⟧c. 2.00 More requests to the cluster

      ⟦at 2026-02-03T09:56Z⟧9.56 JP latency is over a second
      the cluster is having a bad time
      I will give it more room

      ⟦at 2026-02-03T10:05Z⟧10.05 AC doubled the cluster

      ⟦at 2026-02-03T12:24Z⟧12.24 AC looks like it has resolved

      ⟦root_cause⟧## Analysis of causes

      All records changed at once.

      ⟦action_items⟧## Actions

      **Alex & Paul**
      ⟦item⟧- Turn off the transformer when the queue is long
      ⟦item⟧- Tidy the chat alert

      ⟦item⟧**JP** Have build badges for the main build
      """),
    HouseDocument(
      "plain text", "README-outage.md", date: "2026-01-15",
      """
      Postmortem: web stack outage

      ⟦summary⟧Issue Summary:

      Duration: January 15, 2026, 10:00 AM to 2:00 PM (UTC)

      ⟦impact⟧Impact:
      The login page was slow for 30% of users.

      ⟦timeline⟧Timeline:

      ⟦at 2026-01-15T10:15Z⟧10:15 AM: Issue detected through monitoring

      ⟦at 2026-01-15T11:00Z⟧11:00 AM: Rollback of the deployment

      ⟦at 2026-01-15T14:00Z⟧2:00 PM: Service restored

      ⟦root_cause⟧Root Cause and Resolution:

      The balancer sent all requests to one server. The configuration was corrected.

      ⟦action_items⟧Corrective and Preventative Measures:

      ⟦item⟧- Check configuration before it is rolled out
      ⟦item⟧- Add alerts for uneven load
      """),
    HouseDocument(
      "bold heads", "api-timeouts.md", date: "2026-03-09",
      """
      **API timeouts**

      ⟦summary⟧**Summary**

      On March 9, 2026 the API timed out.

      ⟦timeline⟧**Timeline (UTC)**

      ⟦at 2026-03-09T18:00Z⟧18:00 - timeouts begin

      ⟦at 2026-03-09T18:22Z⟧18:22 - pods restarted

      ⟦root_cause⟧**Root Cause**

      Thread starvation.

      ⟦action_items⟧**Action Items**

      ⟦item⟧* Use a bounded pool
      ⟦item⟧* Alert on queue length
      """),
    HouseDocument(
      "first-level heads", "2026-07-16-cpu.md", date: "2026-07-16",
      """
      # Renderers overloaded

      ⟦summary⟧# What Happened

      High load on the renderers.

      ⟦timeline⟧# Timeline

      ⟦at 2026-07-16T14:02Z⟧* `2026-07-16 14:02 UTC` load rises
      ⟦at 2026-07-16T15:10Z⟧* `2026-07-16 15:10 UTC` more renderers

      ⟦root_cause⟧# Analysis

      A loop in a template.

      ⟦action_items⟧# Repairs

      ⟦item⟧## 1) Alert on CPU load @dma [detect]

      We had none.

      ⟦item⟧## 2) Limit the depth of templates @dma [prevent]

      There is no limit today.
      """),
    HouseDocument(
      "book of operations", "cluster/upgrade.md", date: "2026-05-04",
      """
      # Cluster upgrade went wrong

      ⟦summary⟧## Background

      We upgrade each quarter.

      ⟦timeline⟧## Events

      ⟦at 2026-05-04T10:00Z⟧### 2026-05-04 10:00

      Upgrade started.

      ⟦root_cause⟧## What caused the outage

      The API was removed.

      ⟦action_items⟧## Future measures

      ⟦item⟧- Read the release notes together
      ⟦item⟧- Try the upgrade on staging first
      """),
    HouseDocument(
      "hub", "2026-10-20-evictions.md", date: "2026-10-20",
      """
      # 2026-10-20 Evictions of core pods

      ⟦timeline⟧## Timeline

      All times in UTC+1

      ⟦at 2026-10-20T18:55Z⟧- 19:55 - Pods are evicted
      ⟦at 2026-10-20T19:40Z⟧- 20:40 - Limits raised

      ⟦lessons⟧## What went wrong

      - Nobody was paged

      ⟦action_items⟧## Follow-up improvements

      ⟦item⟧- #2127
      ⟦item⟧- #2213
      """),
    HouseDocument(
      "numbers", "storage/disk-full.md", date: "2026-11-09",
      """
      # Disk full on the primary

      **Severity:** SEV-2
      **Duration:** 2026-11-09 08:41–09:54 UTC (1 h 13 m)

      ⟦summary⟧## 1  Summary

      The disk filled up.

      ⟦timeline⟧## 2  Timeline (UTC)

      | Time | Event |
      |------|-------|
      ⟦at 2026-11-09T08:41Z⟧| 08:41 | Disk at 100% |
      ⟦at 2026-11-09T09:54Z⟧| 09:54 | Logs removed |

      ⟦root_cause⟧## 3  Root Cause

      Logs were never rotated.

      ⟦action_items⟧## 4  Future actions

      ⟦item⟧1. Rotate logs
      ⟦item⟧2. Alert at 80%
      """),
    HouseDocument(
      "code", "db/failover.md", date: "2026-02-26",
      """
      # Failover of the database

      ⟦summary⟧## Context

      The primary was replaced on 2026-02-26.

      ⟦timeline⟧## Log of events

      ⟦at 2026-02-26T03:11:00Z⟧2026-02-26T03:11:00Z primary unreachable
      ⟦at 2026-02-26T03:14:00Z⟧2026-02-26T03:14:00Z replica promoted

      ⟦detection⟧## How did we notice?

      A page.

      ⟦root_cause⟧## Reason

      ```
      ## Timeline
      ```

      ⟦action_items⟧## Improvements to be made

      ⟦item⟧- Test the failover each month
      """),
  ]
}
