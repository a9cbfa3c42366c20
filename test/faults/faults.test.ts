import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokyo } from '../support/product.ts'
import { BREAKING_PLATFORMS, BREAKING_TIME } from './breaking-platforms.ts'
import { BREAKING_PROCESSES } from './breaking-processes.ts'
import { BREAKING_SERVERS } from './breaking-servers.ts'
import { type Fault, fault } from './fault.ts'
import { type FaultServers, startFaultServers } from './servers.ts'
import { prepareTemplate } from './stage.ts'
import { printRow, printTable, type Row } from './table.ts'
import { FORM, type Script, tryFault } from './try-fault.ts'

/** The short form has three mornings and an agenda in it, the long one a month. */
const [START, END] =
  FORM === 'short' ? ['2026-04-10T08:30', '2026-04-14T15:00'] : ['2026-04-01T08:30', '2026-04-30T15:00']
const SEED = Number(process.env.FAULTS_SEED ?? 1)
const ONLY = new RegExp(process.env.FAULTS_ONLY ?? '')

const FAULTS: readonly Fault[] = [
  ...BREAKING_PROCESSES,
  ...BREAKING_SERVERS,
  ...BREAKING_PLATFORMS,
  ...BREAKING_TIME,
].filter(({ name, times }) => ONLY.test(name) && times[FORM] > 0)

let servers: FaultServers
let script: Script
const rows: Row[] = []
/** Said at once, too: the whole takes long. */
const note = (row: Row): void => {
  rows.push(row)
  printRow(row)
}

beforeAll(async () => {
  servers = await startFaultServers()
  const [start, end] = [tokyo(START), tokyo(END)]
  script = { region: await prepareTemplate(servers, start), start, end, seed: SEED, healthy: undefined }
})

afterAll(async () => {
  printTable(rows, SEED)
  await servers.stop()
})

const nothingBreaks = fault({ name: 'nothing breaks', strike: async () => undefined })

test('when nothing breaks, everything that is planned goes out once', async () => {
  const tried = await tryFault(nothingBreaks, servers, script)
  note({ name: nothingBreaks.name, tried })
  expect(tried).toMatchObject({ lost: [], duplicated: [], stuck: [], forms: [], crashes: [] })
  expect(tried.sent).toBeGreaterThan(40)
  script = { ...script, healthy: { planned: tried.planned, occasions: tried.occasions } }
})

describe('each message once, each form once, nothing stuck, no trace missing:', () => {
  test.for(FAULTS)('$name', async (one, { skip }) => {
    const why = one.impossible?.(servers)
    if (why !== undefined) {
      note({ name: one.name, impossible: why })
      skip(why)
    }
    const tried = await tryFault(one, servers, script)
    note({ name: one.name, tried })
    const { lost, duplicated, stuck, forms, crashes } = tried
    const trouble = { lost, duplicated, stuck, forms, crashes }
    const none = { lost: [], duplicated: [], stuck: [], forms: [], crashes: [] }
    expect(trouble, `seed ${SEED}\n${tried.lines.slice(-12).join('\n')}`).toEqual(none)
    expect(tried.times).toBe(one.times[FORM] * one.blows)
  })
})
