import { execFile } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to be root, and Redis need not be. */
const SERVER_USER = 'postgres'

export type Ran = { code: number; output: string }

/**
 * Runs a server's program, as an unprivileged user when we are root. That user may be unable to walk to a checkout
 * below another's home; it is lent the right to search folders, and no right to write.
 */
export const runAsServer = async (program: string, args: readonly string[]): Promise<Ran> => {
  const [command, ...rest] = isRoot() ? [...(await demotion()), program, ...args] : [program, ...args]
  try {
    const { stdout, stderr } = await run(command, rest, { cwd: '/' })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
      const { stdout, stderr } = error as Error & { stdout?: string; stderr?: string }
      return { code: error.code, output: `${stdout ?? ''}${stderr ?? ''}` }
    }
    throw error
  }
}

/** A folder that only the server's user (and root) may enter. */
export const serverFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (!isRoot()) return
  const { uid, gid } = await serverUser()
  await chown(path, uid, gid)
}

const isRoot = (): boolean => process.getuid?.() === 0

const demotion = async (): Promise<[string, ...string[]]> => {
  const { uid, gid } = await serverUser()
  if (process.platform !== 'linux') return ['sudo', '-u', SERVER_USER]
  const capability = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const lent = await run('setpriv', [...identity, ...capability, 'true']).then(
    () => true,
    () => false,
  )
  return ['setpriv', ...identity, ...(lent ? capability : [])]
}

const serverUser = async (): Promise<{ uid: number; gid: number }> => {
  const known = await run('id', ['-u', SERVER_USER]).then(
    () => true,
    () => false,
  )
  if (!known) await run('useradd', ['--system', '--user-group', '--no-create-home', SERVER_USER])
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, SERVER_USER])).stdout)),
  )
  if (uid === undefined || gid === undefined) throw new Error(`the user ${SERVER_USER} has no ids`)
  return { uid, gid }
}
