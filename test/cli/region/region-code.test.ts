import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { applyRegion } from '../../../src/cli/region/apply.ts'
import { codeForRegion, newRegion } from '../../../src/cli/region/code.ts'
import { asOwner, freshDatabase } from '../../support/database.ts'

const SAMPLE = new URL('../../../examples/regions/saikatsuhoku.yaml', import.meta.url).pathname
let folder: string
let config: Config
let databaseUrl: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-code-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  databaseUrl = await freshDatabase()
  const read = readConfig({ DATABASE_URL: databaseUrl, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: folder })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  config = read.config
})

const codes = (region: string) =>
  asOwner(databaseUrl, region, async (owner) => (await owner.query('select * from connect_codes')).rows)

test('a new region has its coordinator and a code, and no more', async () => {
  const spoken = await newRegion('mihon', { name: '見本圏域', coordinator: '見本 みどり' }, config)
  expect(spoken.ok && spoken.lines[0]).toMatch(/^コード: [A-Z]{4}-[A-Z]{4}-[A-Z]{4}$/)
  expect(spoken.data).toMatchObject({ region: 'mihon', member: 'member-1' })
  expect(await codes('mihon')).toMatchObject([{ may_connect: true, made_by: null, used_at: null }])
  const again = await newRegion('mihon', { name: '見本圏域', coordinator: '見本 みどり' }, config)
  expect(again).toMatchObject({ ok: false, lines: [expect.stringContaining('もうあります')] })
})

test('a code is for one coordinator, who is named where there are several', async () => {
  expect(await codeForRegion({}, config)).toMatchObject({ ok: false })
  await applyRegion(SAMPLE, false, config)
  const unnamed = await codeForRegion({}, config)
  expect(unnamed).toMatchObject({ ok: false, lines: [expect.stringContaining('midori（見本 みどり）')] })
  expect(await codeForRegion({ member: 'sakura' }, config)).toMatchObject({ ok: false })
  expect(await codes('saikatsuhoku')).toEqual([])
  expect(await codeForRegion({ member: 'daichi' }, config)).toMatchObject({
    ok: true,
    data: { member: 'daichi' },
  })
})

test.each([
  ['Mihon', '見本', '小文字'],
  ['mihon', '', '80文字'],
])('region new %s %s is refused in one line', async (id, name, why) => {
  const spoken = await newRegion(id, { name, coordinator: '見本 みどり' }, config)
  expect(spoken).toMatchObject({ ok: false, lines: [expect.stringContaining(why)] })
})
