import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, lstat, open, readFile, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Command, identityOf, run } from './child-process.ts'
import { ServerFault } from './server-fault.ts'

/** A server process bound to this one: it is shut down in order when this process ends, even by SIGKILL. */
export type BoundProcess = {
  pid: number
  running(): boolean
  /** Resolves when it has exited, for whatever reason. */
  ended: Promise<void>
  /** Shuts it down in order, by force after a timeout of ten seconds. Resolves when it has exited. */
  end(): Promise<void>
}

type Launched = BoundProcess & { lastLines(): Promise<string> }

/** Signals for an orderly shutdown, and for one that takes too long. */
export type EndSignals = { orderly: 'INT' | 'TERM'; hard: 'QUIT' | 'KILL' }

/**
 * Starts a watcher, then execs the server. The watcher is an orphan, so that no server has to reap it. It blocks on
 * descriptor 3, a pipe whose other end only this process holds: when the kernel closes it, the watcher ends the server.
 * A line on it means that the server has exited already, and its pid may have been reused.
 */
const BOUND = `
orderly=$1 hard=$2; shift 2
( trap '' HUP INT TERM
  {
    read -r told <&3 && exit
    kill -s "$orderly" $$
    for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $$ || exit; done
    kill -s "$hard" $$
  } &
) >/dev/null 2>&1 4>&-
exec "$@" 3<&-
`

/** Wraps a command with its watcher, for `startBound`. */
export const bound = (program: string, args: readonly string[], { orderly, hard }: EndSignals) =>
  ({ program: '/bin/sh', args: ['-c', BOUND, 'sh', orderly, hard, program, ...args] }) as const

const LONGEST_LOG_BYTES = 1_000_000
/** Timeout of a shutdown: longer than the watcher's own before it uses force. */
const LONGEST_END_MS = 25_000

/** `busy`: a server listens but does not serve yet, or no more. `silent`: nobody listens. */
export type ServerState = 'ready' | 'busy' | 'silent'

type Serving = { dir: string; presence: string; ask: () => Promise<ServerState> }

/**
 * Starts a `bound` command that serves `dir`, in a session of its own, so that a terminal's Ctrl-C reaches only us. It
 * holds `presence` open while it or a child of it lives. Resolves when it serves; rejects with its output when it exits.
 */
export const startBound = async (
  command: Command,
  { dir, presence, ask }: Serving,
): Promise<BoundProcess> => {
  const server = await launch(command, dir, presence)
  try {
    await untilReady(server, ask)
    return server
  } catch (fault) {
    await server.end()
    throw fault
  }
}

/** Spawns the command, its output redirected to a file beside `dir`. */
const launch = async (command: Command, dir: string, presence: string): Promise<Launched> => {
  const log = `${dir}.log`
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  const from = size > LONGEST_LOG_BYTES ? 0 : size
  const file = await open(log, from === 0 ? 'w' : 'a', 0o600)
  const present = await open(presence, constants.O_RDWR | constants.O_NONBLOCK)
  try {
    const child = spawn(command.program, command.args, {
      ...identityOf(command),
      detached: true,
      stdio: ['ignore', file.fd, file.fd, 'pipe', present.fd],
    })
    await once(child, 'spawn')
    const lastLines = async () =>
      (await readFile(log)).subarray(from).toString().trim().split('\n').slice(-5).join('\n')
    return { ...bindTo(child, dir), lastLines }
  } finally {
    await Promise.all([file.close(), present.close()])
  }
}

const bindTo = (child: ChildProcess, dir: string): BoundProcess => {
  const held = child.stdio[3]
  if (!(held instanceof Socket) || child.pid === undefined) throw new Error('a child without its pipe')
  held.on('error', () => undefined)
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      held.end('gone\n')
      resolve()
    }),
  )
  // Do not keep the event loop alive.
  child.unref()
  held.unref()
  return {
    pid: child.pid,
    running: () => child.exitCode === null && child.signalCode === null,
    ended,
    end: async () => {
      child.ref()
      held.destroy()
      const late = new AbortController()
      const isLate = pause(LONGEST_END_MS, true, { signal: late.signal }).catch(() => true)
      if (await Promise.race([ended.then(() => false), isLate])) throw new ServerFault('did-not-stop', dir)
      late.abort()
    },
  }
}

const PAUSE_MS = 50
/** Timeout of a start, ten minutes: after a crash a server first replays its log. */
const LONGEST_START_PAUSES = 12_000

const untilReady = async (server: Launched, ask: () => Promise<ServerState>): Promise<void> => {
  for (let pauses = 0; pauses < LONGEST_START_PAUSES; pauses += 1) {
    if ((await ask()) === 'ready') return
    if (!server.running()) break
    await pause(PAUSE_MS)
  }
  throw new ServerFault('did-not-start', await server.lastLines())
}

/** Timeout: the watchers of a killed process have ended its servers by then. */
const LONGEST_WAIT_PAUSES = LONGEST_END_MS / PAUSE_MS

/**
 * Waits until every server launched with this `presence`, and its children, have exited. `presence` is a FIFO, made where
 * missing: the kernel knows who has it open, which is reliable where a pid file is not.
 */
export const untilNoneLives = async (presence: string): Promise<void> => {
  await run({ program: 'mkfifo', args: ['-m', '600', presence] })
  if (!(await lstat(presence)).isFIFO()) throw new ServerFault('not-ours', presence)
  for (let pauses = 0; await isOpenElsewhere(presence); pauses += 1) {
    if (pauses > LONGEST_WAIT_PAUSES) throw new ServerFault('did-not-stop', dirname(presence))
    await pause(PAUSE_MS)
  }
}

/** Reads a FIFO without blocking: EAGAIN while another process has it open for writing, end of file otherwise. */
const isOpenElsewhere = async (fifo: string): Promise<boolean> => {
  const file = await open(fifo, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    await file.read(Buffer.alloc(1), 0, 1)
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return true
    throw error
  } finally {
    await file.close()
  }
}
