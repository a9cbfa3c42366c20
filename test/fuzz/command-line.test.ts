import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { fuzz, TRACE } from './inputs.ts'
import { nasty } from './nasty.ts'

const CLI = new URL('../../src/cli/tsunagi.ts', import.meta.url).pathname
/** Each command with what it asks for; `FILE` is one that is there and holds what nobody meant. */
const COMMANDS = [
  ['start', '--role'],
  ['region', 'apply', 'FILE'],
  ['region', 'apply', 'FILE', '--dry-run'],
  ['region', 'export', '…'],
  ['region', 'new', '…', '--name', '…', '--coordinator', '…'],
  ['region', 'code', '--member', '…', '--region', '…'],
  ['import', 'cases', 'FILE', '--region', '…'],
  ['monitoring', 'months', '--start', '…', '--end', 'R9.3.31', '--kind', 'new', '--line', '…'],
  ['monitoring', 'forecast', '--region', '…'],
  ['pii', 'check', 'FILE', '--lines'],
  ['slack', 'manifest', '--url', '…'],
  ['discord', 'register'],
  ['discord', 'invite'],
  ['simulate', 'FILE', '--from', '…', '--to', '…'],
  ['restore', 'FILE'],
  ['keys', 'forget', '…'],
  ['person', 'export', '…'],
  ['person', 'erase', '…', '--yes'],
  ['case', 'erase', '…', '--yes'],
]
/** The system takes no NUL in an argument, and no longer one. */
const argument = nasty(30_000).map((text) => text.replaceAll('\0', '').toWellFormed())
const line = fc.record({
  command: fc.constantFrom(...COMMANDS),
  words: fc.array(argument, { minLength: 3, maxLength: 3 }),
  more: fc.array(argument, { maxLength: 1 }),
  content: nasty(200_000),
})

const ENDS_WITHIN_MS = 90_000

test('the command line ends with its answer or with what is wrong, and never with a trace', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-fuzz-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'file')
  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: await freshDatabase(),
    REDIS_URL: inject('redisUrl'),
    DATA_DIR: join(folder, 'data'),
    TSUNAGI_KEY: Buffer.alloc(32, 7).toString('base64'),
    PORT: '0',
  }
  const run = (words: string[]) =>
    new Promise<{ code: unknown; out: string; fault: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', CLI, ...words],
        {
          cwd: folder,
          env: environment,
          timeout: ENDS_WITHIN_MS,
          killSignal: 'SIGKILL',
          maxBuffer: 50_000_000,
        },
        (error, out, fault) =>
          resolve({ code: error === null ? 0 : (error.code ?? error.signal), out, fault }),
      )
      child.stdin?.end()
    })
  await fuzz('the command line', line, async ({ command, words, more, content }) => {
    await writeFile(file, content)
    const left = [...words]
    const filled = command.map((word) =>
      word === 'FILE' ? file : word === '…' ? (left.shift() ?? '') : word,
    )
    // `start` with a role that is one would run on.
    const role = command[0] === 'start' ? [`no-${words[0]}`] : more
    const { code, out, fault } = await run([...filled, ...role])
    const told = `${fc.stringify(filled).slice(0, 500)} → ${String(code)}\n${fault.slice(0, 3_000)}`
    expect([0, 1], told).toContain(code)
    expect(out + fault, told).not.toMatch(TRACE)
    if (code === 1) expect((out + fault).trim(), told).not.toBe('')
  })
}, 3_600_000)
