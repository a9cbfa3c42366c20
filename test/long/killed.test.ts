import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type BotProcess, botFolder } from '../support/bot-process.ts'

type Json = Record<string, unknown>

const call = async (bot: BotProcess, path: string, body?: Json): Promise<Json> => {
  const init: RequestInit = body
    ? {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: bot.address },
      }
    : {}
  const answer = await fetch(`${bot.address}/api${path}`, init)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Json
}

const SUMMARY = {
  case: 'S-0101',
  assessment: '生活のリズムが整わない。',
  wishes: '働きつづけたい。',
  policy: '朝の支度を一緒に整える。',
  content: '居宅介護 週2回。',
}

/** What the story leaves behind: every message of the region's channel and of each member, by its text. */
const texts = async (bot: BotProcess, member: string, conversation: string): Promise<string[]> => {
  const page = await call(bot, `/as/${member}/messages?${new URLSearchParams({ conversation })}`)
  return (page.messages as { content: Json }[]).map(({ content }) => JSON.stringify(content))
}

test('killed at any moment, the story goes on after the next start: nothing twice, nothing missing', {
  timeout: 240_000,
}, async () => {
  await using folder = await botFolder()
  let bot = await folder.start()
  const submit = {
    event: randomUUID(),
    conversation: 'direct:sakura',
    language: 'ja',
    kind: 'submit',
    press: { command: 'summary.submit', options: { case: 'S-0101' } },
    values: SUMMARY,
  }
  // Killed while a form is being stored: the person sends it again.
  const lost = call(bot, '/as/sakura/interact', submit).catch(() => undefined)
  await bot.kill()
  await lost
  bot = await folder.start()
  const answered = JSON.stringify(await call(bot, '/as/sakura/interact', submit))
  expect(answered).toMatch(/nothing|S-0101 の概要を提出しました/)

  // Killed again and again while weeks are lived through.
  const agendas = async () =>
    (await texts(bot, 'sakura', 'channel:renrakukai')).filter((text) => text.includes('"agenda"'))
  for (let round = 0; round < 12 && (await agendas()).length === 0; round += 1) {
    const leap = call(bot, '/clock/advance', { event: randomUUID(), to: 'next-week' }).catch(() => undefined)
    if (round % 2 === 0) {
      await Promise.race([leap, new Promise((resolve) => setTimeout(resolve, 300 * (round + 1)).unref())])
      await bot.kill()
      await leap
      bot = await folder.start()
    } else await leap
  }
  const posted = await agendas()
  expect(posted).toHaveLength(1)
  expect(posted[0]).toContain('S-0101')
  const digests = (await texts(bot, 'sakura', 'direct:sakura'))
    .map(
      (text) => /"summary":"[^"]*","parts":\[\{"part":"heading","text":"([^"]*のお知らせ)"/.exec(text)?.[1],
    )
    .filter((heading) => heading !== undefined)
  expect(digests.length).toBeGreaterThan(0)
  expect(new Set(digests).size).toBe(digests.length)
  expect(await bot.interrupt()).toBe(0)
})

test('a second start in the same folder says that one is running, and where', {
  timeout: 120_000,
}, async () => {
  await using folder = await botFolder()
  const bot = await folder.start()
  const second = await folder.startRefused()
  expect(second.code).toBe(1)
  expect(second.lines.join('\n')).toContain(bot.address)
  expect(await bot.interrupt()).toBe(0)
})

test('a wrong variable is named, with what it should be, and never shown', { timeout: 120_000 }, async () => {
  await using folder = await botFolder()
  const refused = await folder.startRefused({ PORT: 'eighty', SLACK_BOT_TOKEN: 'secret-value' })
  expect(refused.code).toBe(1)
  const said = refused.lines.join('\n')
  expect(said).toMatch(/PORT.*65535/)
  expect(said).toMatch(/SLACK_BOT_TOKEN.*xoxb-/)
  expect(said).not.toContain('secret-value')
})
