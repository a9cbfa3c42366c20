import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { regionFileDocs } from '../../../scripts/region-file-docs.ts'
import { readRegionFile } from '../../../src/cli/region/read-region-file.ts'
import { diffRegions } from '../../../src/domain/region/diff-regions.ts'
import { Region } from '../../../src/domain/region/region.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { sampleRegion } from '../../support/product.ts'

const words = catalogues.ja.regionFile
const sample = () => readFile(new URL('../../../examples/regions/saikatsuhoku.yaml', import.meta.url), 'utf8')
const faultsIn = (text: string) => {
  const read = readRegionFile(text, words)
  if (read.ok) throw new Error('the file was taken')
  return read.faults
}

test('docs/region-file.md says what the schema says', async () => {
  const docs = await readFile(new URL('../../../docs/region-file.md', import.meta.url), 'utf8')
  expect(docs).toBe(regionFileDocs())
})

test('a region written out reads back the same', async () => {
  const region = await sampleRegion()
  const again = Region.parse(z.encode(Region, region))
  expect(diffRegions(region, again)).toEqual([])
  expect(diffRegions(undefined, region)[0]).toEqual({ kind: 'add', noun: 'region', id: 'saikatsuhoku' })
})

test.each([
  ['id: kumo, name', 'id: kumo, nmae', 'offices[6].nmae', 'name'],
  ['office: kumo, roles', 'office: kumoo, roles', 'members[9].office', 'kumo'],
  [
    'parent: unei\n    disclosure: codes\n    members: [{ officeKind: plan }',
    'parent: renrakukai\n    disclosure: codes\n    members: [{ officeKind: plan }',
    'bodies[4].parent',
    '自分に戻ります',
  ],
  ['rule: "FREQ=MONTHLY;BYDAY=3WE"', 'rule: "FREQ=MONTHLY;BYDAY=9XX"', 'series[4].rule', 'RRULE'],
  [
    'rule: "FREQ=MONTHLY;BYDAY=3WE"',
    'rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"',
    'series[4].rule',
    '当てはまる日がありません',
  ],
  [
    'officeHours: { from: "09:00", to: "17:00" }',
    'officeHours: { from: "17:00", to: "09:00" }',
    'officeHours',
    '始まりより前',
  ],
  ['digestAt: "09:00"', 'digestAt: "07:00"', 'settings.digestAt', 'officeHours'],
  ['{ id: satte, name: 幸手市 }', '{ id: hasuda, name: 幸手市 }', 'municipalities[2].id', '2回'],
])('%s written as %s is named at its place', async (right, wrong, path, message) => {
  const text = await sample()
  expect(text).toContain(right)
  const broken = text.replace(right, wrong)
  const fault = faultsIn(broken).find((one) => one.path === path)
  expect(fault?.message).toContain(message)
  const before = broken.slice(0, broken.indexOf(wrong)).split('\n').length
  expect(Math.abs((fault?.line ?? 0) - before)).toBeLessThanOrEqual(8)
})

test('text that is no YAML is told with its line', () => {
  expect(faultsIn('id: x\nname: [')[0]).toMatchObject({ line: 2, message: expect.stringContaining('YAML') })
})
