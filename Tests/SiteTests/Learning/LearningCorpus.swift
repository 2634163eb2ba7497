/// Incidents that are good to learn from, and some that are not.
let learningCorpus = """
  -- debrief.yml --
  services:
    shop: {title: Shop}
  severity:
    SEV1: Nobody can buy
    SEV2: Buying is slow
  -- a.md --
  ---
  id: PM-1
  title: A full cache forgets the baskets
  severity: SEV1
  services: [shop]
  started: 2024-02-29T13:00Z
  detected: 2024-02-29T13:05Z
  mitigated: 2024-02-29T13:40Z
  resolved: 2024-02-29T15:00Z
  detection: {source: customer}
  root_causes: [cache]
  ---
  ## Timeline

  - 13:00 a release goes out
  - 13:05 customers call
  - 13:20 the cache is seen to be empty
  - 13:40 **Mitigation:** the release is taken back[^1]
  - 14:10 baskets fill again, see [above](#timeline)

  ## Root cause

  Words.

  ## Where we got lucky

  Nobody was buying.

  ## Action items

  - [ ] Set a limit

  [^1]: A note.
  -- b.md --
  ---
  id: PM-2
  title: Again
  severity: SEV2
  services: [shop]
  started: 2023-03-03T10:00Z
  root_causes: [cache]
  ---
  ## Timeline

  - 10:00 one moment
  -- c.md --
  ---
  id: PM-3
  title: A slow day
  services: [shop]
  started: 2022-06-01T10:00Z
  ---
  Slow.
  -- d.md --
  ---
  id: PM-4
  title: Not finished
  status: draft
  services: [shop]
  started: 2021-02-28T10:00Z
  ---
  ## What surprised us

  Nothing yet.

  """
