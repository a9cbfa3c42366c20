import { access, readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = new URL('../../', import.meta.url)

/** Files and folders that a text names in backticks; patterns and examples are not paths. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|test|bench|scripts|docs|deploy|examples)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? '',
  )

test('every file that the papers name is there', async () => {
  const papers = (await readdir(new URL('docs/', ROOT), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  const missing: string[] = []
  let named = 0
  for (const paper of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...papers]) {
    for (const path of pathsIn(await readFile(new URL(paper, ROOT), 'utf8'))) {
      named += 1
      const there = await access(fileURLToPath(new URL(path, ROOT))).then(
        () => true,
        () => false,
      )
      if (!there) missing.push(`${paper}: ${path}`)
    }
  }
  expect(named).toBeGreaterThan(50)
  expect(missing).toEqual([])
})

/** `test/x.test.ts` “the beginning of a test's name” “another one”. */
const NAMED_TESTS = /`(test\/[\w./-]+\.test\.ts)`((?: “[^”]+”)*)/g

test('each claim of docs/security.md names a test that is there, by its file and the beginning of its name', async () => {
  const paper = await readFile(new URL('docs/security.md', ROOT), 'utf8')
  const named = [...paper.matchAll(NAMED_TESTS)].map(([, file = '', names = '']) => ({
    file,
    names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  }))
  const missing: string[] = []
  for (const { file, names } of named) {
    const source = await readFile(new URL(file, ROOT), 'utf8').catch(() => '')
    if (names.length === 0 && file !== 'test/scripts/docs.test.ts') missing.push(`${file}: no name`)
    // As a test's title is written: at the beginning of a string, or after a figure in it.
    for (const name of names)
      if (!["'", '"', '`', '} '].some((before) => source.includes(`${before}${name}`)))
        missing.push(`${file}: ${name}`)
  }
  expect(missing).toEqual([])
  const lines = paper.split('\n')
  const claims = lines.filter((line, at) => /^\|(?!---)/.test(line) && !lines[at + 1]?.startsWith('|---'))
  expect(claims.length).toBeGreaterThan(15)
  expect(claims.filter((line) => !line.includes('`test/') && !line.includes('技術では止まりません'))).toEqual(
    [],
  )
})
