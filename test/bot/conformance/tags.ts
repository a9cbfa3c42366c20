import { readdir, readFile } from 'node:fs/promises'

const SOURCES = ['cards', 'handlers', 'jobs'].map(
  (folder) => new URL(`../../../src/${folder}/`, import.meta.url),
)

/** The tag of every card that the source makes, as it is written there. A refusal in two lines is one kind of card. */
export const tagsInSource = async (): Promise<string[]> => {
  const tags = new Set<string>()
  for (const folder of SOURCES)
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.ts')) continue
      const source = await readFile(new URL(name, folder), 'utf8')
      for (const [, tag] of source.matchAll(/\b(?:tag: |card\(\s*)'([a-z.-]+)'/g))
        if (tag !== undefined) tags.add(tag)
    }
  return [...tags].toSorted()
}
