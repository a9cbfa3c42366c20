import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tarOf } from '../../src/cli/backup/archive.ts'
import { MANIFEST } from '../../src/cli/backup/manifest.ts'
import { readBackup } from '../../src/cli/backup/read-backup.ts'
import { fuzz } from './inputs.ts'
import { mutated } from './mutate.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-backups-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const MADE_AT = Temporal.Instant.from('2026-04-01T00:00:00Z')
const ROWS = Buffer.from('mihon\tS-0901\n')
const FILE = {
  path: 'mihon/cases.copy',
  regionId: 'mihon',
  table: 'cases',
  rows: 1,
  bytes: ROWS.length,
  sha256: createHash('sha256').update(ROWS).digest('hex'),
}
const WHOLE = {
  format: 'tsunagi-backup',
  formatVersion: 1,
  madeAt: MADE_AT.toString(),
  schema: [{ hash: 'a', when: 1 }],
  regionIds: ['mihon'],
  tables: [{ name: 'cases', columns: ['region_id', 'code'], regional: true }],
  keyIds: ['k'],
  files: [FILE],
}

const archive = async (manifest: unknown): Promise<Buffer> => {
  const files = async function* () {
    yield { path: FILE.path, bytes: ROWS }
    yield { path: MANIFEST, bytes: Buffer.from(JSON.stringify(manifest)) }
  }
  return Buffer.concat(await Array.fromAsync(tarOf(files(), MADE_AT)))
}
const readBytes = async (bytes: Uint8Array) => {
  const path = join(folder, 'backup.tar.gz')
  await writeFile(path, bytes)
  return readBackup(path)
}

type Hit = [number, number, number]
const hit = (bytes: Buffer, hits: readonly Hit[]): Buffer => {
  let made = Buffer.from(bytes)
  for (const [at, byte, how] of hits) {
    const place = at % Math.max(1, made.length)
    if (how === 0) made = made.subarray(0, place)
    else if (how === 1) made = Buffer.concat([made.subarray(0, place), made.subarray(place + 13)])
    else if (made.length > 0) made[place] = byte
  }
  return made
}

test('a backup that was changed anywhere is refused, and one that was not is read', async () => {
  expect(await readBytes(gzipSync(await archive(WHOLE)))).toMatchObject({ ok: true })
  const input = fc.record({
    manifest: mutated(WHOLE),
    inside: fc.array(fc.tuple(fc.nat(1 << 20), fc.nat(255), fc.nat(9)), { maxLength: 3 }),
    outside: fc.array(fc.tuple(fc.nat(1 << 20), fc.nat(255), fc.nat(9)), { maxLength: 2 }),
  })
  await fuzz('backups', input, async ({ manifest, inside, outside }) => {
    const read = await readBytes(hit(gzipSync(hit(await archive(manifest), inside), { level: 1 }), outside))
    if (!read.ok) expect(['not-a-backup', 'newer', 'damaged']).toContain(read.reason)
    else expect(read.manifest.files[0]?.sha256).toBe(FILE.sha256)
  })
})
