/// Documents that answer a list of questions, number their paragraphs or fill in a table.
extension HouseDocument {
  static let questionnaires: [HouseDocument] = [
    HouseDocument(
      "certificate authority", "caa-recheck.md", date: "2020-03-01",
      #"""
      # Bug 1619999: Northgate CA: CAA checking skipped for long-lived authorizations

      Assignee: compliance@northgate.example.org
      Opened: 2020-03-01
      Component: CA Certificate Compliance
      Whiteboard: [ca-compliance] [dv-misissuance]

      ---

      **Comment 0** (2020-03-01 02:11 PST)

      ⟦detection⟧1. How your CA first became aware of the problem (e.g. via a problem report submitted to your Problem Reporting Mechanism, a discussion in mozilla.dev.security.policy, a Bugzilla bug, or internal self-audit), and the time and date.

      On 2020-02-29, at 03:08 UTC, one of our developers was notified by a forum post at https://community.northgate.example.org/t/9911. The on-call confirmed the bug at 03:10 UTC.

      ⟦timeline⟧2. A timeline of the actions your CA took in response. A timeline is a date-and-time-stamped sequence of all relevant events. This may include events before the incident was reported, such as when a particular requirement became applicable, or a document changed, or a bug was introduced, or an audit was done.

      ⟦at 2019-07-25T09:00Z⟧2019-07-25 09:00 UTC: Bug introduced in the checking code, change reviewed by two people.
      ⟦at 2020-02-18T23:15Z⟧2020-02-18 23:15 UTC: Forum member reports a strange rate of CAA queries; no one connects the two.
      ⟦at 2020-02-29T03:08Z⟧2020-02-29 03:08 UTC: Report received that certificates may have been issued without a recheck.
      ⟦at 2020-02-29T03:10Z⟧2020-02-29 03:10 UTC: Northgate confirms the bug and disables issuance.
      ⟦at 2020-02-29T05:22Z⟧2020-02-29 05:22 UTC: Fix deployed; issuance re-enabled.
      ⟦at 2020-03-01T00:30Z⟧2020-03-01 00:30 UTC: Northgate begins the examination of all unexpired certificates.

      3. Whether your CA has stopped, or has not yet stopped, issuing certificates with the problem. A statement that you have will be considered a pledge to the community; a statement that you have not requires an explanation.

      We have stopped. The fix was deployed at 2020-02-29 05:22 UTC.

      4. A summary of the problematic certificates. For each problem: number of certs, and the date the first and last certs with that problem were issued.

      304,829 certificates. First issued 2019-12-02, last 2020-02-29.

      5. The complete certificate data for the problematic certificates. 

      Attached as [caa-recheck.csv.gz](https://northgate.example.org/files/caa-recheck.csv.gz).

      ⟦root_cause⟧6. Explanation about how and why the mistakes were made or bugs introduced, and how they avoided detection until now.

      When a certificate request contained N domain names that needed a recheck, the loop picked one name and checked it N times. The cause was a common mistake in Go: taking a reference to a loop iterator variable.

      ```go
      for k, v := range m {
          // 2019-07-25: copy to avoid alias
          resp[k] = &v
      }
      ```

      The unit test had one name only.

      ⟦action_items⟧7. List of steps your CA is taking to resolve the situation and ensure such issuance will not be repeated in the future, accompanied with a timeline of when your CA expects to accomplish these things.

      ⟦item done⟧* Improve the unit test for CAA rechecking by 2020-03-06. (done)
      ⟦item⟧* Enable the linter that reports references to loop variables in all repositories, by 2020-03-20.
      ⟦item⟧* Upgrade to proto3, which makes the copy unnecessary: 2020-06-01.
      ⟦item⟧* Publish a tool for subscribers to check their certificates.
      """#),
    HouseDocument(
      "cloud review in bold questions", "managed-redis.md", date: "2025-07-16",
      #"""
      07/16/2025

      ## Post Incident Review (PIR) – Managed Redis – Connectivity issues in West Europe

      *This is our "Preliminary" PIR to share what we know so far. After our internal retrospective is completed (generally within 14 days) we will publish a "Final" PIR with additional details.*

      Watch our 'Incident Retrospective' video about this incident: <https://aka.example.com/air/XK2-P9G>

      ⟦summary⟧**What happened?**

      Between 11:36 UTC and 15:20 UTC on 16 July 2025, a platform issue resulted in connectivity failures for a subset of customers using Managed Redis in the West Europe region. Other regions were not affected. Customers may have seen timeouts (`RedisConnectionException`) when opening new connections.

      ⟦root_cause⟧**What went wrong and why?**

      Managed Redis relies on a gateway fleet that terminates TLS. As part of a routine certificate rotation, a new intermediate was distributed to the fleet. Due to a code defect in the loader, gateways with more than 512 tenants failed to reload the chain, and presented an incomplete one.

      Our safe deployment process (SDP) includes health checks between each stage. These checks only opened one connection per gateway, and the tenants they used lived on small gateways. As a result, the rotation proceeded through all stages within West Europe.

      ⟦timeline⟧**How did we respond?**

      ⟦at 2025-07-16T11:36Z⟧- 11:36 UTC on 16 July 2025 – Customer impact began, as the rotation reached the first large gateway.
      ⟦at 2025-07-16T11:52Z⟧- 11:52 UTC on 16 July 2025 – Service monitoring detected a drop in successful handshakes, and we began to investigate.
      ⟦at 2025-07-16T12:20Z⟧- 12:20 UTC on 16 July 2025 – We paused the rotation globally.
      ⟦at 2025-07-16T13:05Z⟧- 13:05 UTC on 16 July 2025 – We determined that the loader was the cause; targeted communications were sent to impacted customers via Service Health.
      ⟦at 2025-07-16T13:40Z⟧- 13:40 UTC on 16 July 2025 – Rollback to the previous chain started, gateway by gateway.
      ⟦at 2025-07-16T15:20Z⟧- 15:20 UTC on 16 July 2025 – Service(s) restored, and full mitigation confirmed.

      ⟦action_items⟧**How are we making incidents like this less likely or less impactful?**

      ⟦item done⟧- We have fixed the defect in the certificate loader, and have deployed it to all gateways. (Completed)
      ⟦item done⟧- We have extended our health checks to cover the largest gateways of each stage. (Completed)
      ⟦item⟧- We are building a synthetic tenant that validates the whole chain from outside. (Estimated completion: September 2025)
      ⟦item⟧- In the longer term, we will shard gateways such that none has more than 256 tenants. (Estimated completion: TBD)

      **How can customers make incidents like this less impactful?**

      - Consider implementing retry with exponential backoff, see <https://learn.example.com/redis/retry>.
      - Consider geo-replication: <https://learn.example.com/redis/geo>.
      - More generally, consider evaluating the reliability of your applications using guidance from the Well-Architected Framework.
      - Consider configuring Service Health alerts, so that the right people are notified. These can trigger emails, SMS, webhooks, and more.

      **How can we make our incident communications more useful?**

      You can rate this PIR and provide any feedback using our quick 3-question survey: <https://aka.example.com/survey/XK2-P9G>
      """#),
    HouseDocument(
      "numbered memo", "memo-15-07.md", date: "2015-11-03",
      #"""
      % Incident Memo 15-07
      % Network Operations
      % 9 November 2015

      ⟦summary⟧# 1. Abstract

      On 3 November 2015 a leak of 14,200 routes through a multihomed customer attracted traffic for 61 minutes. This memo describes the event, its cause, and what changes.

      # 2. Terminology

      "Leak" is used as in RFC 7908, type 1.

      ⟦timeline⟧# 3. Chronology

      All times UTC+1.

      ⟦at 2015-11-03T13:02Z⟧3.1. 2015-11-03 14:02 -- customer C1 replaces a router; filter list is empty

      ⟦at 2015-11-03T13:03Z⟧3.2. 2015-11-03 14:03 -- session up, 14,200 prefixes accepted from C1 (max-prefix was 20,000)

      ⟦at 2015-11-03T13:11Z⟧3.3. 2015-11-03 14:11 -- latency to four networks rises by 90 ms, NOC alarm 7731

      ⟦at 2015-11-03T13:40Z⟧3.4. 2015-11-03 14:40 -- peer P2 calls the NOC

      ⟦at 2015-11-03T14:03Z⟧3.5. 2015-11-03 15:03 -- session to C1 shut down

      ⟦impact⟧# 4. Effects

      4.1. Traffic of four networks took a path of 8 Mbit/s capacity.

      4.2. No traffic was inspected, to our knowledge.

      ⟦root_cause⟧# 5. Analysis of the cause

      Filters for C1 were built from its own as-set, which at that time contained the as-set of its other upstream.

      ⟦detection, resolution⟧# 6. Detection and response

      The alarm fired after 8 minutes and was classed as "remote". The call of P2 led to the shutdown.

      ⟦action_items⟧# 7. Corrective actions

      ⟦item done⟧7.1. max-prefix is the number of registered prefixes plus 20 percent. Done on 4 November 2015.

      ⟦item⟧7.2. Nested as-sets of other upstreams are refused by the generator. Due: 2015-12-15.

      ⟦item⟧7.3. Alarms for latency to a whole network are never "remote". Due: 2015-11-30.

      # 8. Acknowledgements

      Thanks to the engineers of P2.
      """#),
    HouseDocument(
      "government review", "register-of-deeds.md", date: "2021-02-11",
      #"""
      # Review of the incident of 11 February 2021

      Department of Records | Version 1.0 | 26 March 2021

      ⟦summary⟧## 1. Executive summary

      1.1 On 11 February 2021 the register of deeds was not available to the public from 09:10 to 17:30.

      1.2 This review makes three recommendations.

      ## 2. Background

      2.1 The register has run on its present platform since 2012.

      ⟦timeline⟧## 3. Sequence of events on the day

      ⟦at 2021-02-11T08:55Z⟧3.1 At 08:55 a contractor began work in the data hall under permit 21-114.

      ⟦at 2021-02-11T09:10Z⟧3.2 At 09:10 the contractor isolated the wrong breaker. Both feeds of rack C lost power.

      ⟦at 2021-02-11T09:40Z⟧3.3 At 09:40 the incident was declared.

      ⟦at 2021-02-11T13:00Z⟧3.4 At 13:00 power was restored, but the storage controller needed a part.

      ⟦at 2021-02-11T17:30Z⟧3.5 At 17:30 the register was available again.

      ⟦root_cause⟧## 4. Findings as to cause

      4.1 The two feeds of rack C came from one breaker. The drawings showed two.

      ⟦impact⟧## 5. Consequences for the public

      5.1 1,212 searches could not be made.

      ⟦action_items⟧## 6. Recommendations

      ⟦item⟧6.1 Drawings should be verified on site every year. (Accepted. Owner: Estates. Due: 30 June 2021)

      ⟦item⟧6.2 Permits should name breakers by their label. (Accepted and complete)

      ⟦item⟧6.3 The register should have a second site. (Under consideration)
      """#),
    HouseDocument(
      "table template", "branch-terminals.md", date: "2022-07-08",
      #"""
      # Post Incident Report: PIR-0098

      | | |
      |---|---|
      | **Title** | Branch terminals offline |
      | **Date** | 08/07/2022 |
      | **Author** | Incident Management |
      ⟦summary⟧| **Summary** | 212 branch terminals lost their connection between 08:30 and 10:05 BST. |
      ⟦impact⟧| **Impact** | Customers in 38 branches could not be served; queues at 12 of them. |
      ⟦root_cause⟧| **Root cause** | Expired RADIUS certificate on the branch gateway cluster. |
      ⟦resolution⟧| **Resolution** | Certificate renewed and services restarted. |

      ⟦timeline⟧## Timeline of key events (BST)

      | Date | Time | Event | Owner |
      |------|------|-------|-------|
      ⟦at 2022-07-07T22:59Z⟧| 07/07/2022 | 23:59 | Certificate expires | - |
      ⟦at 2022-07-08T07:30Z⟧| 08/07/2022 | 08:30 | First branches report terminals offline | Service Desk |
      ⟦at 2022-07-08T07:50Z⟧| | 08:50 | Major incident raised (INC0481122) | Incident Mgr |
      ⟦at 2022-07-08T08:35Z⟧| | 09:35 | Network team finds the expiry in the logs | Networks |
      ⟦at 2022-07-08T09:05Z⟧| | 10:05 | Certificate renewed, terminals back | Networks |

      ⟦action_items⟧## Follow-on actions

      | Ref | Action | Owner | Target date | Status |
      |---|---|---|---|---|
      ⟦item open⟧| A1 | Certificate inventory for the network estate | Networks | 29/07/2022 | In progress |
      ⟦item done⟧| A2 | 60/30/7 day expiry alerts | Monitoring | 15/07/2022 | Closed |
      ⟦item done⟧| A3 | Add to change calendar | Change | 12/07/2022 | Closed |
      """#),
    HouseDocument(
      "etherpad notes", "infra-outage.md", date: "2018-02-20",
      #"""
      Infra outage 2018-02-20 - notes from the etherpad
      ==================================================

      WHAT BROKE
        zuul executors could not reach the cloud in region ABC

      ⟦timeline⟧WHEN (UTC)

      ⟦at 2018-02-20T03:10Z⟧- 03:10 mnaser: maintenance at the provider begins
      ⟦at 2018-02-20T03:25Z⟧- 03:25 executors log `ConnectTimeout`
      ⟦at 2018-02-20T07:00Z⟧- 07:00 EU wakes up, gate queue is at 12h
      ⟦at 2018-02-20T07:20Z⟧- 07:20 region disabled in nodepool (https://review.example.org/546001)
      ⟦at 2018-02-20T11:45Z⟧- 11:45 region enabled again

      ⟦root_cause⟧ROOT CAUSE

      Router with a stale ARP entry after maintenance.

      ⟦impact⟧IMPACT

      Gate was 8 hours behind. ~200 changes got a spurious -2.

      ⟦action_items⟧ACTIONS

      ⟦item done⟧- fungi: ask the provider for maintenance mails [done]
      ⟦item⟧- ianw: nodepool should disable a region after N failures - story 2001589
      ⟦item⟧- clarkb: grafana board for launch failures
      """#),
  ]
}
