import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BotOptions } from './bot.ts'

export type Role = BotOptions['role']
export type Running = { role: Role; port: number; child: ChildProcess }
export type Processes = {
  running: Running[]
  /** Lines of the log, of those that came last. */
  lines: string[]
  /** Processes that ended by themselves: a crash. */
  crashes: string[]
  start(role: Role): Promise<Running>
  /** As a power cut does. */
  kill(one: Running): Promise<void>
  killAll(): Promise<void>
}

const MOST_LINES = 200

/** The product's processes, of the source tree whose test/faults/bot.ts `entry` is. */
export const processes = (entry: string, options: Omit<BotOptions, 'role'>, logFile?: string): Processes => {
  const running: Running[] = []
  // Hundreds of starts: what was read and compiled once is kept for the next.
  const env = { ...process.env, NODE_COMPILE_CACHE: options.clockFile.replace(/[^/]*$/, 'compiled') }
  const lines: string[] = []
  const crashes: string[] = []
  const killed = new WeakSet<ChildProcess>()
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' })

  const listen = (child: ChildProcess) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          log?.write(`${line}\n`)
          lines.push(line)
          if (lines.length > MOST_LINES) lines.shift()
        })
  }
  const forget = (child: ChildProcess) => {
    const at = running.findIndex((one) => one.child === child)
    if (at >= 0) running.splice(at, 1)
  }
  const kill = async ({ child }: Pick<Running, 'child'>): Promise<void> => {
    killed.add(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    forget(child)
  }

  return {
    running,
    lines,
    crashes,
    start: async (role) => {
      const quickly = ['--import', join(dirname(entry), '../../src/app/startup-speed.ts')]
      const args = [
        '--disable-warning=ExperimentalWarning',
        ...quickly,
        entry,
        JSON.stringify({ role, ...options }),
      ]
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
      listen(child)
      child.once('exit', (code) => {
        forget(child)
        if (!killed.has(child))
          crashes.push(`${role} ended by itself (${code}): ${lines.slice(-8).join('\n')}`)
      })
      const told = await Promise.race([once(child, 'message'), once(child, 'exit')])
      const [message] = told as [{ port?: number } | number | null]
      if (typeof message !== 'object' || message?.port === undefined)
        throw new Error(`${role} did not start: ${lines.slice(-8).join('\n')}`)
      const one = { role, port: message.port, child }
      running.push(one)
      return one
    },
    kill,
    killAll: async () => {
      await Promise.all([...running].map(kill))
      log?.end()
    },
  }
}
