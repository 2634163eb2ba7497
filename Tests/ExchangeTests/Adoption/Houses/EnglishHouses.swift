/// The templates of well-known books and companies, filled in.
extension HouseDocument {
  static let english: [HouseDocument] = [
    HouseDocument(
      "search site", "2026-03-04-overload.md", date: "2026-03-03",
      """
      # Search overload (incident #12)

      **Date:** 2026-03-03

      **Authors:** the search team

      **Status:** Complete, action items in progress

      ⟦summary⟧**Summary:** Search was down for 66 minutes after a new sonnet was discovered.

      ⟦impact⟧**Impact:** Estimated 1.2M queries lost, no revenue impact.

      ⟦root_cause⟧**Root Causes:** Cascading failure due to combination of exceptionally high load and a leak.

      ⟦contributing_factors⟧**Trigger:** Latent bug triggered by sudden increase in traffic.

      ⟦resolution⟧**Resolution:** Directed traffic to sacrificial cluster and added ten times the capacity.

      ⟦detection⟧**Detection:** Alerting detected a high level of errors and paged on-call.

      ⟦action_items⟧## Action Items

      | Action Item | Type | Owner | Bug |
      | --- | --- | --- | --- |
      ⟦item done⟧| Update playbook with instructions for a cascading failure | mitigate | ana | n/a **DONE** |
      ⟦item⟧| Use flux capacitor to balance load between clusters | prevent | bert | Bug 5554823 |
      ⟦item⟧| Plug file descriptor leak in search ranking | prevent | cleo | Bug 5554825 |

      ⟦lessons⟧## Lessons Learned

      ### What went well

      - Monitoring quickly alerted us to a high rate of errors

      ### What went wrong

      - We're out of practice in responding to cascading failure

      ### Where we got lucky

      - A mailing list had a copy of the new sonnet

      ⟦timeline⟧## Timeline

      2026-03-03 *(all times UTC)*

      ⟦at 2026-03-03T14:51Z⟧- 14:51 News reports that a new sonnet has been discovered
      ⟦at 2026-03-03T14:53Z⟧- 14:53 Traffic to search increases by 88x
      ⟦at 2026-03-03T14:54Z⟧- 14:54 **OUTAGE BEGINS** — Search backends start melting down under load
      ⟦at 2026-03-03T15:36Z⟧- 15:36 **INCIDENT MITIGATED**, error rates drop
      ⟦at 2026-03-03T16:00Z⟧- 16:00 **OUTAGE ENDS**

      ## Supporting information

      - Monitoring dashboard
      """),
    HouseDocument(
      "search site", "postmortems/api-infrastructure.md", date: "2026-04-30",
      """
      # API infrastructure outage

      ⟦summary⟧## Issue Summary

      From 6:26 PM to 7:58 PM PT, requests to most APIs resulted in 500 error response messages.

      ⟦timeline⟧## Timeline (all times Pacific Time)

      April 30, 2026

      ⟦at 2026-05-01T01:19Z⟧- 6:19 PM: Configuration push begins
      ⟦at 2026-05-01T01:26Z⟧- 6:26 PM: Outage begins
      ⟦at 2026-05-01T02:15Z⟧- 7:15 PM: Successful configuration change rollback
      ⟦at 2026-05-01T02:58Z⟧- 7:58 PM: 100% of traffic back online

      ⟦root_cause⟧## Root Cause

      At 6:19 PM PT, a configuration change was inadvertently released.

      ⟦resolution⟧## Resolution and recovery

      The team attempted to roll back the problematic change, restarted serving tasks.

      ⟦action_items⟧## Corrective and Preventative Measures

      The following are actions we are taking to prevent recurrence:

      ⟦item⟧- Disable the current configuration release mechanism until safer measures are implemented.
      ⟦item⟧- Change rollback process to be quicker and more robust.
      ⟦item⟧- Fix the underlying authentication libraries.
      """),
    HouseDocument(
      "tracker maker", "checkout-502.md", date: "2026-01-12",
      """
      # Checkout returned 502s

      ⟦summary⟧## Incident summary

      Between 15:45 and 16:35 on 12 January 2026, 4,000 users encountered errors.

      ⟦contributing_factors⟧## Leadup

      At 16:00 on 11 January 2026, a change was introduced to checkout in order to support vouchers.

      ## Fault

      The connection pool was never given back.

      ⟦impact⟧## Impact

      4,000 users were affected for 50 minutes.

      ⟦detection⟧## Detection

      The incident was detected when the error-rate alert was triggered and the on-call engineer was paged.

      ⟦resolution⟧## Response

      After receiving a page at 15:50 UTC, the engineer came online.

      ## Recovery

      We increased the size of the pool.

      ⟦timeline⟧## Timeline

      All times are UTC.

      ⟦at 2026-01-12T15:45Z⟧**15:45** - error rate rises

      ⟦at 2026-01-12T15:50Z⟧**15:50** - on-call engineer is paged

      ⟦at 2026-01-12T16:35Z⟧**16:35** - pool enlarged, errors stop

      ⟦root_cause⟧## Blameless root cause identification: the five whys

      1. Checkout returned 502s because the pool was empty

      ## Recurrence

      None found.

      ⟦lessons⟧## Lessons learned

      - Pools need limits on both sides

      ⟦action_items⟧## Corrective actions

      ⟦item⟧1. Manual pool limit put in place temporarily
      ⟦item⟧2. Unit tests around connection handling
      """),
    HouseDocument(
      "pager maker", "incidents/queue-delay.md", date: "2026-02-09",
      """
      # Delayed notifications

      ⟦summary⟧## Overview

      On 2026-02-09 notifications were delayed by up to 12 minutes.

      ## What Happened

      A consumer group rebalanced again and again.

      ⟦contributing_factors⟧## Contributing Factors

      - Session timeout too short

      ⟦resolution⟧## Resolution

      Raising the timeout stopped the loop.

      ⟦impact⟧## Impact

      | Time in SEV-2 | 42min |
      | --- | --- |
      | Notifications delayed | 3.1% |

      ## Responders

      - Incident commander: the SRE on call

      ⟦timeline⟧## Timeline

      | Time (UTC) | Event | Data Link |
      | --- | --- | --- |
      ⟦at 2026-02-09T09:14Z⟧| 2026-02-09 09:14 | Consumers begin to rebalance | [graph](https://example.org/1) |
      ⟦at 2026-02-09T09:20Z⟧| 2026-02-09 09:20 | SEV-2 called | |
      ⟦at 2026-02-09T10:02Z⟧| 2026-02-09 10:02 | Queue is drained | |

      ⟦lessons⟧## How'd We Do?

      ### What Went Well?

      - The alert was clear

      ### What Didn't Go So Well?

      - It took long to find the setting

      ⟦action_items⟧## Action Items

      ⟦item⟧- [NOTIF-311] Raise the session timeout everywhere
      ⟦item⟧- [NOTIF-312] Alert on rebalances

      ## Messaging

      ### Internal Email

      Nothing to see here.
      """),
    HouseDocument(
      "code host", "reviews/2026-05-11-pages.md", date: "2026-05-10",
      """
      # Incident Review: Pages unavailable

      **Incident:** production#1234

      ⟦summary⟧## Summary

      1. Service(s) affected: Pages
      2. Minutes downtime: 31

      ## Metrics

      ⟦impact⟧## Customer Impact

      1. **Who was impacted by this incident?** External customers of Pages.
      2. **How many customers were affected?** About 4,000.

      ⟦root_cause⟧## What were the root causes?

      - The certificate bundle was truncated.

      ⟦resolution⟧## Incident Response Analysis

      1. **How was the incident detected?** A blackbox probe failed.
      2. **How could detection time be improved?** It could not.

      ⟦timeline⟧## Timeline

      All times UTC.

      ### 2026-05-10

      ⟦at 2026-05-10T22:58Z⟧- `22:58` - probe failure pages the on-call
      ⟦at 2026-05-10T23:10Z⟧- `23:10` - bundle found to be short
      ⟦at 2026-05-10T23:29Z⟧- `23:29` - bundle replaced

      ### 2026-05-11

      ⟦at 2026-05-11T00:05Z⟧- `00:05` - incident closed

      ⟦lessons⟧## What went well?

      - The probe.

      ⟦action_items⟧## Corrective Actions

      ⟦item open⟧- [ ] Check bundles for their length https://example.org/group/project/-/issues/77
      ⟦item done⟧- [x] Add the bundle to the runbook
      """),
    HouseDocument(
      "maker of things", "2026-06-02-cart.md", date: "2026-06-02",
      """
      # Cart service: 40% of adds fail

      ⟦summary⟧## TL;DR

      A migration locked the table.

      ⟦timeline⟧## Sequence of events

      ⟦at 2026-06-02T13:04Z⟧* 13:04 UTC - migration starts
      ⟦at 2026-06-02T13:06Z⟧* 13:06 UTC - adds to cart fail
      ⟦at 2026-06-02T13:31Z⟧* 13:31 UTC - migration killed, adds recover

      ⟦root_cause⟧## Why did we go down?

      Postgres took an exclusive lock.

      ⟦detection⟧## How did we detect it?

      A customer wrote to support.

      ⟦resolution⟧## How did we resolve it?

      We killed the migration.

      ⟦impact⟧## Blast radius

      40% of adds to cart.

      ⟦action_items⟧## Remediation items

      ⟦item⟧- CART-41 Run migrations with a lock timeout (owner: @cart)
      ⟦item⟧- CART-42 Page on a drop of adds (owner: @cart, due: 2026-06-20)
      """),
    HouseDocument(
      "network", "2026-02-20-routes.md", date: "2026-02-20",
      """
      # Routes withdrawn in one region

      On February 20, 2026, at 17:48 UTC, some customers saw their routes withdrawn for 6 hours and 7 minutes.

      ⟦impact⟧## Impact

      Timeouts and failures to connect.

      ⟦root_cause⟧## What went wrong and why

      The API took an empty value for all of them.

      ⟦timeline⟧## Timeline of events and impact

      | **Time (UTC)** | **Status** | **Description** |
      |---|---|---|
      ⟦at 2026-02-05T21:53Z⟧| 2026-02-05 21:53 | Code merged into system | Broken sub-process merged into code base |
      ⟦at 2026-02-20T17:46Z⟧| 2026-02-20 17:46 | Code deployed into system | Release with the broken process completes |
      ⟦at 2026-02-20T17:56Z⟧| 2026-02-20 17:56 | Impact start | Broken sub-process begins executing |
      ⟦at 2026-02-20T23:03Z⟧| 2026-02-20 23:03 | Impact end | Configuration released |

      ⟦action_items⟧## Remediation and follow-up steps

      ⟦item⟧- Standardise the API schema
      ⟦item⟧- Separate operational state from configured state
      ⟦item⟧- Add a circuit breaker on large withdrawals
      """),
  ]
}
