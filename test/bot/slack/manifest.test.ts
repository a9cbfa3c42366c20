import { readFile } from 'node:fs/promises'
import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { slackManifest } from '../../../src/bot/slack/install.ts'
import { registry } from '../../../src/handlers/registry.ts'
import { startFakeSlack } from '../../support/fake-slack.ts'
import { COMMANDS } from './stage.ts'

const { views } = registry()
const DOCS = new URL('../../../docs/slack.md', import.meta.url)

test('every noun is one slash command, with Japanese words, within Slack’s limits', () => {
  const { slash_commands: commands } = slackManifest(views).features
  expect(new Set(commands.map(({ command }) => command))).toEqual(
    new Set(views.map(({ noun }) => `/${noun.en}`)),
  )
  expect(commands.length).toBeLessThanOrEqual(50)
  for (const { command, description, usage_hint, should_escape } of commands) {
    expect(command).toMatch(/^\/[a-z-]{1,31}$/)
    expect(description.length).toBeLessThanOrEqual(2_000)
    expect(usage_hint.length).toBeLessThanOrEqual(1_000)
    expect(should_escape).toBe(false)
  }
  expect(commands.find(({ command }) => command === '/case')).toMatchObject({
    description: expect.stringContaining('登録'),
    usage_hint: expect.stringContaining('register'),
  })
})

test('Socket Mode needs no address; over HTTP each thing names it', () => {
  const url = 'https://tsunagi.example.jp/slack/events'
  expect(slackManifest(views).settings).toMatchObject({ socket_mode_enabled: true })
  expect(JSON.stringify(slackManifest(views))).not.toContain('url')
  const manifest = slackManifest(views, { requestUrl: url })
  expect(manifest.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: {
      request_url: url,
      bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'],
    },
    interactivity: { is_enabled: true, request_url: url },
  })
  expect(manifest.features.slash_commands.every((command) => command.url === url)).toBe(true)
})

test('shortcuts have Japanese names within Slack’s limits, each with a command behind it', () => {
  const { shortcuts } = slackManifest(views).features
  expect(shortcuts.length).toBeLessThanOrEqual(10)
  for (const { name, description, callback_id } of shortcuts) {
    expect(name).toMatch(/^[ぁ-んァ-ヶ一-龠ー]{1,24}$/)
    expect(description.length).toBeLessThanOrEqual(150)
    expect(views.map(({ id }) => id)).toContain(callback_id)
  }
  const named = (type: string) => shortcuts.filter((one) => one.type === type).map(({ name }) => name)
  expect(named('message').toSorted()).toEqual(['地域課題にする', '宿題にする', '次第に入れる'].toSorted())
  expect(named('global')).toEqual(
    expect.arrayContaining(['ケース概要を出す', '今月のモニタリング', '宿題を書く']),
  )
  const [one] = views
  if (!one) throw new Error('no command')
  const long = { ...one, shortcutNames: { global: { ja: 'あ'.repeat(25), en: 'a' } } }
  expect(() => slackManifest([long])).toThrow(/24/)
})

test('for many workspaces it names where people come back to, and has tokens change', () => {
  expect(slackManifest(views).oauth_config.redirect_urls).toBeUndefined()
  const manifest = slackManifest(views, { publicUrl: 'https://tsunagi.example.jp' })
  expect(manifest.oauth_config.redirect_urls).toEqual(['https://tsunagi.example.jp/slack/oauth_redirect'])
  expect(manifest.settings).toMatchObject({ token_rotation_enabled: true, socket_mode_enabled: true })
})

test('more commands than Slack takes are refused, with what to do', () => {
  const [one] = COMMANDS
  if (!one) throw new Error('no command')
  const many = Array.from({ length: 51 }, (_, at) => ({ ...one, noun: { ja: 'い', en: `noun-${at}` } }))
  expect(() => slackManifest(many)).toThrow(/50/)
})

/** Gives a manifest to Slack as who makes an app from it, and gives what it says. */
const validate = async (manifest: object) => {
  const fake = await startFakeSlack({ users: [], channels: [] })
  onTestFinished(fake.stop)
  const client = new WebClient(fake.configToken, { slackApiUrl: fake.url })
  return client
    .apiCall('apps.manifest.validate', { manifest: JSON.stringify(manifest) })
    .catch(({ data }) => data)
}

test('Slack takes the manifest, in each way of being reached', async () => {
  const [requestUrl, publicUrl] = ['https://tsunagi.example.jp/slack/events', 'https://tsunagi.example.jp']
  for (const addresses of [{}, { requestUrl }, { publicUrl }, { requestUrl, publicUrl }])
    expect(await validate(slackManifest(views, addresses))).toMatchObject({ ok: true, errors: [] })
})

const SLACKS_OWN =
  'me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts'

test.each(SLACKS_OWN.split(' '))('/%s is Slack’s own: no manifest is made with it', async (name) => {
  const [one] = COMMANDS
  if (!one) throw new Error('no command')
  expect(() => slackManifest([{ ...one, noun: { ja: 'い', en: name } }])).toThrow(
    new RegExp(`^/${name} is Slack's own command.*give the noun another English word`),
  )
  const manifest = slackManifest([one])
  for (const command of manifest.features.slash_commands) command.command = `/${name}`
  expect(await validate(manifest)).toMatchObject({
    ok: false,
    error: 'invalid_manifest',
    errors: [{ message: 'the slash command has an invalid name', pointer: '/features/slash_commands' }],
  })
})

test('docs/slack.md gives a reason for every scope, and names no other', async () => {
  const docs = await readFile(DOCS, 'utf8')
  const told = [...docs.matchAll(/^\| `([a-z:]+)` \|/gm)].map(([, scope]) => scope)
  expect(told.toSorted()).toEqual(slackManifest(views).oauth_config.scopes.bot.toSorted())
})
