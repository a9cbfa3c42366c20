import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const FOLDER = new URL('files/', import.meta.url)
const WRITES = process.env.GOLDEN === 'write'

/**
 * Compares texts with the golden files of one folder, each named by its path below it: a file that is missing, or
 * that nothing makes any more, is a difference too. With GOLDEN=write the files are written instead.
 */
export const expectGolden = async (
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> => {
  const root = new URL(`${folder}/`, FOLDER)
  if (WRITES) return write(root, texts)
  const kept = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      `${parentPath.replace(/\/?$/, '/')}${name}`.slice(fileURLToPath(root).length),
    )
  expect(Object.keys(texts).toSorted(), `the files in ${folder}`).toEqual(kept.toSorted())
  for (const [name, text] of Object.entries(texts))
    expect.soft(text, `${folder}/${name}`).toBe(await readFile(new URL(name, root), 'utf8'))
}

const write = async (root: URL, texts: Readonly<Record<string, string>>): Promise<void> => {
  await rm(root, { recursive: true, force: true })
  for (const [name, text] of Object.entries(texts)) {
    const file = fileURLToPath(new URL(name, root))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
