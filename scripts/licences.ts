import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** docs/licences.md, from the lockfile: what the product brings along, under which licences. `node scripts/licences.ts`. */

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
})

export type Package = {
  name: string
  version: string
  licence: string
  integrity: string | undefined
  shipped: boolean
}

/** Those that name none in their package.json; read in the LICENSE file that they come with. */
const READ_BY_HAND = new Map([['png-js', 'MIT']])

/** Every package of the lockfile, of every system. */
export const packagesOf = async (lockfile: URL): Promise<Package[]> => {
  const { packages } = Lockfile.parse(JSON.parse(await readFile(lockfile, 'utf8')))
  return Object.entries(packages).flatMap(
    ([path, { version = '', license, integrity, dev, devOptional }]) => {
      const name = path.split('node_modules/').at(-1) ?? ''
      if (name === '') return []
      const licence = license ?? READ_BY_HAND.get(name) ?? '?'
      return { name, version, licence, integrity, shipped: !(dev || devOptional) }
    },
  )
}

export const licencesPage = (packages: readonly Package[]): string => {
  const byLicence = Map.groupBy(
    packages.filter(({ shipped }) => shipped),
    ({ licence }) => licence,
  )
  const rows = [...byLicence]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([licence, of]) => {
      const names = new Set(of.map(({ name, version }) => `${name} ${version}`))
      return `## ${licence}\n\n${[...names].toSorted().join('、')}\n`
    })
  return `# 使っているライブラリーのライセンス / Licences of what is used

\`node scripts/licences.ts\` がpackage-lock.jsonから作ります。開発だけに使うものは入っていません。全文はそれぞれのパッケージにあります。
*Made from package-lock.json; without what only development uses. Each package holds the full text.*

${rows.join('\n')}`
}

const LOCKFILE = new URL('../package-lock.json', import.meta.url)
if (import.meta.main)
  await writeFile(new URL('../docs/licences.md', import.meta.url), licencesPage(await packagesOf(LOCKFILE)))
