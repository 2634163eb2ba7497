import Testing

/// Sentences in the shapes that post-mortems have, each with the rule that must report it, or `-`.
enum SentenceList {
  static let text = """
    blame | The developer forgot to add the new host to the list.
    blame | The on-call engineer should have checked the replication lag first.
    blame | The operator failed to follow the runbook.
    blame | An admin neglected to renew the certificate.
    blame | The contractor was careless with the production credentials.
    blame | He should have asked before restarting the database.
    blame | She forgot that the cron job was still paused.
    blame | The reviewer did not bother to read the diff.
    blame | The release manager ought to have waited for the canary.
    blame | @kim should have tested the migration on staging.
    blame | @kim overlooked the second configuration file.
    blame | One of the engineers forgot to close the maintenance window.
    blame | The author of the change failed to update the dashboard.
    blame | The engineer on call ignored the first three pages.
    blame | A member of the storage team misjudged the size of the table.
    blame | The intern never checked the output of the script.
    blame | The database administrator didn't verify the backup.
    blame | The engineer merged the change and forgot to run the migration.
    blame | The developer, who was new to the team, failed to notify support.
    blame | The outage was the operator's fault.
    blame | It was the fault of the on-call engineer that the disk filled up.
    blame | The SRE who ran the command should have read the prompt.
    blame | The deploy went wrong because the engineer had forgotten the second region.
    blame | The engineer responsible for the rollout did not communicate the change.
    blame | We were negligent in rotating the keys.
    blame | The team lead should never have approved this change.
    blame | The network team failed to announce the maintenance.
    blame | At 14:05 the operator mistakenly broke the build and failed to tell anyone.
    blame | The technician was responsible for the outage.
    blame | The employee made a grave mistake during the upgrade.
    blame | The incident commander should have escalated sooner.
    blame | The maintainers should have noticed the deprecation notice.
    blame | Someone should have looked at the graphs on Sunday.
    blame | Somebody forgot to remove the test account.
    blame | Everyone forgot about the licence.
    blame | The incident was caused by the operator forgetting to drain the node.
    blame | Why did the developer forget to check the limit?
    blame | The change went out because of sheer carelessness.
    blame | The upgrade was done in a reckless way.
    blame | Although the staging run had failed, the engineer ignored the warning.
    blame | The engineers were not careful; they should have been more careful.
    blame | The consultant did not follow the change process.
    blame | The on-call was supposed to check the queue every hour.
    blame | The programmer clearly should've validated the input.
    blame | I should have rolled back at once.
    blame | I forgot to tell the support desk.
    blame | The first alert came at 09:12, but the on-call missed the page.
    blame | Forgot to re-enable the alert after the maintenance.
    blame | The colleague on duty did not ask for help.
    blame | The developer caused the outage with an untested query.
    blame | The reviewers shouldn't have approved a change of this size.
    blame | The engineer restarting the cluster failed to read the warning.
    blame | The outage lasted longer due to her negligence.
    blame | The admin's failure to document the password cost an hour.
    blame | Both engineers neglected their duties during the freeze.
    blame | The developer ought to know the difference between the two flags.
    blame | The **operator** screwed up the failover.
    blame | We did not even bother to test the restore.
    human-error-as-cause | The root cause was human error.
    human-error-as-cause | The outage was due to operator error during the upgrade.
    human-error-as-cause | Human error in choosing the wrong region.
    human-error-as-cause | A user error in the console removed the bucket.
    human-error-as-cause | This was caused by an admin error.
    human-error-as-cause | We put it down to finger trouble.
    human-error-as-cause | A fat finger in the terminal stopped all servers.
    human-error-as-cause | Cause: Human Error
    human-error-as-cause | A simple human mistake took the site down.
    counterfactual | The operator could have noticed the lag an hour earlier.
    counterfactual | The outage would have been prevented if the reviewer had read the plan.
    counterfactual | If the engineer had checked the disk, the write would have succeeded.
    counterfactual | Had the developer tested the script, the table would not have been dropped.
    counterfactual | If only the on-call had looked at the second dashboard.
    counterfactual | If only we had rehearsed the failover.
    counterfactual | The DBA could easily have prevented the lock.
    counterfactual | She could have rolled back within a minute.
    counterfactual | This could have been avoided if the admin had followed the checklist.
    counterfactual | It would have been caught if @kim had run the tests.
    counterfactual | If the operator had not restarted the node, the quorum would have survived.
    counterfactual | The on-call engineers could have escalated to the vendor.
    - | The pod failed to start.
    - | The deploy failed to complete within ten minutes.
    - | The alert should have fired at 10:05.
    - | We should have had an alert on the queue length.
    - | The service should have retried the request.
    - | The scheduler forgot the node after the restart.
    - | The load balancer ignored the health check.
    - | The validator overlooked an empty field.
    - | The on-call engineer should have been paged at 10:05.
    - | Developers should have access to the logs of production.
    - | The engineer should have had a second pair of eyes.
    - | Nobody noticed the errors for two hours.
    - | No one was paged, and no engineer failed to respond.
    - | The operator console failed to load.
    - | The developer portal forgot the session.
    - | The Kubernetes operator failed to reconcile the resource.
    - | The admin interface should have asked for a confirmation.
    - | The runbook of the operator should have named the second host.
    - | The job started by the engineer failed to finish.
    - | The engineer restarted the pod, which failed to start.
    - | The engineer noticed that the pod failed to start.
    - | The engineer tried and failed to reach the host over the VPN.
    - | The on-call did not check the queue because the dashboard was green.
    - | The engineer did not have any hint that the host was in production.
    - | The on-call did not notice the alert in the noise.
    - | It is not that the operator should have known.
    - | This does not mean that the engineer forgot anything.
    - | If an engineer forgets the flag, the tool now asks.
    - | The tool checks whether the developer forgot the flag.
    - | The author of the report wrote "the operator was careless".
    - | One comment read “the developer should have tested this”.
    - | We failed to validate the singleton.
    - | We forgot to pay the bill of the domain.
    - | We did not test the migration on a full copy.
    - | We could have detected this earlier with a probe.
    - | Our team failed to keep the two lists in step.
    - | Users should have seen an error page.
    - | Users forgot their passwords and the reset failed.
    - | Customers failed to log in between 10:00 and 10:20.
    - | The vendor failed to announce the maintenance.
    - | The node was ignored by the scheduler, and the page was missed.
    - | The warning was overlooked for a week.
    - | The change should have been caught in review.
    - | An attacker could have read the table.
    - | Any engineer could have made this change.
    - | The on-call could not have known that the key had expired.
    - | The outage could have been shorter.
    - | The alert could have fired earlier if the threshold had been lower.
    - | If the canary had run for an hour, the leak would have shown.
    - | If the engineer had had access, the restart would have taken a minute.
    - | If only one replica is up, writes are refused.
    - | Had the flag been off, the old code would have run.
    - | If the page had reached the on-call, the outage would have been shorter.
    counterfactual | Engineers could have looked at twelve dashboards, and none showed the queue.
    - | This was not human error: the console offered both hosts.
    - | The new form prevents human error.
    - | The service answered with a user error message.
    - | Blaming human error explains nothing, and no operator error was found.
    - | The rate of user errors rose to 4 %.
    - | The engineer followed the runbook, and the runbook named the wrong host.
    - | The operator ran the command that the page asked for.
    - | The developer should have a way to see the plan before it runs.
    - | Reviewers should have been given the list of affected hosts.
    - | The retry loop was aggressive and failed to back off.
    - | The etcd member failed to rejoin the cluster.
    - | The package manager failed to resolve the dependency.
    - | The OCSP responder failed to answer.
    - | The error message did not tell which limit was hit.
    - | The release notes did not mention the change; the engineer read them twice.
    - | `systemd` failed to start the unit, and `operator` should have restarted it.
    - | The check that the developer had added failed to run.
    - | The cache should not have held the entry for an hour.
    - | The engineer was responsible for the storage service.
    - | The email to the on-call should have arrived at 10:02.
    - | Many requests failed, and they should have been retried.
    - | The lease expired, and the lock was forgotten by the coordinator.
    - | The engineer's error log was empty.
    - | The mistake in the template passed all checks.
    """

  struct Entry: Sendable, CustomTestStringConvertible {
    let rule: String?
    let sentence: String

    var testDescription: String { "\(rule ?? "nothing"): \(sentence)" }
  }

  static let entries = text.split(separator: "\n").compactMap { line -> Entry? in
    guard let bar = line.firstIndex(of: "|") else { return nil }
    let rule = line[..<bar].filter { $0 != " " }
    let sentence = line[line.index(after: bar)...].drop { $0 == " " }
    return Entry(rule: rule == "-" ? nil : rule, sentence: String(sentence))
  }
}
