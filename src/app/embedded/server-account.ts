import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { type Command, findProgram, run } from './child-process.ts'
import { ServerFault } from './server-fault.ts'

/** PostgreSQL refuses to be root, and Redis need not be. */
const SERVER_USER = process.platform === 'darwin' ? '_postgres' : 'postgres'

/**
 * The account that a server's programs run as: our own, or an unprivileged user when we are root. A checkout below a
 * closed home (`/root`) is unreadable to that user; then it is granted one capability: to bypass read permissions, or
 * (in containers, which lack that) all file permissions.
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
  // Keep the owner of files that were made before we ran as root, so that a plain user can go on with them.
  const user = uid === 0 ? await serverUser() : { uid, gid }
  await privateFolder(dir, user)
  for (const capability of [undefined, 'dac_read_search', 'dac_override'] as const) {
    const account = { ...user, capability }
    if (await reaches(account, dir, program)) return account
  }
  throw new ServerFault('out-of-reach', dir)
}

/** Makes a folder private to the account (and root). Throws on one that another user made before us. */
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

/** Wraps a command to run as this account. */
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
  // Idempotent: of two bots that start at once, one makes the user and both find it.
  await run({ program, args })
  return idsOf(SERVER_USER)
}

const idsOf = async (user: string): Promise<{ uid: number; gid: number } | undefined> => {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run({ program: 'id', args: [flag, user] })))
  if (uid?.code !== 0 || gid?.code !== 0) return undefined
  return { uid: Number(uid.output), gid: Number(gid.output) }
}
