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
    blame | The release engineer should not have merged on a Friday.
    blame | A junior developer had forgotten to commit the lock file.
    blame | The change was rolled out by an operator who ignored the freeze.
    blame | Unfortunately, the sysadmin forgot to mount the volume.
    blame | The on-call SRE should have silenced the right alert.
    blame | The approver never read the plan.
    blame | @pat did not tell the support team about the switch.
    blame | The engineers failed to notice the growing queue.
    blame | This mistake was made because the contributor was careless.
    blame | The incident manager failed to hand over properly.
    blame | The developers should have documented the flag.
    blame | Two of our colleagues neglected to rotate their tokens.
    blame | He did not follow the procedure.
    blame | The person doing the upgrade forgot to take a snapshot.
    blame | It turned out that the technician had failed to plug in the second cable.
    blame | The employee's negligence led to the leak.
    blame | The owner of the service should have updated the contact.
    blame | The architect overlooked the limit of the queue.
    blame | The DBA dropped the index and forgot to recreate it.
    blame | The tester missed the regression.
    blame | An engineer from the payments team ignored the failing check.
    blame | They should have asked first, said the review; the engineer should have asked first.
    blame | The engineer was at fault.
    blame | The staff on shift failed to react to the alarm.
    human-error-as-cause | Root cause: operator error.
    human-error-as-cause | The configuration was wrong because of a human error.
    human-error-as-cause | Human error led to the deletion of the volume.
    human-error-as-cause | In the end it was simply human error.
    counterfactual | If the developer had read the documentation, this would not have happened.
    counterfactual | The engineer could have stopped the rollout at 10:05.
    counterfactual | The incident could have been prevented if the operator had double-checked the hostname.
    counterfactual | Had the on-call escalated at once, the outage would have been half as long.
    counterfactual | The reviewer could have caught the typo.
    counterfactual | If the on-call engineer had acknowledged the page, the escalation would have stopped.
    - | The backup failed to finish before the window closed.
    - | The primary should have handed over to the secondary.
    - | Monitoring should have caught this.
    - | The engineer was paged, but the page failed to arrive.
    - | The scripts written by the contractor failed to handle spaces.
    - | The author field should have been filled by the form.
    - | The staff portal failed to load.
    - | Engineers on call should have been told about the freeze.
    - | The engineer saw two hosts with the same name and restarted the first.
    - | The operator had no way to see which cluster was active.
    - | The person on call was asleep, as the page was not urgent.
    - | We should have rolled back sooner.
    - | Nobody should have been able to delete the bucket.
    - | No developer could have seen this in review.
    - | The team was alerted by a customer.
    - | The reviewer approved the change, which should have been blocked by the check.
    - | The maintainer's key had expired, and the mirror failed to sync.
    - | The on-call forwarded the alert that should have gone to the network team.
    - | The employee directory failed to sync.
    - | The webhook from the admin panel should have been signed.
    - | The driver forgot the device after a reset.
    - | The firewall missed the packet.
    - | Human review of each change takes an hour.
    - | The wizard makes operator errors unlikely.
    - | The tool could have refused the command.
    - | If the build had failed, the engineer would have been told.
    - | The engineer could see the error but not its source.
    - | Had there been a canary, two users would have noticed.
    - | The disk failed, and the engineer replaced it.
    - | The handover notes did not mention the pause.
    - | The developer asked for a review and received none.
    - | Staff were not trained on the new console, and it should have had a test mode.
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
