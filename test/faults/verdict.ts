import pg from 'pg'
import { nonceOf } from '../../src/bot/discord/mark.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { followUpTexts } from '../../src/store/followup/follow-ups.ts'
import { asAdministrator } from '../support/database.ts'
import type { Stage } from './stage.ts'

/** What became of every promise, by the wire and the store. In health all lists of trouble are empty. */
export type Verdict = {
  sent: number
  /** Planned and not on the wire, or not even planned where a run without faults plans it. */
  lost: string[]
  /** On the wire more than once, or without a plan. */
  duplicated: string[]
  /** Due, and neither done nor under way. */
  stuck: string[]
  /** Forms that a person was told are taken: not stored, or stored more than once; forms whose trace is missing. */
  forms: string[]
  crashes: string[]
  longestDelaySeconds: number
  /** What was planned, in words that are the same in every run. */
  planned: string[]
}

type Delivery = {
  key: string
  kind: string
  place: string
  state: string
  due: boolean
  planned_for: Date
  sent_message: string | null
}

/** When a message that carries this key was seen on the wire, in the product's time. */
type Wire = { byKey: Map<string, number[]>; ids: Set<string> }

export const judge = async (
  stage: Stage,
  typed: readonly string[],
  until: Temporal.Instant,
  expected: readonly string[] | undefined,
): Promise<Verdict> => {
  const { deliveries, reminders, audited } = await rowsOf(stage)
  const wire = wireOf(stage)
  const planned = deliveries
    .filter(({ planned_for }) => planned_for.getTime() <= until.epochMilliseconds)
    .map(wordsFor)
  const missing = expected ? without(expected, planned) : []
  const surplus = expected ? without(planned, expected) : []
  return {
    sent: deliveries.filter(({ state }) => state === 'sent').length,
    lost: [...missing.map((one) => `not planned: ${one}`), ...deliveries.flatMap((row) => lostOf(row, wire))],
    duplicated: [...surplus.map((one) => `planned beyond: ${one}`), ...duplicatesOf(deliveries, wire)],
    stuck: [...reminders, ...deliveries.filter(({ due }) => due).map(wordsFor)],
    forms: await formFaults(stage, typed, audited),
    crashes: stage.processes.crashes,
    longestDelaySeconds: longestDelay(deliveries, wire),
    planned,
  }
}

const rowsOf = async ({ databaseUrl, regionId, clock }: Stage) => {
  const client = new pg.Client({ connectionString: asAdministrator(databaseUrl) })
  await client.connect()
  try {
    await client.query(`select set_config('app.region', $1, false)`, [regionId])
    const now = [clock.now().toString()]
    const { rows: deliveries } = await client.query<Delivery>(
      `select key, kind, coalesce(channel, account) as place, state, planned_for, sent_message,
         state in ('waiting', 'sending') and due_at <= $1 as due
       from deliveries order by planned_for, key`,
      now,
    )
    const { rows: reminders } = await client.query<{ key: string }>(
      'select key from reminders where settled_at is null and due_at <= $1',
      now,
    )
    const { rows: audited } = await client.query<{ subject_id: string }>(
      `select subject_id from audit_log where action = 'followup.add' and access = 'change'`,
    )
    return {
      deliveries,
      reminders: reminders.map(({ key }) => `reminder ${key}`),
      audited: audited.map(({ subject_id }) => subject_id),
    }
  } finally {
    await client.end()
  }
}

const wordsFor = ({ kind, place, planned_for }: Delivery): string =>
  `${kind} to ${place} on ${planned_for.toISOString().slice(0, 10)}`

const wireOf = ({ slack, discord }: Stage): Wire => {
  const byKey = new Map<string, number[]>()
  const ids = new Set<string>()
  const note = (key: string, at: number) => byKey.set(key, [...(byKey.get(key) ?? []), at])
  for (const { ts, metadata } of slack.messages) {
    ids.add(ts)
    const key = metadata?.event_payload.key
    if (key !== undefined) note(String(key), Number(ts) * 1_000)
  }
  for (const { id, nonce } of discord.messages) {
    ids.add(id)
    if (nonce !== undefined) note(nonce, Number((BigInt(id) >> 22n) + 1_420_070_400_000n))
  }
  return { byKey, ids }
}

/** Slack's messages carry the key, Discord's its nonce. */
const onWire = ({ key }: Delivery, { byKey }: Wire): number[] =>
  byKey.get(key) ?? byKey.get(nonceOf(key)) ?? []

const lostOf = (row: Delivery, wire: Wire): string[] => {
  const isThere = onWire(row, wire).length > 0 || wire.ids.has(row.sent_message ?? '')
  return row.state === 'sent' && !isThere ? [`not on the wire: ${wordsFor(row)}`] : []
}

const duplicatesOf = (deliveries: readonly Delivery[], wire: Wire): string[] => {
  const known = new Set(deliveries.flatMap(({ key }) => [key, nonceOf(key)]))
  const unknown = [...wire.byKey.keys()].filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => `without a plan: ${key}`),
    ...deliveries.flatMap((row) =>
      onWire(row, wire)
        .slice(row.state === 'skipped' ? 0 : 1)
        .map(() => `again: ${wordsFor(row)}`),
    ),
  ]
}

const longestDelay = (deliveries: readonly Delivery[], wire: Wire): number =>
  Math.max(
    0,
    ...deliveries.flatMap((row) => onWire(row, wire).map((at) => (at - row.planned_for.getTime()) / 1_000)),
  )

/** What is in `all` and not in `some`, as often as it is missing. */
const without = (all: readonly string[], some: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const one of some) left.set(one, (left.get(one) ?? 0) + 1)
  return all.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}

const formFaults = async (
  { databaseUrl, regionId, key }: Stage,
  typed: readonly string[],
  audited: readonly string[],
): Promise<string[]> => {
  const client = new pg.Client({ connectionString: asAdministrator(databaseUrl) })
  await client.connect()
  await client.query(`select set_config('app.region', $1, false)`, [regionId])
  const { rows } = await client.query<{ id: string }>('select id from follow_ups')
  await client.end()
  const ids = rows.map(({ id }) => id)
  const database = openDatabase(databaseUrl, keyring([key]), () => undefined)
  const texts = await database.inRegion(regionId, (scope) => followUpTexts(scope, ids))
  await database.close()
  const stored = [...texts.values()].map(({ what }) => what)
  return [
    ...without(typed, stored).map((one) => `not stored: ${one}`),
    ...without(stored, typed).map((one) => `stored beyond: ${one}`),
    ...without(ids, audited).map((id) => `no trace of follow-up ${id}`),
    ...without(audited, ids).map((id) => `a trace of no follow-up: ${id}`),
  ]
}
