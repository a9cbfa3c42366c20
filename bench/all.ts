import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { print } from './scratch.ts'

/** Runs every benchmark, one after another, each in its own process. Run: `npm run bench -- [--json]`. */

const BENCHES = [
  'deliveries',
  'rates',
  'process',
  'growth',
  'tick',
  'due-months',
  'groups',
  'sealing',
  'audit',
  'privacy',
]
const run = promisify(execFile)

const figures: Record<string, unknown> = {}
for (const name of BENCHES) {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  process.stderr.write(`${name} …\n`)
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', file, '--json'])
  figures[name] = JSON.parse(stdout)
}
print(figures)
