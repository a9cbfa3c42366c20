import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { monitoringMonths } from '../../../src/cli/monitoring/months.ts'

const run = promisify(execFile)
const CLI = new URL('../../../src/cli/tsunagi.ts', import.meta.url).pathname

/** What the ministry published, with where it can be read. */
const Published = z.array(
  z.object({
    id: z.string(),
    input: z.object({
      validity_start: z.string(),
      validity_end: z.string(),
      kind: z.string(),
      intervals: z.array(
        z.object({ every_months: z.number(), certificate_first: z.string(), certificate_last: z.string() }),
      ),
    }),
    expected: z.array(z.string()),
  }),
)
const published = Published.parse(
  JSON.parse(await readFile(new URL('../../fixtures/monitoring/published.json', import.meta.url), 'utf8')),
)

test.each(published)('$id, on the command line', async ({ input, expected }) => {
  const [interval] = input.intervals
  const { stdout } = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    CLI,
    'monitoring',
    'months',
    ...['--start', input.validity_start, '--end', input.validity_end, '--kind', input.kind],
    ...['--interval', String(interval?.every_months)],
    ...['--first', interval?.certificate_first ?? '', '--last', interval?.certificate_last ?? ''],
    '--json',
  ])
  expect(JSON.parse(stdout)).toEqual({ months: expected, basis: 'certificate', proposed: false })
})

test('lines pasted as they are printed add up', () => {
  const plan = { start: 'H28.5.1', end: 'H29.4.30', kind: 'new' }
  const line = ['１月ごと（Ｈ２８．５～Ｈ２８．７）', '6月ごと(H28.10~H29.4)']
  expect(monitoringMonths({ ...plan, line }).data).toMatchObject({
    months: ['2016-05', '2016-06', '2016-07', '2016-10', '2017-04'],
    basis: 'certificate',
    proposed: false,
  })
})

test.each([
  ['decision', ['2026-04', '2026-05', '2026-06', '2026-09', '2027-03']],
  ['next', ['2026-05', '2026-06', '2026-07', '2026-09', '2027-03']],
])('without a line a new plan is proposed back from the end month, counted from %s', (newStart, months) => {
  const plan = { start: '2026-04-10', end: '2027-03-31', kind: 'new', interval: '6', newStart }
  expect(monitoringMonths(plan).data).toEqual({ months, basis: 'end-month', proposed: true })
})

const GOOD = { start: '2026-04-01', end: '2027-03-31', kind: 'renewal', interval: '6' }
test.each([
  [{ start: 'きのう' }, '--start'],
  [{ end: '2026-03-31' }, '--end'],
  [{ kind: 'old' }, '--kind'],
  [{ interval: '5' }, '--interval'],
  [{ first: '2026-09' }, '--last'],
  [{ first: '2026-09', last: '2027-02' }, '間隔'],
  [{ first: '2027-03', last: '2026-09' }, '前'],
  [{ line: ['いつも'] }, '--line'],
  [{ newStart: 'later' }, '--new-start'],
])('%j is refused in one line that names what is wrong', (wrong, named) => {
  const said = monitoringMonths({ ...GOOD, ...wrong })
  expect(said.ok).toBe(false)
  expect(said.lines).toHaveLength(1)
  expect(said.lines[0]).toContain(named)
})

test('bad input prints nothing but its line, and ends non-zero', async () => {
  const bad = run(process.execPath, [
    CLI,
    'monitoring',
    'months',
    '--start',
    'x',
    '--end',
    'y',
    '--kind',
    'new',
  ])
  await expect(bad).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--start') })
})
