import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCES = new URL('../../', import.meta.url)
const BROWSER = 'bot/practice/browser/'
/** Beside the browser's own files: what both sides import as a value. */
const SHARED = ['text/ja/practice.ts', 'text/en/practice.ts', 'bot/practice/practice-time.ts']

/** What the page imports by bare name, and the file of the package that is served for it. */
const PACKAGES: Record<string, string> = {
  preact: 'preact',
  'preact/hooks': 'preact/hooks',
  htm: 'htm',
  'htm/preact': 'htm/preact',
  '@preact/signals': '@preact/signals',
  '@preact/signals-core': '@preact/signals-core',
}

const SCRIPT = 'text/javascript; charset=utf-8'
const TYPES: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' }

export type Asset = { body: string; type: string; tag: string }
type Entry = [path: string, asset: Asset]
export type Assets = {
  /** By path, e.g. `/assets/bot/practice/browser/main.ts`: the folders of src, so that relative imports hold. */
  files: ReadonlyMap<string, Asset>
  importMap: string
  scripts: string[]
  styles: string[]
}

/** Reads everything the page needs, once: our TypeScript with its types taken off, and the packages' own modules. */
export const loadAssets = (): Assets => {
  // In order: the styles for narrow windows come last.
  const names = readdirSync(new URL(BROWSER, SOURCES)).sort()
  const sources = [...names.filter((name) => name.endsWith('.ts')).map((name) => BROWSER + name), ...SHARED]
  const scripts = [
    ...Object.entries(PACKAGES).map(([name, specifier]) => packaged(name, specifier)),
    ...sources.map((path): Entry => [`/assets/${path}`, asset(stripTypeScriptTypes(read(path)), SCRIPT)]),
  ]
  const others = names.flatMap((name): Entry[] => {
    const type = TYPES[extname(name)]
    return type === undefined ? [] : [[`/assets/${name}`, asset(read(BROWSER + name), type)]]
  })
  const imports = Object.fromEntries(Object.keys(PACKAGES).map((name) => [name, pathOfPackage(name)]))
  return {
    files: new Map([...scripts, ...others]),
    importMap: JSON.stringify({ imports }),
    scripts: scripts.map(([path]) => path),
    styles: others.map(([path]) => path).filter((path) => path.endsWith('.css')),
  }
}

const read = (path: string): string => readFileSync(new URL(path, SOURCES), 'utf8')

const packaged = (name: string, specifier: string): Entry => {
  const source = readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8')
  return [pathOfPackage(name), asset(source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'), SCRIPT)]
}

/** For a Content-Security-Policy: allows exactly this inline text. */
export const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

const pathOfPackage = (name: string): string => `/assets/packages/${name.replaceAll('@', '')}.js`

const asset = (body: string, type: string): Asset => ({
  body,
  type,
  tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
})
