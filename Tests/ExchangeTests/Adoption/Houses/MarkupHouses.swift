/// Documents in HTML, with JSON front matter and in Jira's markup, and such with times relative to a start.
extension HouseDocument {
  static let markups: [HouseDocument] = [
    HouseDocument(
      "university in HTML", "campus-mail.md", date: "2019-01-22",
      #"""
      <h1>Major Incident Report: Campus e-mail and calendar</h1>

      <dl>
      <dt>Reference</dt><dd>MIR-2019-03</dd>
      <dt>Service</dt><dd>Staff e-mail, calendar, shared mailboxes</dd>
      <dt>Date of incident</dt><dd>22 January 2019</dd>
      <dt>Start time</dt><dd>08:10</dd>
      <dt>Time resolved</dt><dd>13:25</dd>
      <dt>Report author</dt><dd>Service Operations Manager</dd>
      </dl>

      ⟦summary⟧<h2>Executive summary</h2>

      <p>At the start of the second week of term, staff could not send or receive mail for just over five hours. About 6,400 mailboxes were affected. Students use another system and were <em>not</em> affected.</p>

      ⟦impact⟧<h2>Business impact</h2>

      <ul>
      <li>No staff mail between 08:10 and 13:25</li>
      <li>Exam board papers went out a day late</li>
      </ul>

      ⟦timeline⟧<h2>Sequence of events</h2>

      <table border="1">
      <tr><th>Time</th><th>Event</th><th>Who</th></tr>
      ⟦at 2019-01-22T07:30Z⟧<tr><td>07:30</td><td>Storage array firmware update begins (CHG0031881)</td><td>Storage</td></tr>
      ⟦at 2019-01-22T08:10Z⟧<tr><td>08:10</td><td>Database copies dismount; Outlook shows "Disconnected"</td><td>-</td></tr>
      ⟦at 2019-01-22T08:20Z⟧<tr><td>08:20</td><td>Service Desk receives first calls, queue at 45 by 08:30</td><td>Service Desk</td></tr>
      ⟦at 2019-01-22T08:55Z⟧<tr><td>08:55</td><td>Major incident declared, bridge opened</td><td>Duty manager</td></tr>
      ⟦at 2019-01-22T10:40Z⟧<tr><td>10:40</td><td>Vendor confirms known fault with multipath driver 4.1</td><td>Vendor</td></tr>
      ⟦at 2019-01-22T12:50Z⟧<tr><td>12:50</td><td>Driver downgraded on all four hosts</td><td>Storage</td></tr>
      ⟦at 2019-01-22T13:25Z⟧<tr><td>13:25</td><td>All databases mounted, queues drained</td><td>Messaging</td></tr>
      </table>

      ⟦root_cause⟧<h2>Cause</h2>

      <p>The firmware was not supported with the multipath driver installed. The compatibility matrix had been checked against the driver of the <strong>new</strong> hosts.</p>

      ⟦lessons⟧<h2>What we learned</h2>

      <p>Change approval looked at the calendar (before 08:00) and not at the dependency.</p>

      ⟦action_items⟧<h2>Recommendations</h2>

      <ol>
      ⟦item⟧<li>Compatibility check to name the driver of every host. <b>Owner:</b> Storage. <b>Due:</b> 28/02/2019</li>
      ⟦item done⟧<li>No storage changes in the first two weeks of term. <b>Owner:</b> CAB. <b>Due:</b> Complete</li>
      ⟦item⟧<li>Desk to have a recorded message ready within 10 minutes. <b>Owner:</b> Service Desk. <b>Due:</b> 31/03/2019</li>
      </ol>
      """#),
    HouseDocument(
      "web page", "members-area.md", date: "2020-06-30",
      #"""
      ---
      layout: page
      title: Service disruption on 30 June
      ---

      <section class="intro">
      <p>On 30 June 2020 our members' area was not available for most of the afternoon.</p>
      </section>

      ⟦summary⟧<h3>What happened</h3>

      <p>
      A plugin update wrote 60 GB of logs into a partition of 40 GB.
      </p>

      ⟦timeline⟧<h3>Timeline</h3>

      <table class="table table-striped">
        <thead>
          <tr>
            <th scope="col">When (BST)</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          <tr>
      ⟦at 2020-06-30T11:40Z⟧      <td>12:40</td>
            <td>Plugin updated automatically</td>
          </tr>
          <tr>
      ⟦at 2020-06-30T12:15Z⟧      <td>13:15</td>
            <td>Disk full, site returns errors</td>
          </tr>
          <tr>
      ⟦at 2020-06-30T14:50Z⟧      <td>15:50</td>
            <td>Volunteer with access comes home</td>
          </tr>
          <tr>
      ⟦at 2020-06-30T15:20Z⟧      <td>16:20</td>
            <td>Logs removed, site back</td>
          </tr>
        </tbody>
      </table>

      ⟦action_items⟧<h3>Next steps</h3>

      <ul>
      ⟦item⟧  <li>
          Log rotation for all plugins
        </li>
      ⟦item⟧  <li>A second volunteer with access</li>
      ⟦item⟧  <li>Automatic updates only on week days</li>
      </ul>

      ⟦lessons⟧<h3>Lessons</h3>

      <p>One person is not a rota.</p>
      """#),
    HouseDocument(
      "JSON front matter", "signup.md", date: "2018-05-30",
      #"""
      {
        "title": "Outage of the signup service",
        "date": "2018-06-04T10:00:00Z",
        "tags": ["outage", "signup"],
        "draft": false
      }

      On May 30, 2018 nobody could sign up for 96 minutes. Here's the story.

      ⟦timeline⟧## Timeline, in UTC

      <ul>
      ⟦at 2018-05-30T09:12Z⟧<li><b>09:12</b> We rotate the key of the captcha provider.</li>
      ⟦at 2018-05-30T09:13Z⟧<li><b>09:13</b> All signups fail with <code>invalid-input-secret</code>.</li>
      ⟦at 2018-05-30T09:55Z⟧<li><b>09:55</b> Marketing asks why the campaign has no conversions.</li>
      ⟦at 2018-05-30T10:31Z⟧<li><b>10:31</b> Old key found in an environment file of the second cluster.</li>
      ⟦at 2018-05-30T10:48Z⟧<li><b>10:48</b> Both clusters use the new key. Signups recover.</li>
      </ul>

      ⟦root_cause⟧## The cause

      The rotation script knows one cluster. We've had two since April.

      ⟦impact⟧## Who was affected

      An estimated 2,100 people, of which some came back.

      ⟦action_items⟧## What are we changing?

      <ol>
      ⟦item done⟧<li>The script reads the list of clusters from the inventory. <em>(done)</em></li>
      ⟦item⟧<li>An alert for "no signups in 10 minutes" (bug 4410)</li>
      ⟦item⟧<li>Campaign launches are announced in #deploys (PR 88)</li>
      </ol>
      """#),
    HouseDocument(
      "Jira markup", "settlement.md", date: "2024-08-14",
      #"""
      h1. INC-20417 Batch settlement not delivered

      ||Field||Value||
      |Reported|14/Aug/24 06:12|
      |Resolved|14/Aug/24 10:47|
      |Priority|P1 - Critical|

      ⟦summary⟧h2. Summary

      The settlement file of 13 August was not delivered to the acquirer by the cut-off of 06:00 BST.

      ⟦timeline⟧h2. Timeline

      || Time (BST) || Event ||
      ⟦at 2024-08-14T01:00Z⟧| 14/Aug/24 02:00 | Job SETL01 starts |
      ⟦at 2024-08-14T01:04Z⟧| 14/Aug/24 02:04 | SETL01 waits for a lock held by the archive job |
      ⟦at 2024-08-14T05:12Z⟧| 14/Aug/24 06:12 | Acquirer calls the service desk |
      ⟦at 2024-08-14T06:30Z⟧| 14/Aug/24 07:30 | Archive job killed, SETL01 continues |
      ⟦at 2024-08-14T09:47Z⟧| 14/Aug/24 10:47 | File delivered and acknowledged |

      ⟦root_cause⟧h2. Root Cause

      The archive job was moved from Sunday to daily on 12 August (CHG-88112), and takes a table lock.

      ⟦impact⟧h2. Impact

      * 412 merchants were paid a day late
      * No penalty was charged

      ⟦action_items⟧h2. Actions

      ⟦item⟧* SETL-771 - Archive job without table lock - *Owner:* DBA team - *Due:* 30/Aug/24
      ⟦item done⟧* SETL-772 - Alert when SETL01 has not ended by 04:00 - *Owner:* Batch Ops - *Status:* Done
      ⟦item⟧* SETL-773 - Change board to see lock modes - *Owner:* Change Mgmt - *Due:* 15/Sep/24
      """#),
    HouseDocument(
      "relative times", "load-test.md", date: "2019-09-05",
      #"""
      # Load test that wasn't one (2019-09-05)

      ⟦summary⟧**TL;DR** – we pointed the load generator at production for nineteen minutes.

      ⟦impact⟧## Impact

      p99 went from 180 ms to 4 s; 0.7 % errors; nobody complained.

      ⟦timeline⟧## What we saw, minute by minute

      T0 is 14:02 UTC.

      ⟦at 2019-09-05T14:02Z⟧- T+0 — generator starts with the wrong `TARGET`
      ⟦at 2019-09-05T14:05Z⟧- T+3m — autoscaler adds 40 pods
      ⟦at 2019-09-05T14:13Z⟧- T+11m — pager: p99 over 1 s
      ⟦at 2019-09-05T14:19Z⟧- T+17m — "who is 10.8.0.14?"
      ⟦at 2019-09-05T14:21Z⟧- T+19m — generator killed

      ⟦root_cause⟧## Why

      The variable is set by a shell script that falls back to production when the file is missing.

      ⟦action_items⟧## How we'll avoid this

      ⟦item⟧- fall back to nothing
      ⟦item⟧- the generator refuses hosts that aren't on a list — [LOAD-12](https://jira.example.com/browse/LOAD-12)
      ⟦item declined⟧- ~~separate network~~ not worth it
      """#),
  ]
}
