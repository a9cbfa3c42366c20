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
