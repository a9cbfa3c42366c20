import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startProduct, tokyo } from '../support/product.ts'
import { expectGolden } from './golden.ts'
import { discordCommands } from './house.ts'

const ROOT = new URL('../../', import.meta.url)
const call = promisify(execFile)

/** What `npm run tsunagi` runs. */
const program = async (): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'))
  return String(scripts.tsunagi).split(' ').slice(1)
}

const says = async (...args: string[]): Promise<string> => {
  const env = { PATH: process.env.PATH, COLUMNS: '100', NO_COLOR: '1' }
  const { stdout } = await call(process.execPath, [...(await program()), ...args], {
    cwd: fileURLToPath(ROOT),
    env,
  })
  return stdout
}

/** The commands that a help lists, with what it says of each. */
const helps = async (path: string[]): Promise<[string, string][]> => {
  const help = await says(...path, '--help')
  const [, listed = ''] = help.split('\nCommands:\n')
  const names = [...listed.matchAll(/^ {2}([a-z-]+)/gm)].flatMap(([, name]) => name ?? [])
  const told: [string, string][] = [[['tsunagi', ...path].join(' '), help]]
  for (const name of names) if (name !== 'help') told.push(...(await helps([...path, name])))
  return told
}

test('the command line’s help, Slack’s manifests and the commands of Discord are as they were', async () => {
  const told = await helps([])
  expect(told.length).toBeGreaterThan(20)
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const { views } = product.registry
  await expectGolden('references', {
    'command-line.txt': told.map(([name, help]) => `━━ ${name}\n${help}`).join('\n'),
    'slack-manifest.txt': await says('slack', 'manifest'),
    'slack-manifest-http.txt': await says(
      ...['slack', 'manifest', '--url', 'https://example.jp/slack/events', '--install', 'https://example.jp'],
    ),
    'discord-commands.txt': JSON.stringify(discordCommands(views), undefined, 1),
    'commands.txt': views.map((view) => JSON.stringify(view, undefined, 1)).join('\n'),
  })
})
