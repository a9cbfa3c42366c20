import { execFile } from 'node:child_process'
import { readFile, readlink, realpath } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ServerFault } from './server-fault.ts'

/**
 * The process that serves the folder `dir`, by its pid file. A number in a pid file proves nothing after a crash of the
 * machine: it may be anybody's by then. Ours has the folder in its command line, or works in it.
 */
export const serverOn = async (dir: string, pidFile: string): Promise<number | undefined> => {
  const pid = await pidIn(pidFile)
  return pid !== undefined && (await serves(pid, dir)) ? pid : undefined
}

/** The first line of a pid file. */
export const pidIn = async (pidFile: string): Promise<number | undefined> => {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  return pid > 1 ? pid : undefined
}

const serves = async (pid: number, dir: string): Promise<boolean> => {
  if ((await argumentsOf(pid)).includes(dir)) return true
  const [workingIn, folder] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    realpath(dir).catch(() => undefined),
  ])
  return workingIn !== undefined && workingIn === folder
}

const argumentsOf = async (pid: number): Promise<string[]> => {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  const line = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
  // What stood between the words of a command line is lost here: every folder that could be meant.
  return line.split(/ (?=-|\/)/).map((part) => part.replace(/^--?\w+ /, ''))
}

const PAUSE_MS = 25
const PAUSES_FOR_EACH_SIGNAL = 400

/** Asks the process to end by the first signal, by the next when it is still there after ten seconds. */
export const endProcess = async (
  pid: number,
  dir: string,
  signals: readonly NodeJS.Signals[],
): Promise<void> => {
  for (const signal of signals) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let pauses = 0; pauses < PAUSES_FOR_EACH_SIGNAL; pauses += 1) {
      if (!(await serves(pid, dir))) return
      await pause(PAUSE_MS)
    }
  }
  throw new ServerFault('did-not-stop', dir)
}
