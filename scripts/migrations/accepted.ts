/** The last migration of the time before there was a version to live beside: only its tables are looked at. */
export const LAST_ALONE = '0004_day-finding-and-more'

/** What a rule refuses and yet stands, each with its reason. An entry that no fault answers to fails, too. */
export const ACCEPTED: readonly { tag: string; rule: string; what?: string; reason: string }[] = [
  {
    tag: '0005_installations',
    rule: 'table-of-a-region',
    what: 'install_states',
    reason: 'An installation begins before its region is known: only tsunagi_vault may read it.',
  },
  {
    tag: '0005_installations',
    rule: 'table-of-a-region',
    what: 'installations',
    reason: 'A workspace may take the app in before it is connected: only tsunagi_vault may read it.',
  },
  {
    tag: '0007_connecting',
    rule: 'table-of-a-region',
    what: 'connect_attempts',
    reason: 'A code tried in vain names no region: only tsunagi_gate counts them.',
  },
  {
    tag: '0010_rates',
    rule: 'table-of-a-region',
    what: 'paces',
    reason:
      "A platform's limits are shared by all regions: only tsunagi_gate may read them, no content in it.",
  },
  {
    tag: '0008_due-in-region',
    rule: 'require-concurrent-index-creation',
    reason: 'Of a partial index few rows are sorted; senders wait for it and send afterwards.',
  },
  {
    tag: '0009_watching',
    rule: 'require-concurrent-index-creation',
    reason: 'Retention keeps the table small; senders wait for the index and send afterwards.',
  },
  {
    tag: '0012_keys-within-regions',
    rule: 'require-concurrent-index-creation',
    reason:
      'Some thousand short rows a region: writers of summaries wait for the index, less than a second, and go on.',
  },
  {
    tag: '0012_keys-within-regions',
    rule: 'contraction',
    reason:
      'Foreign keys, which no upsert names; the keys that take their place refuse all that they refused.',
  },
]
