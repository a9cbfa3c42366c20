import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import { expect, test } from 'vitest'
import { makeLog } from '../../src/observability/log.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'

const MARKER = 'めじるしの文章'

const written = (write: (log: Logger) => void): { line: string; read: Record<string, unknown> } => {
  const lines: string[] = []
  write(makeLog('trace', { write: (line) => void lines.push(line) }))
  const [line = ''] = lines
  return { line, read: JSON.parse(line) }
}

test('a query that fails is told by its code and place, without its values', async () => {
  const product = await startProduct(tokyo('2026-11-16T08:00'))
  const region = await sampleRegion()
  await product.load(region)
  const failing = product.database.inRegion(region.id, (scope) =>
    scope.tx.execute(sql`select ${MARKER}::uuid as "id"`),
  )
  const error = await failing.catch((thrown: unknown) => thrown)
  expect(String(error)).toContain(MARKER)
  const { line, read } = written((log) => log.error({ error, region: region.id }, 'a job failed'))
  expect(line).not.toContain(MARKER)
  expect(read).toMatchObject({
    level: 50,
    region: region.id,
    msg: 'a job failed',
    error: { type: 'DrizzleQueryError', cause: { type: 'DatabaseError', code: '22P02', severity: 'ERROR' } },
  })
  expect(JSON.stringify(read.error)).toContain('log.test.ts')
})

test('an error that quotes what could not be read is told without the quotation, alone or among others', () => {
  const unreadable = (() => {
    try {
      return JSON.parse(MARKER)
    } catch (error) {
      return error as Error
    }
  })()
  expect(unreadable.message).toContain(MARKER.slice(0, 3))
  const all = new AggregateError([unreadable, new Error('no job deliver-due')], 'deliveries 1, 2')
  for (const write of [
    (log: Logger) => log.error({ error: unreadable }, 'failed'),
    (log: Logger) => log.error(unreadable),
    (log: Logger) => log.error({ err: unreadable }),
    (log: Logger) => log.error({ error: all }, 'failed'),
    (log: Logger) => log.error({ deep: [{ failed: new Error('outer', { cause: unreadable }) }] }, 'failed'),
  ]) {
    const { line } = written(write)
    expect(line).not.toContain(MARKER.slice(0, 3))
    expect(line).toContain('SyntaxError')
  }
  expect(written((log) => log.error({ error: all }, 'failed')).read.error).toMatchObject({
    message: 'deliveries 1, 2',
    errors: [{ type: 'SyntaxError' }, { type: 'Error', message: 'no job deliver-due' }],
  })
})

test('what people write and what opens doors is cut out at any depth; ids and instants stay', () => {
  const at = tokyo('2026-11-16T08:00')
  const { line, read } = written((log) =>
    log.info(
      {
        delivery: 'd-1',
        at,
        values: { report: MARKER },
        asked: { press: { command: 'summary.submit', quoted: MARKER }, rows: [{ id: 1, text: MARKER }] },
        access: { slack: { token: `xoxb-${MARKER}` } },
      },
      'kept',
    ),
  )
  expect(line).not.toContain(MARKER)
  expect(read).toMatchObject({
    delivery: 'd-1',
    at: at.toString(),
    asked: { press: { command: 'summary.submit' }, rows: [{ id: 1 }] },
  })
})
