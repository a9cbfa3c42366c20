import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { type Command, findProgram, run } from './child-process.ts'
import { ServerFault } from './server-fault.ts'

/** PostgreSQL refuses to be root, and Redis need not be. */
const SERVER_USER = process.platform === 'darwin' ? '_postgres' : 'postgres'

/**
 * Whom a server's programs run as: nobody else than us, or, when we are root, an unprivileged user. A checkout below
 * another's home (`/root`) is closed to that user; then it is lent the one capability that opens it, as far as the
 * machine has it to give: to read past permissions, or (in containers, which lack that) to pass them.
 */
export type Account = {
  uid?: number
  gid?: number
  capability?: 'dac_read_search' | 'dac_override' | undefined
}

const isRoot = (): boolean => process.getuid?.() === 0

/** Makes the folder, private to the server's account, and finds the account that can run `program` on it. */
export const serverAccount = async (dir: string, program: string): Promise<Account> => {
  await makeFolder(dir)
  if (!isRoot()) {
    await privateFolder(dir, {})
    return {}
  }
  const { uid, gid } = await lstat(dir)
  // Who began as a plain user and goes on as root keeps files that a plain user can go on with.
  const user = uid === 0 ? await serverUser() : { uid, gid }
  await privateFolder(dir, user)
  for (const capability of [undefined, 'dac_read_search', 'dac_override'] as const) {
    const account = { ...user, capability }
    if (await reaches(account, dir, program)) return account
  }
  throw new ServerFault('out-of-reach', dir)
}

/** A folder that nobody but the account (and root) may enter. One that another made before us is refused. */
export const privateFolder = async (path: string, account: Account): Promise<void> => {
  await makeFolder(path)
  const found = await lstat(path)
  const ours = found.uid === process.getuid?.() || found.uid === account.uid
  if (!found.isDirectory() || !ours) throw new ServerFault('not-ours', path)
  if (account.uid !== undefined && account.gid !== undefined && found.uid !== account.uid)
    await chown(path, account.uid, account.gid)
  if ((found.mode & 0o077) !== 0) await chmod(path, 0o700)
}

const makeFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST' || error.code === 'EACCES') throw new ServerFault('not-ours', path)
    throw error
  })
}

/** The command as this account runs it. */
export const asAccount = (account: Account, program: string, args: readonly string[]): Command => {
  const { uid, gid, capability } = account
  if (capability === undefined) return { program, args, uid, gid }
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  // Without this bit, access(2) forgets the capability, and PostgreSQL asks by it whether its own programs are there.
  const kept = '--securebits=+no_setuid_fixup'
  const lent = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, kept]
  return { program: 'setpriv', args: [...identity, ...lent, program, ...args] }
}

const reaches = async (account: Account, dir: string, program: string): Promise<boolean> => {
  const probe = asAccount(account, '/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', dir, program])
  return (await run(probe)).code === 0
}

const serverUser = async (): Promise<{ uid: number; gid: number }> => {
  const known = (await idsOf(SERVER_USER)) ?? (await makeServerUser())
  if (!known) throw new ServerFault('did-not-start', `useradd ${SERVER_USER}`)
  return known
}

const makeServerUser = async () => {
  const program = (await findProgram(['useradd'])) ?? 'useradd'
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SERVER_USER]
  // Two bots may start at once: whichever makes the user, both find it.
  await run({ program, args })
  return idsOf(SERVER_USER)
}

const idsOf = async (user: string): Promise<{ uid: number; gid: number } | undefined> => {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run({ program: 'id', args: [flag, user] })))
  if (uid?.code !== 0 || gid?.code !== 0) return undefined
  return { uid: Number(uid.output), gid: Number(gid.output) }
}
