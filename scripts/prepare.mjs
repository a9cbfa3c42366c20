// Runs before `npm start` and `npm test` on whatever Node there is (20 or newer), before anything is installed:
// plain JavaScript, no packages. Quiet when nothing is missing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const forTests = process.argv.includes('--test')

const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options })
const works = (command, args = ['--version']) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const stop = (ja, en) => {
  process.stderr.write(`${ja}\n${en}\n`)
  process.exit(1)
}

/** The packages of the lockfile, unless they are there already. */
const packages = () => {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.tsunagi-lock')
  const installed = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(stamp) && existsSync(installed) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('パッケージを入れています… / Installing packages…\n')
  const done = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (done.status !== 0)
    stop(
      'パッケージを入れられませんでした。ネットワークを確かめて、もう一度お試しください。',
      'The packages could not be installed. Please check the network and try again.',
    )
  writeFileSync(stamp, wanted)
}

const managers = [
  { command: 'apt-get', refresh: ['update'], install: ['install', '-y', '--no-install-recommends'] },
  { command: 'dnf', install: ['install', '-y'] },
  { command: 'apk', install: ['add'] },
  { command: 'pacman', install: ['-S', '--noconfirm'] },
  { command: 'brew', install: ['install'], asUser: true },
]

/** A program of the machine's own package manager; where we may not install it, one line that says what to type. */
const program = (present, names, purpose) => {
  if (present()) return
  const manager = managers.find(({ command }) => works(command))
  const wanted = manager && names[manager.command]
  if (!manager || !wanted)
    stop(`${purpose} が見つかりません。入れてから、もう一度お試しください。`, `${purpose} is missing. Please install it and try again.`)
  const asRoot = process.getuid?.() === 0
  const sudo = !asRoot && !manager.asUser
  const line = [sudo ? 'sudo' : '', manager.command, ...manager.install, ...wanted].filter(Boolean).join(' ')
  if (sudo && !works('sudo', ['-n', 'true']))
    stop(`${purpose} が必要です。次のように打ってください: ${line}`, `${purpose} is needed. Please type: ${line}`)
  process.stdout.write(`${purpose} を入れています… / Installing ${purpose}…\n`)
  const call = (args) =>
    sudo ? run('sudo', ['-n', manager.command, ...args], quiet) : run(manager.command, args, quiet)
  if (call([...manager.install, ...wanted]).status !== 0 && manager.refresh) {
    call(manager.refresh)
    call([...manager.install, ...wanted])
  }
  if (!present()) stop(`${purpose} を入れられませんでした。次のように打ってください: ${line}`, `${purpose} could not be installed. Please type: ${line}`)
}
const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }

const redis = () =>
  program(
    () => Boolean(process.env.REDIS_URL) || works('redis-server') || works('valkey-server'),
    { 'apt-get': ['redis-server'], dnf: ['valkey'], apk: ['redis'], pacman: ['valkey'], brew: ['redis'] },
    'Redis',
  )

const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const browser = () =>
  program(
    () => existsSync(CHROME_ON_MAC) || ['chromium', 'chromium-browser', 'google-chrome'].some((name) => works(name)),
    {
      'apt-get': ['chromium', 'fonts-noto-cjk'],
      dnf: ['chromium', 'google-noto-sans-cjk-fonts'],
      apk: ['chromium', 'font-noto-cjk'],
      pacman: ['chromium', 'noto-fonts-cjk'],
    },
    'Chromium',
  )

packages()
redis()
if (forTests) browser()
