import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { licencesPage, type Package, packagesOf } from '../../scripts/licences.ts'

/** May be shipped with a program under Apache-2.0: MPL-2.0 as a library that is not changed. */
const FITTING = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'MPL-2.0',
])

let packages: Package[]
beforeAll(async () => {
  packages = await packagesOf(new URL('../../package-lock.json', import.meta.url))
})

test('every package of the lockfile is pinned to its contents, for every system', () => {
  expect(packages.length).toBeGreaterThan(200)
  expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
})

test('what is shipped has a licence that fits ours, and docs/licences.md lists it', async () => {
  const shipped = packages.filter((one) => one.shipped)
  expect(shipped.filter(({ licence }) => !FITTING.has(licence))).toEqual([])
  const page = await readFile(new URL('../../docs/licences.md', import.meta.url), 'utf8')
  expect(page).toBe(licencesPage(packages))
})
