import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'

/** Where package managers put programs that a shell's PATH may lack. */
const PLACES = ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/usr/sbin', '/sbin', '/bin']

const searched = (): string[] => [...(process.env.PATH ?? '').split(':').filter(Boolean), ...PLACES]

/** A minimal environment: no tokens, and no PG… variables that would override a server's settings. */
const bareEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: searched().join(':'),
  LC_ALL: 'C',
  TZ: 'UTC',
})

/** Finds the first of these programs that is installed; returns its full path. */
export const findProgram = async (names: readonly string[]): Promise<string | undefined> => {
  for (const name of names) {
    for (const place of searched()) {
      const path = join(place, name)
      const found = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (found) return path
    }
  }
  return undefined
}

export type Command = {
  program: string
  args: readonly string[]
  uid?: number | undefined
  gid?: number | undefined
}
export type Ran = { code: number; output: string }

/** Runs a program until it exits. */
export const run = async (command: Command): Promise<Ran> => {
  const child = spawn(command.program, command.args, {
    ...identityOf(command),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (part) => {
    output += String(part)
  })
  child.stderr.on('data', (part) => {
    output += String(part)
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Spawn options: user, working directory, environment. */
export const identityOf = ({ uid, gid }: Command) => ({
  cwd: '/',
  env: bareEnvironment(),
  uid,
  gid,
})
