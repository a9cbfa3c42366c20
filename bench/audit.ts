import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { assemble, planRegions } from '../src/app/assemble.ts'
import { systemClock } from '../src/app/system-clock.ts'
import type { Account, Interaction, Reply } from '../src/bot/port.ts'
import { hasRole } from '../src/domain/member/roles.ts'
import { beginTrail, recordAnswer, recordRefusal } from '../src/handlers/trail.ts'
import type { Database, Scope } from '../src/store/engine/database.ts'
import { claimEvent } from '../src/store/outbox/received-events.ts'
import { saveRegion } from '../src/store/region/regions.ts'
import { middleOf, onScratch, print } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * Measures what the audit log costs a command, in a region of 5,000 cases: the transaction of a command with what its
 * real answer leaves there, turn by turn with the same transaction without it. A refusal has a transaction of its own
 * for it, all of which counts. Run: `node bench/audit.ts [--json]`.
 */

const CASES = 5_000
const SPECIALISTS = 140
const ROUNDS = 400
const WARM_UP = 50

type Asked = { name: string; interaction: Interaction; reply: Reply; isRefused: boolean }

const ask = (account: Account, press: string, options: Record<string, string> = {}) => {
  const common = { account, press: { command: press, options }, event: randomUUID() }
  return { ...common, kind: 'run' as const }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The lowest decile: what it takes where nothing else wants the processor. */
const quiet = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN

/** The added milliseconds of one answer: with its rows less without. */
const cost = async (
  database: Database,
  by: Parameters<typeof beginTrail>[0],
  { name, interaction, reply, isRefused }: Asked,
) => {
  const record = async (scope: Scope): Promise<void> => {
    const trail = beginTrail({ ...by, action: name }, scope)
    if (!isRefused) return recordAnswer(scope, trail, reply, interaction.kind !== 'run')
    return recordRefusal(scope, trail, interaction, { reply, isOnRecord: true, isShowing: false }, true)
  }
  const claims = interaction.kind === 'run'
  const run = (work: (scope: Scope) => Promise<unknown>) =>
    timed(() =>
      database.inRegion(by.regionId, async (scope) => {
        if (claims) await claimEvent(scope, randomUUID(), by.at)
        await work(scope)
      }),
    )
  const [bare, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const without = await run(async () => undefined)
    const withRows = isRefused
      ? without + (await timed(() => database.inRegion(by.regionId, record)))
      : await run(record)
    if (round < WARM_UP) continue
    bare.push(without)
    ours.push(withRows)
  }
  return {
    bareMs: middleOf(bare),
    addedMs: middleOf(ours) - middleOf(bare),
    quietAddedMs: quiet(ours) - quiet(bare),
  }
}

const figures = await onScratch(async ({ databaseUrl, redisUrl, client, keyring }) => {
  const region = await regionOf('bench', SPECIALISTS)
  const assembly = assemble({
    databaseUrl,
    redisUrl,
    keyring,
    clock: systemClock,
    log: pino({ level: 'silent' }),
  })
  try {
    const { database, dispatch } = assembly
    await database.inRegion(region.id, (scope) => saveRegion(scope, region))
    await planRegions(assembly)
    await addCases(client, region, CASES, { from: '2026-01-01', recordedUntil: '2026-04-01' })
    await client.query('analyze')
    const { rows } = await client.query<{ code: string; member_id: string; office_id: string }>(
      'select code, member_id, office_id from cases order by code limit 1',
    )
    const [own] = rows
    const other = region.members.find(
      (one) => hasRole(one, 'specialist') && one.office !== undefined && one.office !== own?.office_id,
    )
    if (!own || !other) throw new Error('the region has no case')
    const account = (user: string): Account => ({ platform: 'practice', workspace: region.id, user })
    const me = account(own.member_id)
    const asked: Omit<Asked, 'reply' | 'isRefused'>[] = [
      { name: 'case.list', interaction: ask(me, 'case.list') },
      { name: 'case.show', interaction: ask(me, 'case.show', { case: own.code }) },
      { name: 'home', interaction: { kind: 'home', account: me, event: randomUUID() } },
      {
        name: 'suggest',
        interaction: { ...ask(me, 'case.show'), kind: 'suggest', option: 'case', typed: '' },
      },
      { name: 'tsunagi.help', interaction: ask(me, 'tsunagi.help') },
      { name: 'refused', interaction: ask(account(other.id), 'case.show', { case: own.code }) },
    ]
    const by = {
      regionId: region.id,
      memberId: own.member_id,
      listId: own.office_id,
      action: '',
      at: systemClock.now(),
    }
    const found: Record<string, object> = {}
    for (const { name, interaction } of asked) {
      const reply = await dispatch(interaction)
      found[name] = await cost(database, by, { name, interaction, reply, isRefused: name === 'refused' })
    }
    return found
  } finally {
    await assembly.close()
  }
})
print({ audit: { cases: CASES, ...figures } })
