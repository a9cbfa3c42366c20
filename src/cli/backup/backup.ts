import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Config } from '../../app/config.ts'
import { keyFileOf } from '../../app/key-place.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { type Snapshot, takeSnapshot } from '../../store/keeping/backup.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { withServers } from '../with-database.ts'
import { type ArchivedFile, tarOf } from './archive.ts'
import { MANIFEST, Manifest } from './manifest.ts'

const words = catalogues.ja.backup

/** Rows of a table go into files of about this size, so that memory does not grow with the table. */
const PART_BYTES = 4_000_000

/** Writes a snapshot of the whole store (`tsunagi backup FILE`), beside a running bot or without one. */
export const backup = async (file: string, config: Config, clock: Clock = systemClock): Promise<Spoken> => {
  const taken = await access(file).then(
    () => true,
    () => false,
  )
  if (taken) return refused(words.fileTaken(file))
  return withServers(
    config,
    async ({ databaseUrl, isPractice }) => {
      const of = isPractice ? 'practice' : undefined
      return takeSnapshot(databaseUrl, (snapshot) => write(file, snapshot, config, clock.now(), of))
    },
    'either',
  )
}

const write = async (
  file: string,
  snapshot: Snapshot,
  config: Config,
  madeAt: Temporal.Instant,
  of: Manifest['of'],
): Promise<Spoken> => {
  if (snapshot.regionIds.length === 0) return refused(words.nothingThere)
  const { schema, tables, regionIds, keyIds } = snapshot
  const head = {
    format: 'tsunagi-backup',
    formatVersion: 1,
    of,
    madeAt,
    schema,
    tables,
    regionIds,
    keyIds,
  } as const
  const manifest: Manifest = { ...head, files: [] }
  const aside = `${file}.partial`
  try {
    const sink = createWriteStream(aside, { mode: 0o600, flags: 'w', flush: true })
    await pipeline(tarOf(contents(snapshot, manifest), madeAt), createGzip(), sink)
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    const { code, syscall }: NodeJS.ErrnoException = error instanceof Error ? error : new Error()
    if (syscall !== undefined && code !== undefined) return refused(words.notWritten(file, code))
    throw error
  }
  const rows = manifest.files.reduce((sum, one) => sum + one.rows, 0)
  const key = config.keys ? words.keyInEnvironment : words.keyInFile(await keyFileOf(config))
  return {
    ok: true,
    lines: [words.written(file, regionIds.length, tables.length, rows), key],
    data: { file, madeAt: madeAt.toString(), regions: regionIds, tables: tables.length, rows, keyIds },
  }
}

async function* contents(snapshot: Snapshot, manifest: Manifest): AsyncGenerator<ArchivedFile> {
  for (const regionId of [null, ...snapshot.regionIds])
    for (const table of snapshot.tables.filter(({ regional }) => regional === (regionId !== null))) {
      const folder = regionId === null ? 'installation' : `regions/${regionId}`
      let part = 0
      for await (const bytes of inParts(snapshot.copy(regionId, table))) {
        part += 1
        const path = `${folder}/${table.name}/${String(part).padStart(5, '0')}.copy`
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const rows = bytes.reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 0)
        manifest.files.push({ path, regionId, table: table.name, rows, bytes: bytes.length, sha256 })
        yield { path, bytes }
      }
    }
  yield { path: MANIFEST, bytes: Buffer.from(JSON.stringify(z.encode(Manifest, manifest), null, 1)) }
}

async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
