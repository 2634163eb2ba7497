/// The modes, a line each: the name, then words and pairs of words that stand for it.
enum FailureModeTable {
  static let text = """
    certificate: certificate, cert, tls, ssl, x509, letsencrypt, acme, keystore, truststore
    expiry: expire, expired, expires, expiry, expiration, renew, renewal, lapsed
    memory: memory, oom, oomkilled, ram, heap, swap, mem, gc
    leak: leak, leaked, leaking, leakage
    full disk: disk full, full disk, disk space, no space, enospc, storage full, volume full, disk usage, free space, storage space, disk filled, inode, inodes
    processor: cpu, cpus, vcpu, throttled, throttling, cores
    connections: connection pool, pool exhaustion, max connections, many connections, connection limit, open connections, database connections, connection exhaustion, pgbouncer, connection count, idle connections
    file handles: inotify, descriptor, descriptors, ulimit, open files, file handles, fds, ephemeral ports, conntrack
    exhaustion: exhaust, exhausted, exhaustion, exhausting, starve, starved, starvation, saturated, saturation, overload, overloaded, overcommit, overcommitted, depleted, ran out, run out, running out, used up, maxed out, insufficient, filled up
    number range: bigint, int32, int64, integer, overflow, wraparound, autoincrement, auto increment, 32 bit, rollover counter, xid
    surge: surge, spike, spiked, flood, flooded, burst, swamp, swamped, influx, popular, viral, hug, traffic, thundering herd, stampede
    abuse: bot, bots, crawler, crawling, scraper, scraping, ddos, attack, attacker, malicious, illegitimate, abuse, abusive, spam
    queue: queue, queued, queues, backlog, consumer lag, piling, kafka lag, dead letter
    name resolution: dns, resolver, nameserver, nxdomain, coredns, hostname, dnssec, domain name
    billing: billing, bill, budget, fund, funds, funding, invoice, payment method, credits, spend, subscription, unpaid
    credentials: credential, token, tokens, password, secret, secrets, api key, api keys, access key, private key, service account
    permissions: permission, privilege, privileges, rbac, iam, acl, acls, forbidden, unauthorized, access denied, least privilege, role binding, firewall
    accounts: account, accounts, employee, sso, oauth, saml, login
    incompatibility: mismatch, mismatched, incompatible, incompatibility, conflict, conflicting, differ, differing, backward, backwards, compatibility, deprecated, deprecation, breaking change, removed api
    dependency: dependency, dependencies, gem, gems, package, packages, library, bundler, gemfile, lockfile, sdk, upstream, npm, pip, wheel
    version: version, versions, pin, pinned, unpinned, bump, bumped, version lock, latest tag
    upgrade: upgrade, upgraded, upgrading, patching, kernel update, os upgrade
    configuration: config, configuration, misconfiguration, misconfigured, yml, yaml, environment variable, env var, parameter, flag default, template
    migration: migration, migrations, migrated, migrating, schema, backfill, alter table
    database: database, databases, db, postgres, postgresql, mysql, mariadb, sql, mongodb, cassandra, index scan, slow query, query plan
    locking: deadlock, deadlocks, lock contention, contention, locked, row lock, mutex, race condition, concurrency, race
    addresses: subnet, subnets, cidr, ip address, ip addresses, ip starvation, ip exhaustion, nat gateway, ip range, ip ranges
    load balancing: alb, albs, elb, loadbalancer, haproxy, load balancer, load balancers, target group, target groups, health check, health checks, healthcheck
    detachment: detach, detached, detaching, attach, attached, attachment, reattach, reattached, association, deregistered, deregistration, disassociated
    ingress: ingress, nginx, traefik, envoy, reverse proxy, gateway
    admission: webhook, webhooks, admission, kyverno, gatekeeper
    volumes: pvc, pvcs, volume, volumes, persistent volume, mount, mounted, nfs, ebs
    orphans: orphan, orphaned, orphans, zombie, leftover, dangling, stale, stuck terminating, garbage, culler, culled
    sick node: notready, unhealthy, hung, hang, hangs, unresponsive, cordon, cordoned, reboot, rebooted, node failure, kubelet, drained
    image: docker image, image, images, registry, imagepullbackoff, dockerfile, base image
    cache: cache, caches, cached, caching, redis, memcached, stale cache, invalidation, ttl
    timeouts: timeout, timeouts, timed out, time out, deadline, slow, latency
    retries: retry, retries, retried, retrying, backoff, retry storm, thundering
    scaling: autoscaler, autoscaling, autoscale, scaleup, scale, scaled, scaling, capacity, provisioned, undersized
    accident: accident, accidental, accidentally, unintended, unintentional, unintentionally, mistake, mistakenly, typo, typographical, wrong, wrongly, fat finger, inadvertently, manual command
    vendor: vendor, vendors, third party, provider, supplier, status page, aws outage, cloud provider
    limits: limit, limits, quota, quotas, guarantee, guarantees, threshold, rate limit, rate limiting, ratelimit, cap
    crash: crash, crashed, crashes, crashing, crashloop, crashlooping, crashloopbackoff, panic, segfault, core dump
    bad data: malformed, invalid, corrupt, corrupted, corruption, unparseable, null, nil, negative, unexpected format, bad data, poison, parse
    priority: priority, priorities, preemption, preempted, priority class, eviction, evicted, prioritization
    scheduled jobs: cron, cronjob, cronjobs, scheduled job, scheduled task, nightly, batch job
    rollback: revert, reverted, reverting, rollback, rolled back, roll back, rolling back
    testing: staging, sandbox, qa, test suite, test coverage, canary, untested, smoke test, integration test
    watching: monitor, monitoring, unmonitored, not alerted, no alert, no alerts, no monitoring, alerting gap, silent
    resources: create operations, update operations, create update, crud, api server, apiserver, etcd, control plane
    network: network, packet, packets, packet loss, routing, route, bgp, vpc, peering, link, switch, router, fibre, mtu
    power: power, ups, cooling, datacenter, data center, fire, generator, overheating
    hardware: hardware, raid, drive failure, disk failure, faulty disk, bad sector, nic, firmware
    replication: replication, replica, replicas, failover, failback, standby, primary, secondary, split brain, quorum, leader election, consensus, replication lag, slave
    backups: backup, backups, restore, restored, snapshot, data loss, lost data
    deletion: delete, deleted, deletes, deletion, dropped, truncate, truncated, removed, wiped, purge, purged, teardown, overwritten, overwrite
    clocks: clock, ntp, leap, timezone, daylight, dst, clock skew, time zone
    feature flags: feature flag, feature flags, flag, toggle, kill switch, experiment
    encryption: encryption, decrypt, cipher, signing, signature, key rotation, vault, rotate, rotated, rotation
    regular expression: regex, regexp, regular expression, backtracking, waf, rule engine, infinite loop, recursion
    """
}
