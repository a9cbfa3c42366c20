import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

/** `npm run check`: every `check:*` of package.json, whether one fails or not. They look at the sources and run none. */

/** Most of them use one core. */
const AT_ONCE = 3

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Programs are found in node_modules/.bin, which `npm run` puts on the path. */
const run = async (name: string, command: string): Promise<boolean> => {
  const started = performance.now()
  const child = spawn(command, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const { promise: ended, resolve } = Promise.withResolvers<boolean>()
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part))
  child.once('close', (code) => resolve(code === 0))
  const isGood = await ended
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (!isGood) process.stdout.write(Buffer.concat(output))
  return isGood
}

const waiting = Object.entries(manifest.scripts).filter(([name]) => name.startsWith('check:'))

const runNext = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    if (!(await run(...next))) process.exitCode = 1
}
await Promise.all(Array.from({ length: AT_ONCE }, runNext))
