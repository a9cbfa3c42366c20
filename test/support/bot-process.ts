import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { untilNoneLives } from '../../src/app/embedded/bound-process.ts'

const TSUNAGI = fileURLToPath(new URL('../../src/cli/tsunagi.ts', import.meta.url))
const ADDRESS = /http:\/\/\S+/

/** The bot as `npm start` runs it, on a data folder of its own. */
export type BotProcess = {
  address: string
  lines: string[]
  /** Ends it as Ctrl-C does, and gives its exit code. */
  interrupt(): Promise<number | null>
  /** Ends it without a word; its servers end after it. */
  kill(): Promise<void>
}

export type BotFolder = {
  dataDir: string
  start(environment?: Record<string, string>): Promise<BotProcess>
  /** Runs until it ends by itself, for starts that are refused. */
  startRefused(environment?: Record<string, string>): Promise<{ code: number | null; lines: string[] }>
  [Symbol.asyncDispose](): Promise<void>
}

/** A folder to start the bot in, as often as wanted. Its files are removed at the end. */
export const botFolder = async (): Promise<BotFolder> => {
  const root = await mkdtemp(join(tmpdir(), 'tsunagi-bot-'))
  const dataDir = join(root, 'data')
  const running = new Set<ChildProcess>()
  const launch = (environment: Record<string, string> = {}) => {
    const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', TSUNAGI, 'start'], {
      cwd: root,
      env: { ...inherited, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const lines: string[] = []
    const ended = new Promise<number | null>((resolve) =>
      child.once('close', (code) => {
        running.delete(child)
        resolve(code)
      }),
    )
    const address = new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line)
          const found = ADDRESS.exec(line)?.[0]
          if (found) resolve(found)
        })
      void ended.then(() => reject(new Error(`the bot ended: ${lines.join('\n')}`)))
    })
    return { child, lines, ended, address }
  }
  return {
    dataDir,
    start: async (environment) => {
      const { child, lines, ended, address } = launch(environment)
      return {
        address: await address,
        lines,
        interrupt: () => {
          child.kill('SIGINT')
          return ended
        },
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }
    },
    startRefused: async (environment) => {
      const { lines, ended, address } = launch(environment)
      address.catch(() => undefined)
      return { code: await ended, lines }
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of running) child.kill('SIGKILL')
      await mkdir(dataDir, { recursive: true })
      await untilNoneLives(join(dataDir, 'servers.alive'))
      await rm(root, { recursive: true, force: true })
    },
  }
}
