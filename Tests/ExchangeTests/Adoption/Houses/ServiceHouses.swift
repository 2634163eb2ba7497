/// What providers of services publish and what incident tools export.
extension HouseDocument {
  static let services: [HouseDocument] = [
    HouseDocument(
      "cloud review", "pir-storage.md", date: "2026-01-28",
      """
      # Post Incident Review - Storage - Elevated latency

      ⟦summary⟧## What happened?

      Between 08:12 UTC and 11:50 UTC on 28 January 2026, a subset of customers saw elevated latency.

      ⟦root_cause⟧## What went wrong and why?

      A power event took three racks down.

      ⟦resolution, timeline⟧## How did we respond?

      ⟦at 2026-01-28T08:12Z⟧- 08:12 UTC on 28 January 2026 – Customer impact began.
      ⟦at 2026-01-28T08:20Z⟧- 08:20 UTC on 28 January 2026 – Detected through our monitoring.
      ⟦at 2026-01-28T11:50Z⟧- 11:50 UTC on 28 January 2026 – Service restored and customer impact mitigated.

      ⟦action_items⟧## How are we making incidents like this less likely or less impactful?

      ⟦item done⟧- We have replaced the faulty breakers (Completed).
      ⟦item⟧- We are adding automated failover of racks (Estimated completion: March 2026).

      ## How can customers make incidents like this less impactful?

      - Consider zone-redundant storage.
      """),
    HouseDocument(
      "cloud review", "status-history.md", date: "2026-03-17",
      """
      # Outage of virtual machines (Tracking ID XK2-9)

      ⟦impact⟧**Summary of Impact:** Between 10:05 and 12:40 UTC on 17 Mar 2026, customers could not start machines.

      ⟦root_cause⟧**Preliminary Root Cause:** A certificate in the allocator expired.

      ⟦resolution⟧**Mitigation:** Engineers renewed the certificate and restarted the allocator.

      ⟦action_items⟧**Next Steps:** We will review the rotation of certificates.
      """),
    HouseDocument(
      "big cloud", "summary-of-stream-event.md", date: "2026-11-25",
      """
      # Summary of the Stream Service Event in the Northern Region

      We wanted to provide you with some additional information about the service disruption that occurred in the
      Northern Region on November 25th, 2026.

      The trigger, though not root cause, for the event was a relatively small addition of capacity that began to be
      added to the service at 2:44 AM PST, finishing at 3:47 AM PST.

      At 5:15 AM PST, the first alarms began firing for errors on putting and getting records. At 9:39 AM PST we were
      able to confirm a root cause, and by 10:07 PM PST the service had returned to normal.

      We have a number of learnings that we will be implementing immediately. Finally, we want to apologize.
      """),
    HouseDocument(
      "incident tool", "INC-204.md", date: "2026-04-08",
      """
      # INC-204: Webhooks delayed

      | | |
      | --- | --- |
      | Severity | Major |
      | Reported at | 2026-04-08 12:31 UTC |
      | Duration | 1h 4m |
      | Lead | incident commander |

      ⟦summary⟧## Summary

      Webhooks arrived up to an hour late.

      ⟦timeline⟧## Key Timestamps and Timeline

      ### 2026-04-08

      ⟦at 2026-04-08T12:27:08Z⟧**12:27:08 UTC** Queue grows

      ⟦at 2026-04-08T12:31:40Z⟧**12:31:40 UTC** Incident reported in triage

      ⟦at 2026-04-08T13:31:02Z⟧**13:31:02 UTC** Incident resolved and entered the post-incident flow

      ⟦contributing_factors⟧## Contributors

      - The worker pool is shared with reports

      ## Mitigators

      - The queue keeps messages for a week

      ⟦lessons⟧## Learnings and risks

      - One tenant can fill the queue

      ⟦action_items⟧## Follow-ups

      ⟦item open⟧- [ ] Separate the worker pools — owner: @platform
      ⟦item done⟧- [x] Alert on the age of the oldest message — owner: @platform
      """),
    HouseDocument(
      "incident tool", "retrospective-login.md", date: "2026-02-01",
      """
      # Retrospective: logins fail with 500

      - **Severity**: SEV1
      - **Started At**: Feb 1, 2026, 7:02 AM UTC
      - **Detected At**: Feb 1, 2026, 7:05 AM UTC
      - **Mitigated At**: Feb 1, 2026, 7:41 AM UTC
      - **Resolved At**: Feb 1, 2026, 8:15 AM UTC

      ⟦impact⟧## Customer Impact Summary

      Nobody could log in.

      ⟦root_cause⟧## Root Cause(s) Analysis

      The session store ran out of memory.

      ⟦timeline⟧## Incident Timeline

      ⟦at 2026-02-01T07:02Z⟧* Feb 1, 2026 7:02 AM UTC: Logins begin to fail
      ⟦at 2026-02-01T07:05Z⟧* Feb 1, 2026 7:05 AM UTC: Monitor triggers
      ⟦at 2026-02-01T07:41Z⟧* Feb 1, 2026 7:41 AM UTC: Store restarted with more memory

      ⟦action_items⟧## Actions to prevent recurrence

      | Task | Assignee | Status |
      | --- | --- | --- |
      ⟦item done⟧| Limit the size of a session | identity | Done |
      ⟦item open⟧| Evict old sessions | identity | In progress |
      """),
    HouseDocument(
      "availability report", "2026-07-availability.md", date: "2026-07-14",
      """
      # Degraded pushes

      July 14 08:02 UTC (lasting 2 hours and 11 minutes)

      On July 14, 2026, between 08:02 UTC and 10:13 UTC, pushes to repositories were degraded.

      ⟦root_cause⟧### Why it happened

      A replica lagged behind.

      ⟦action_items⟧### What we are doing to prevent this

      ⟦item⟧- Add admission control for replicas
      ⟦item⟧- Improve our detection of lag
      """),
    HouseDocument(
      "issue form", "outage-of-registry.md", date: "2026-09-03",
      """
      ---
      title: "Registry outage"
      severity: P2
      date: 2026-09-05
      ---

      ### Start time

      2026-09-03 06:10 UTC

      ### End time

      2026-09-03 07:25 UTC

      ⟦impact⟧### Affected systems

      registry, builds

      ⟦summary⟧### Description of the problem

      Pulls failed with 403.

      ⟦root_cause⟧### Cause of the problem

      The bucket policy was replaced.

      ⟦resolution⟧### Steps taken to resolve

      The old policy was put back.

      ⟦action_items⟧### Preventive measures

      ⟦item⟧1. Protect the policy in Terraform
      ⟦item⟧2. Probe a pull each minute
      """),
  ]
}
