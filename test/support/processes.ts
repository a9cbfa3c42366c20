import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Role } from '../../src/app/config.ts'

const TSUNAGI = fileURLToPath(new URL('../../src/cli/tsunagi.ts', import.meta.url))
const ADDRESS = /http:\/\/\S+/

/** `tsunagi start` as an administrator runs it. */
export type RoleProcess = {
  role: Role
  address: string
  lines: string[]
  child: ChildProcess
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
  /** As a supervisor stops it. */
  stop(): Promise<number | null>
  /** As a power cut does. */
  kill(): Promise<void>
}

type Launched = Omit<RoleProcess, 'address'>

/** Ended after the test, however it ends. Its data folder is its own, as on a machine of its own. */
const launch = async (role: Role, environment: Record<string, string>): Promise<Launched> => {
  const home = await mkdtemp(join(tmpdir(), 'tsunagi-role-'))
  const { DATABASE_URL: _, REDIS_URL: __, TSUNAGI_KEY: ___, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', TSUNAGI, 'start', '--role', role],
    {
      cwd: home,
      env: { ...inherited, DATA_DIR: join(home, 'data'), PORT: '0', LOG_LEVEL: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  onTestFinished(async () => {
    await end('SIGKILL')
    await rm(home, { recursive: true, force: true })
  })
  return {
    role,
    lines,
    child,
    ended,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}

/** Resolves when it says where it runs. */
export const startRole = async (role: Role, environment: Record<string, string>): Promise<RoleProcess> => {
  const launched = await launch(role, environment)
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = launched.lines.map((line) => ADDRESS.exec(line)?.[0]).find((one) => one !== undefined)
      if (found !== undefined) resolve(found)
    }
    launched.child.stdout?.on('data', () => setImmediate(look))
    void launched.ended.then((code) =>
      reject(new Error(`${role} ended (${code}): ${launched.lines.join('\n')}`)),
    )
  })
  return { ...launched, address }
}

/** Runs until it ends by itself, for starts that are refused. */
export const startRefused = async (
  role: Role,
  environment: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> => {
  const { ended, lines } = await launch(role, environment)
  return { code: await ended, lines }
}
