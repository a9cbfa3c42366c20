// Counts the source: `node scripts/house-figures.mjs` its shape, `node scripts/house-figures.mjs NOUN…` one feature.
// Rules hold whatever the folders are, so that two states of the source can be compared.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

/** TypeScript that is written by hand. */
const files = readdirSync(join(root, 'src'), { recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => {
    const text = readFileSync(join(root, 'src', name), 'utf8')
    const imports = [...text.matchAll(IMPORT)].map(([, to]) =>
      relative(join(root, 'src'), join(root, 'src', dirname(name), to)),
    )
    return { name, text, imports: [...new Set(imports)], lines: text.split('\n').length - 1 }
  })
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0)
const floorOf = (name) => name.split('/')[0]

/**
 * A noun's own files have it in their path (a folder, or a word of the file's name, singular or plural) or in more than
 * a third of the names that they export. A file that it reaches has it as a word of any identifier or word in quotes,
 * comments left out: what somebody has to look at who changes the feature. Of those, the lines that name it count.
 */
const feature = (noun) => {
  const forms = new Set([noun, `${noun}s`, `${noun}es`, noun.replace(/y$/, 'ies')])
  const wordsOf = (name) => name.split(/[^A-Za-z]+|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase())
  const names = (text) => wordsOf(text).some((word) => forms.has(word))
  const isOwn = ({ name, text }) => {
    if (names(name.replace(/\.ts$/, ''))) return true
    const declared = [...text.matchAll(/^export (?:async )?(?:const|type|function\*?|class) (\w+)/gm)].map(
      ([, one]) => one,
    )
    return declared.filter(names).length > declared.length / 3
  }
  const linesNaming = ({ text }) =>
    text
      .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '')
      .split('\n')
      .filter(names).length
  const own = files.filter(isOwn)
  const reached = files.filter((file) => isOwn(file) || linesNaming(file) > 0)
  const foldersOf = (list) => new Set(list.map(({ name }) => dirname(name))).size
  return [
    `own ${own.length} files, ${foldersOf(own)} folders, ${sum(own, ({ lines }) => lines)} lines`,
    `reached ${reached.length} files, ${foldersOf(reached)} folders, ${sum(reached, linesNaming)} lines`,
  ].join('; ')
}

const countOf = (pattern, list = files) => sum(list, ({ text }) => [...text.matchAll(pattern)].length)
const importsWithin = (floor) =>
  sum(
    files.filter(({ name }) => floorOf(name) === floor),
    ({ imports }) => imports.filter((to) => floorOf(to) === floor && to.includes('/')).length,
  )

const figures = () => {
  const importers = new Map()
  for (const { imports } of files) for (const to of imports) importers.set(to, (importers.get(to) ?? 0) + 1)
  const outsidePolicies = files.filter(({ name }) => !/(^|\/)permission(\/|\.ts$)/.test(name))
  const outsideAdapters = files.filter(
    ({ name }) => !/^(bot\/(slack|discord|practice)|app|text)\//.test(name),
  )
  return {
    'source files': files.length,
    'source lines': sum(files, ({ lines }) => lines),
    'files in src itself': files.filter(({ name }) => !name.includes('/')).length,
    'files flat in src/store': files.filter(({ name }) => /^store\/[^/]+$/.test(name)).length,
    folders: new Set(files.map(({ name }) => dirname(name))).size,
    'files with one importer': files.filter(({ name }) => importers.get(name) === 1).length,
    'imports from store to store': importsWithin('store'),
    'imports from handlers to handlers': importsWithin('handlers'),
    'role checks outside policies': countOf(/\broles\??\.includes\(/g, outsidePolicies),
    'conditional spreads': countOf(/\.\.\.\((?:(?!\.\.\.)[\s\S]){0,200}?(?:\?\s*\{\}\s*:|:\s*\{\}\s*\))/g),
    'platforms asked by name': countOf(
      /(?:[!=]==\s*'(?:slack|discord|practice)'|\.has\('(?:slack|discord|practice)'\))/g,
      outsideAdapters,
    ),
    'lines of `words` in handlers': sum(files, ({ name, text }) =>
      floorOf(name) === 'handlers'
        ? sum(
            [...text.matchAll(/^ {2}words: \{\n(?:.*\n)*? {2}\},/gm)],
            ([block]) => block.split('\n').length,
          )
        : 0,
    ),
    '`.refusal` hand-overs in handlers': countOf(
      /\.refusal\b/g,
      files.filter(({ name }) => floorOf(name) === 'handlers'),
    ),
  }
}

const nouns = process.argv.slice(2)
if (nouns.length === 0)
  for (const [name, count] of Object.entries(figures())) console.log(`${name}: ${count}`)
for (const noun of nouns) console.log(`${noun}: ${feature(noun)}`)
