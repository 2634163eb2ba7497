/// What wikis and trackers export as markdown.
extension HouseDocument {
  static let exports: [HouseDocument] = [
    HouseDocument(
      "wiki export", "Payments-down.md", date: "2026-05-06",
      """
      # 2026-05-06 Payments down

      |  |  |
      | --- | --- |
      | **Incident date** | 06 May 2026 |
      | **Severity** | 1 - critical |
      | **Services affected** | payments |
      | **Time to detect** | 4 min |

      ⟦summary⟧# Executive summary

      Card payments failed for 25 minutes.

      ⟦timeline⟧# Timeline

      | **Time (CEST)** | **What happened** | **Who** |
      | --- | --- | --- |
      ⟦at 2026-05-06T07:10Z⟧| 09:10 | Deploy of payments 4.2 | dev |
      ⟦at 2026-05-06T07:14Z⟧| 09:14 | Alert: acceptance below 50% | monitoring |
      ⟦at 2026-05-06T07:35Z⟧| 09:35 | Rollback complete | ops |

      ⟦root_cause⟧# Root cause analysis (5 whys)

      1. Why did payments fail? The key was missing.
      2. Why was the key missing? It was not in the template.

      ⟦lessons⟧# Lessons learnt

      Keys belong in the template.

      ⟦action_items⟧# Follow-up actions

      | # | Action | Owner | Due date | Jira | Status |
      | --- | --- | --- | --- | --- | --- |
      ⟦item open⟧| 1 | Put the key into the template | payments | 2026-05-20 | PAY-88 | TO DO |
      ⟦item done⟧| 2 | Test the template in CI | payments | 2026-05-13 | PAY-89 | DONE |
      """),
    HouseDocument(
      "wiki export", "mail/Mail-queue-full.md", date: "2026-01-19",
      """
      # Mail queue full

      ⟦summary⟧## 1. Incident description

      Mail was delayed for three hours.

      ## 2. Incident details

      - Start of incident: 19.01.2026 08:15
      - End of incident: 19.01.2026 11:20

      ⟦impact⟧## 3. Business impact

      Orders were confirmed late.

      ⟦timeline⟧## 4. Chronology of events

      ⟦at 2026-01-19T08:15Z⟧- 08:15 – queue begins to grow
      ⟦at 2026-01-19T09:40Z⟧- 09:40 – first complaint of a customer
      ⟦at 2026-01-19T11:20Z⟧- 11:20 – queue is empty

      ⟦root_cause⟧## 5. Causes identified

      The disk was full.

      ⟦action_items⟧## 6. Measures

      ### 6.1 Short term

      ⟦item⟧- Enlarge the disk

      ### 6.2 Long term

      ⟦item⟧- Move the queue to its own volume
      """),
    HouseDocument(
      "note export", "Search index stale 8a7f.md", date: "2026-03-22",
      """
      # 🔥 Search index stale

      Date: March 22, 2026 10:30 AM (UTC)
      Severity: SEV-3
      Status: Resolved

      ⟦summary⟧## 📝 Summary

      Search gave results from the day before.

      ⟦impact⟧## 💥 Impact

      All searches for 5 hours.

      ⟦timeline⟧## ⏱️ Timeline

      All times are in UTC.

      ⟦at 2026-03-22T10:30Z⟧- **10:30** → indexer stops
      ⟦at 2026-03-22T14:10Z⟧- **14:10** → support reports stale results
      ⟦at 2026-03-22T15:30Z⟧- **15:30** → indexer restarted

      ⟦root_cause⟧## 🔍 Root cause

      A poison message.

      ⟦detection⟧## 🚨 Detection

      Support told us.

      ⟦lessons⟧## 🎓 What we learned

      Staleness needs a metric.

      ⟦action_items⟧## ✅ Action items

      ⟦item open⟧- [ ]  Dead-letter queue for the indexer
      ⟦item done⟧- [x]  Metric for the age of the index
      """),
    HouseDocument(
      "note export", "reports/cache-stampede.md", date: "2026-08-11",
      """
      # Post-Mortem: cache stampede

      > **Incident ID:** INC-2026-0811
      > **Date:** 2026-08-11
      > **Duration:** 1 hour 12 minutes
      > **Severity:** P1 (Critical)
      > **Status:** Final

      ---

      ⟦summary⟧## Executive Summary

      A flush of the cache overloaded the database.

      ⟦impact⟧## Impact Assessment

      | Metric | Value |
      |--------|-------|
      | Duration | 1 hour 12 minutes |
      | Users affected | 18% |

      ⟦timeline⟧## Timeline of Events (UTC)

      | Time | Event | Actor |
      |------|-------|-------|
      ⟦at 2026-08-11T02:03Z⟧| 02:03 | Cache flushed by a deploy | CI |
      ⟦at 2026-08-11T02:07Z⟧| 02:07 | Database at 100% CPU | Monitoring |
      ⟦at 2026-08-11T03:15Z⟧| 03:15 | Traffic back to normal | On-call |

      ⟦root_cause⟧## Root Cause Analysis

      ### Primary Root Cause

      Flush on deploy.

      ⟦contributing_factors⟧### Contributing Factors

      1. No request coalescing

      ⟦resolution⟧## Resolution & Recovery

      Reads were shed.

      ⟦lessons⟧## Lessons Learned

      ### What Went Well ✅

      - Load shedding worked

      ### What Could Be Improved ❌

      - Nobody knew of the flush

      ⟦action_items⟧## Action Items

      ### Immediate (0-7 days)

      ⟦item open⟧- [ ] **Remove the flush from the deploy** (Owner: platform)

      ### Short-term (1-4 weeks)

      ⟦item open⟧- [ ] **Coalesce requests** (Owner: storage)

      ## Appendix

      ### Related Incidents

      - None
      """),
    HouseDocument(
      "tracker", "OPS-771.md", date: "2026-10-01",
      """
      # OPS-771 Nightly export missing

      | Field | Value |
      | --- | --- |
      | Priority | High |
      | Incident start | 2026-10-01 01:00 UTC |
      | Incident end | 2026-10-01 09:30 UTC |
      | Reporter | data team |

      ⟦summary⟧## Problem statement

      The nightly export was empty.

      ⟦root_cause⟧## Investigation & root cause

      The role lost its grant.

      ⟦resolution⟧## Fix applied

      The grant was restored.

      ⟦action_items⟧## Tasks

      ⟦item⟧- DATA-12: keep grants in code
      ⟦item⟧- DATA-13: alert on an empty export
      """),
    HouseDocument(
      "forum", "post/first-outage.md", date: "2026-12-01",
      """
      # Relay outage: what happened and what comes next

      On Tuesday, 2026-12-01, our relays were down for about 2 hours.

      ⟦timeline⟧## How it unfolded

      ⟦at 2026-12-01T12:00Z⟧*12:00*: relays stop accepting connections\\
      ⟦at 2026-12-01T12:20Z⟧*12:20*: first reports in chat\\
      ⟦at 2026-12-01T14:04Z⟧*14:04*: relays restarted

      ⟦root_cause⟧## The cause

      A limit on open files.

      ⟦action_items⟧## What we're changing

      ⟦item⟧1. Raise the limit
      ⟦item⟧2. Watch the number of open files
      """),
  ]
}
