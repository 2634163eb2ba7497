/// Styles met later: questions for headings, mail, memoranda, days by name, times that count from the start.
extension HouseDocument {
  static let later: [HouseDocument] = [
    HouseDocument(
      "review of an order pipeline", "aws-coe.md", date: "2022-03-14",
      """
      # Correction of Error: Order pipeline backlog

      **COE ID:** 20931
      **Impact start:** 14 March 2022 17:05 UTC
      **Impact end:** 14 March 2022 19:40 UTC
      **Owner:** Fulfilment Platform

      ⟦summary⟧### What happened?

      Orders were accepted and not passed on for 155 minutes.

      ⟦impact⟧### What was the impact on customers and your business?

      18,400 orders shipped a day late.

      ⟦root_cause⟧### What was the root cause?

      A queue consumer was throttled by a quota that nobody had raised.

      ### What data do you have to support this?

      Queue depth graph in the dashboard.

      ### What were the critical pillar implications, especially security?

      None.

      ⟦timeline⟧### Incident timeline

      ⟦at 2022-03-14T17:05Z⟧17:05 UTC — queue depth begins to rise

      ⟦at 2022-03-14T17:48Z⟧17:48 UTC — alarm OrdersAgeOfOldest fires

      ⟦at 2022-03-14T18:30Z⟧18:30 UTC — quota found, limit increase asked for

      ⟦at 2022-03-14T19:40Z⟧19:40 UTC — backlog is gone

      ### 5 Whys

      1. Why was the queue not drained? The consumer was throttled.
      2. Why? The quota was reached.

      ⟦lessons⟧### What lessons did you learn?

      1. Quotas are part of capacity.

      ⟦action_items⟧### What corrective actions are you taking?

      ⟦item done⟧1. Raise the quota to 4x peak. Owner: Fulfilment Platform. Due: 2022-03-15. Status: Complete
      ⟦item open⟧2. Alarm at 70 % of each quota. Owner: Observability. Due: 2022-04-30. Status: In progress
      """),
    HouseDocument(
      "review of a cloud region", "azure-pir.md", date: "2023-06-02",
      """
      ## Post Incident Review – Storage – West region – Tracking ID 4K1C-9D8

      ⟦summary⟧**What happened?**

      Between 11:34 UTC on 2 June 2023 and 14:10 UTC on 2 June 2023, a subset of customers using Storage in
      the West region saw failures.

      ⟦root_cause⟧**What went wrong and why?**

      A firmware update of the top-of-rack switches was applied to two planes at once. The safety check
      compared planes by a label that the newest racks do not have.

      ⟦resolution⟧**How did we respond?**

      ⟦at 2023-06-02T11:34Z⟧- 11:34 UTC on 2 June 2023 – Customer impact began.
      ⟦at 2023-06-02T11:41Z⟧- 11:41 UTC on 2 June 2023 – Automated monitoring alerted our engineers.
      ⟦at 2023-06-02T12:55Z⟧- 12:55 UTC on 2 June 2023 – Update stopped, rollback begun.
      ⟦at 2023-06-02T14:10Z⟧- 14:10 UTC on 2 June 2023 – All storage nodes reachable, incident mitigated.

      ⟦action_items⟧**How are we making incidents like this less likely or less impactful?**

      ⟦item done⟧- We have added the label to all racks. (Completed)
      ⟦item⟧- We will refuse an update when a plane is unknown. (Estimated completion: July 2023)
      ⟦item⟧- In the longer term, we will update one rack at a time. (Estimated completion: December 2023)

      **How can customers make incidents like this less impactful?**

      - Use zone-redundant storage.
      """),
    HouseDocument(
      "mail to all users", "email.md", date: "2018-11-07",
      """
      Subject: [postmortem] mail relays blocked on 2018-11-07

      Hi all,

      as promised here is what happened to outbound mail on Wednesday, 7 November 2018.

      ⟦summary⟧Short version: our relays were put on a block list and mail to the outside was delayed up to 6 hours.

      ⟦impact⟧What users noticed:

      Mail to external recipients arrived late. Nothing was lost.

      ⟦timeline⟧What happened, in order (all times CET):

      ⟦at 2018-11-07T07:50Z⟧ * 08:50 a compromised account starts to send spam
      ⟦at 2018-11-07T08:35Z⟧ * 09:35 the block list adds both relays
      ⟦at 2018-11-07T10:10Z⟧ * 11:10 first ticket in the help desk
      ⟦at 2018-11-07T11:20Z⟧ * 12:20 account locked, delisting asked for
      ⟦at 2018-11-07T13:55Z⟧ * 14:55 delisted, queues run

      ⟦root_cause⟧Root cause:

      The account had a weak password and no rate limit applied to authenticated senders.

      ⟦action_items⟧What we are going to do about it:

      ⟦item done⟧ 1. rate limit for authenticated senders (postmasters, done)
      ⟦item⟧ 2. alarm on the length of the outbound queue (monitoring, until 2018-12-01)
      ⟦item⟧ 3. second relay pool in another network (networks, 2019-Q1)

      Regards,
      the postmasters
      """),
    HouseDocument(
      "memorandum", "rfc-like.md", date: "2017-01-24",
      """
      POSTMORTEM-0042

      ⟦summary⟧1. Abstract

      The time service drifted by 41 seconds on 2017-01-24 and tokens were refused.

      ⟦impact⟧2. Scope of the incident

      All token-based logins in region "north".

      ⟦timeline⟧3. Course of events

      ⟦at 2017-01-24T06:00Z⟧2017-01-24T06:00:00Z  upstream source lost
      ⟦at 2017-01-24T09:17Z⟧2017-01-24T09:17:30Z  drift exceeds 30 s, logins fail
      ⟦at 2017-01-24T09:40Z⟧2017-01-24T09:40:00Z  cause understood
      ⟦at 2017-01-24T09:52Z⟧2017-01-24T09:52:00Z  source replaced

      ⟦root_cause⟧4. Analysis

      All three servers used the same upstream.

      ⟦action_items⟧5. Remedies

      ⟦item⟧a) Use four independent sources. [ops, 2017-02-01]
      ⟦item done⟧b) Alarm on drift above 1 s. [ops, done]

      6. Security considerations

      None.
      """),
    HouseDocument(
      "game studio", "game-studio.md", date: "2023-02-10",
      """
      # Matchmaking meltdown - S4 launch weekend

      - Started: 2023-02-10 17:58 PT
      - All clear: 2023-02-11 03:20 PT
      - Facilitator: LiveOps

      ⟦summary⟧## TLDR

      Launch traffic was three times the forecast.

      ⟦impact⟧## Player impact

      Queues of two hours; 70k refunds.

      ⟦timeline⟧## Log

      ### Friday

      ⟦at 2023-02-11T01:58Z⟧- 17:58 servers open
      ⟦at 2023-02-11T02:05Z⟧- 18:05 queue length alarm
      ⟦at 2023-02-11T03:30Z⟧- 19:30 we add all spare hosts

      ### Saturday

      ⟦at 2023-02-11T09:15Z⟧- 01:15 region EU is full
      ⟦at 2023-02-11T11:20Z⟧- 03:20 queues under five minutes

      ⟦contributing_factors⟧## Things that bit us

      - Forecast made from the beta.

      ## Why it took so long

      Hosts take an hour to boot.

      ⟦root_cause⟧## Root cause(s)

      No admission control in the matchmaker.

      ⟦action_items⟧## Actionables

      ⟦item open⟧* [LIVE-77] Admission control (owner: backend, ETA: 2023-03-01) - IN PROGRESS
      ⟦item done⟧* [LIVE-78] Golden image that boots in 5 min (owner: infra) - DONE
      ⟦item declined⟧* [LIVE-79] Buy more hosts - REJECTED
      """),
    HouseDocument(
      "open-source cluster", "k8s-sig.md", date: "2022-08-30",
      """
      # Prow outage 2022-08-30

      **Author(s)**: @ci-robots
      **Reviewed**: 2022-09-06

      ⟦impact⟧## What did users see?

      Presubmits stayed in `Pending`.

      ⟦timeline⟧## Timeline of the incident

      Time | Event
      --- | ---
      ⟦at 2022-08-30T20:10Z⟧T0 (2022-08-30 20:10 UTC) | new component config merges
      ⟦at 2022-08-30T20:18Z⟧T+8m | first report on Slack
      ⟦at 2022-08-30T20:45Z⟧T+35m | revert merges
      ⟦at 2022-08-30T21:15Z⟧T+1h05m | backlog is processed

      ⟦root_cause⟧## Diagnosis

      A field was renamed and strict parsing was off.

      ⟦detection⟧## How did we find out?

      Users.

      ⟦resolution⟧## Mitigation

      Revert.

      ⟦lessons⟧## Learnings

      Strict parsing everywhere.

      ⟦action_items⟧## AIs

      ⟦item open⟧- [ ] strict parsing (kubernetes/test-infra#27321) /assign @alice-ci
      ⟦item done⟧- [x] alert on pending jobs (kubernetes/test-infra#27322)
      """),
    HouseDocument(
      "young company", "startup-doc.md", date: "2020-02-29",
      """
      **Incident 2020-02-29: subscriptions renewed twice**

      *Severity:* high
      *Commander:* jo

      ⟦summary⟧**What happened**

      Leap day renewals ran on the 29th and on the 1st.

      ⟦impact⟧**How did it affect users?**

      1,204 people were charged twice.

      ⟦detection⟧**How did we learn about it?**

      A tweet.

      ⟦root_cause⟧**What caused it?**

      `next_renewal` compares days of the month.

      ⟦resolution⟧**What did we do?**

      Refunded everybody by hand.

      ⟦timeline⟧**When did things happen?**

      ⟦at 2020-02-29T00:05Z⟧• 00:05 UTC – renewals run
      ⟦at 2020-02-29T09:40Z⟧• 09:40 UTC – tweet
      ⟦at 2020-02-29T11:00Z⟧• 11:00 UTC – job disabled
      ⟦at 2020-02-29T16:30Z⟧• 16:30 UTC – refunds sent

      ⟦action_items⟧**Going forward**

      ⟦item⟧• jo: write tests for leap days
      ⟦item done⟧• sam: add an idempotency check to renewals (done)
      ⟦item⟧• jo: document the refund script
      """),
    HouseDocument(
      "story in a blog", "blog-story.md", date: "2019-08-27",
      """
      ---
      title: "The night the cron jobs ate our database"
      date: 2019-09-02
      tags: [postmortem]
      ---

      On the night of August 27th, 2019 our app was down for most of North America. This is the story.

      ## Setting the scene

      We run a single primary. In March 2018 we moved all cron jobs to one box.

      ⟦summary⟧## The outage

      At midnight every job started at once.

      ⟦timeline⟧## How it unfolded (times in Eastern)

      ⟦at 2019-08-27T04:00Z⟧**12:00 AM** - 43 jobs start

      ⟦at 2019-08-27T04:04Z⟧**12:04 AM** - connections run out

      ⟦at 2019-08-27T04:31Z⟧**12:31 AM** - Priya wakes up and kills the jobs

      ⟦at 2019-08-27T06:10Z⟧**2:10 AM** - replicas have caught up

      ⟦root_cause⟧## The culprit

      A crontab with forty-three lines that all begin with `0 0`.

      ⟦impact⟧## How bad was it?

      We lost 2 hours of sign-ups.

      ⟦resolution⟧## Getting back on our feet

      We killed the jobs and restarted the pooler.

      ⟦action_items⟧## What's changing

      ⟦item⟧- Jobs get a random delay
      ⟦item done⟧- One pool for jobs, another for users (shipped!)
      ⟦item⟧- Priya gets a day off

      ## Thanks

      To all who waited.
      """),
  ]
}
