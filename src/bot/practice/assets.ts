import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const SOURCES = new URL('../../', import.meta.url)
const BROWSER = 'bot/practice/browser/'
/** Beside the browser's own files: what both sides import as a value. */
const SHARED = [
  'bot/card.ts',
  'bot/press.ts',
  'text/ja/practice.ts',
  'text/en/practice.ts',
  'bot/practice/protocol.ts',
]
/** What the page imports by bare name. */
const PACKAGES = [
  'preact',
  'preact/hooks',
  'htm',
  'htm/preact',
  '@preact/signals',
  '@preact/signals-core',
] as const

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'

type Asset = { body: string; type: string }
export type Assets = {
  /** By path. Every path holds the version of all of them together: what is there never changes. */
  files: ReadonlyMap<string, Asset>
  importMap: string
  /** Every script, so that the browser can ask for all of them at once. */
  scripts: string[]
  main: string
  style: string
  icon: string
}

/** Reads everything the page needs, once: our TypeScript with its types taken off, and the packages' own modules. */
export const loadAssets = (): Assets => {
  const names = readdirSync(new URL(BROWSER, SOURCES)).sort()
  const named = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).map((name) => BROWSER + name)
  const scripts = new Map<string, Asset>([
    ...PACKAGES.map((name) => [packagePath(name), packageScript(name)] as const),
    // The folders of src are kept, so that relative imports hold.
    ...[...named('.ts'), ...SHARED].map((path) => [path, script(path)] as const),
  ])
  // In the order of their names: the styles for narrow windows come last.
  const style = { body: named('.css').map(read).join('\n'), type: STYLE }
  const icon = { body: read(`${BROWSER}icon.svg`), type: 'image/svg+xml' }
  const all = new Map([...scripts, ['style.css', style], ['icon.svg', icon]])
  const root = `/assets/${versionOf(all)}/`
  const imports = Object.fromEntries(PACKAGES.map((name) => [name, root + packagePath(name)]))
  return {
    files: new Map([...all].map(([path, file]) => [root + path, file])),
    importMap: JSON.stringify({ imports }),
    scripts: [...scripts.keys()].map((path) => root + path),
    main: `${root}${BROWSER}main.ts`,
    style: `${root}style.css`,
    icon: `${root}icon.svg`,
  }
}

/** For a Content-Security-Policy: allows exactly this inline text. */
export const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

const read = (path: string): string => readFileSync(new URL(path, SOURCES), 'utf8')

const script = (path: string): Asset => ({ body: stripTypeScriptTypes(read(path)), type: SCRIPT })

const packagePath = (name: string): string => `packages/${name.replaceAll('@', '')}.js`

const packageScript = (name: string): Asset => {
  const source = readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8')
  return { body: source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'), type: SCRIPT }
}

const versionOf = (files: ReadonlyMap<string, Asset>): string => {
  const hash = createHash('sha256')
  for (const [path, { body }] of files) hash.update(`${path}\n${body}\n`)
  return hash.digest('base64url').slice(0, 16)
}
