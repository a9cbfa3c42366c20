import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { upgradeStep } from '../../src/app/finish-upgrade.ts'
import { readCustomId } from '../../src/bot/discord/custom-id.ts'
import type { Interaction, Reply } from '../../src/bot/port.ts'
import { decodePress, type Press } from '../../src/bot/press.ts'
import { restore } from '../../src/cli/backup/restore.ts'
import type { Arrived } from '../golden/recorder.ts'
import { asOwner, emptyDatabase } from '../support/database.ts'
import { saidIn } from '../support/people.ts'
import { type Product, tokyo } from '../support/product.ts'
import { chats, connected, LEFT_AT } from './live.ts'
import { FOLDER, type Left, makeFixture } from './make.ts'
import { configFor, running } from './running.ts'

vi.setConfig({ testTimeout: 400_000 })

const WRITES = process.env.FIXTURE === 'write'
const REGION = 'saikatsuhoku'

test.runIf(WRITES)('an installation of this version is kept', () => makeFixture())

type Restored = { product: Product; left: Left; arrived(): Arrived[] }

/** The installation of 0.1.0 on today's code, at the moment at which its backup was made. */
const restored = async (): Promise<Restored> => {
  const left: Left = JSON.parse(await readFile(new URL('left.json', FOLDER), 'utf8'))
  const key = Buffer.from(left.key, 'base64')
  const databaseUrl = await emptyDatabase()
  const file = fileURLToPath(new URL('backup.tar.gz', FOLDER))
  const at = tokyo(LEFT_AT)
  expect(await restore(file, false, configFor(databaseUrl, key), { now: () => at })).toMatchObject({
    ok: true,
  })
  const product = await running(databaseUrl, key, at)
  const arrivals = chats(product, await connected())
  return { product, left, arrived: () => arrivals.flat() }
}

const does = (product: Product, user: string, what: object): Promise<Reply> =>
  product.dispatch({
    account: { platform: 'practice', workspace: REGION, user },
    event: randomUUID(),
    ...what,
  } as Interaction)

const rows = <Row extends object>(product: Product, query: string): Promise<Row[]> =>
  asOwner(product.databaseUrl, REGION, async (owner) => (await owner.query<Row>(query)).rows)

/** What was answered, in a word or two: which form, which card. */
const nameOf = (reply: Reply): string => {
  if (reply.kind === 'form' || reply.kind === 'correct') return `${reply.kind} ${reply.form.press.command}`
  return 'card' in reply ? `${reply.kind} ${reply.card.tag}` : reply.kind
}

const expectKept = async (name: string, found: unknown): Promise<void> => {
  const file = new URL(name, FOLDER)
  if (WRITES) await writeFile(file, `${JSON.stringify(found, undefined, 1)}\n`)
  expect(found).toEqual(JSON.parse(await readFile(file, 'utf8')))
}

test('what was typed into each form and not sent is there when it is opened again', async () => {
  const { product, left } = await restored()
  expect(left.drafts.length).toBeGreaterThan(15)
  for (const { user, press, values } of left.drafts) {
    const opened = await does(product, user, { kind: 'run', press })
    if (opened.kind !== 'form') throw new Error(`${press.command}: ${saidIn(opened)}`)
    const filledIn = Object.fromEntries(
      opened.form.fields.flatMap(({ name, initial }) => (name in values ? [[name, initial]] : [])),
    )
    expect(filledIn, press.command).toEqual(values)
    expect(opened.form.intro, press.command).toContain('6月16日（火）11:00に書きかけたところ')
  }
})

test('what was sealed the old way opens, is sealed to its place, and opens still', async () => {
  const { product, left } = await restored()
  const typed = async () => {
    const opened = await Promise.all(
      left.drafts.map(({ user, press }) => does(product, user, { kind: 'run', press })),
    )
    return opened.map((reply) =>
      reply.kind === 'form' ? reply.form.fields.map(({ initial }) => initial) : [],
    )
  }
  const before = await typed()
  expect(before.flat()).toContain('書きかけのことば。')
  const [kept] = await rows<{ old: number }>(product, OLD)
  expect(kept?.old).toBeGreaterThan(15)
  expect(await upgradeStep(product, LONG_WITHOUT_OLDER, new AbortController().signal)).toEqual({
    places: 0,
    unopened: 0,
    keys: 0,
    broken: [],
  })
  expect(await rows(product, OLD)).toEqual([{ old: 0 }])
  expect(await typed()).toEqual(before)
})
const OLD = `select count(*)::int as old from form_drafts where get_byte(text, 0) = 1`
const LONG_WITHOUT_OLDER = 8

test('every reminder and message that was on its way is seen to, once', async () => {
  const { product, arrived } = await restored()
  const due = `where due_at <= timestamptz '${LEFT_AT}+09'`
  const reminders = await rows<{ id: string }>(
    product,
    `select id from reminders ${due} and settled_at is null`,
  )
  const messages = await rows<{ id: string }>(
    product,
    `select id from deliveries ${due} and state in ('waiting', 'sending')`,
  )
  const told = (ids: { id: string }[]) => ids.map(({ id }) => `'${id}'`).join()
  await product.until(tokyo('2026-06-16T16:00'))
  await expectKept('on-their-way.json', {
    reminders: await rows(
      product,
      `select kind, result from reminders where id in (${told(reminders)}) order by kind, result`,
    ),
    messages: await rows(
      product,
      `select kind, state, reason from deliveries where id in (${told(messages)}) order by kind, state, reason`,
    ),
    arrived: Object.entries(Object.groupBy(arrived(), ({ card, how }) => `${how} ${card.tag}`))
      .map(([name, cards]) => `${name}: ${cards?.length}`)
      .toSorted(),
  })
  await product.until(tokyo('2026-09-01T12:00'))
  const late = `select kind, key from deliveries where state in ('waiting', 'sending') and due_at < '2026-09-01'`
  expect(await rows(product, late)).toEqual([])
  const open = `select kind, key from reminders where settled_at is null and due_at < '2026-09-01'`
  expect(await rows(product, open)).toEqual([])
})

test('the published agenda is changed where it was posted', async () => {
  const { product, left, arrived } = await restored()
  const posts = await rows<{ sent_channel: string }>(
    product,
    `select sent_channel from deliveries where kind = 'agenda' and state = 'sent' and subject = '${left.meeting}'`,
  )
  expect(posts.length).toBe(2)
  const { meeting } = left
  const shown = await does(product, 'midori', {
    kind: 'run',
    press: { command: 'agenda.show', options: { meeting } },
  })
  const [, summary = ''] = /"value":"([0-9a-f-]{36})"/.exec(saidIn(shown)) ?? []
  const press = { command: 'agenda.edit', options: { summary } }
  await does(product, 'midori', { kind: 'submit', press, values: { minutes: '11', held: 'no' } })
  await product.until(tokyo('2026-06-16T11:15'))
  const changed = arrived().filter(({ how, card }) => how === 'update' && saidIn(card).includes('11分'))
  expect(changed.map(({ where }) => where.split(' ')[0])).toEqual(
    posts
      .map(({ sent_channel: channel }) => channel)
      .toSorted()
      .toReversed(),
  )
})

/** The press of a button as each chat kept it. */
const pressOf = ({ slack, discord, chosen }: Left['buttons'][number]): Press => {
  const press = decodePress(slack)
  const read = readCustomId(discord)
  expect(read?.press, discord).toEqual(press)
  expect(read?.option, discord).toBe(chosen?.option)
  if (!press) throw new Error(slack)
  return { ...press, options: { ...press.options, ...(chosen ? { [chosen.option]: chosen.value } : {}) } }
}

test('every button that stands in a chat does what it did', async () => {
  const { product, left } = await restored()
  expect(left.buttons.length).toBeGreaterThan(80)
  const answers: string[] = []
  for (const button of left.buttons) {
    const press = pressOf(button)
    const reply = await does(product, button.user, { kind: 'run', press })
    const name = `${button.user} ${button.slack}: ${nameOf(reply)}`
    expect(name).not.toMatch(/answer\.(bug|unknown-command|not-permitted)|: nothing/)
    if (reply.kind === 'form') {
      const sent = await does(product, button.user, { kind: 'submit', press: reply.form.press, values: {} })
      answers.push(`${name}, sent empty: ${nameOf(sent)}`)
    } else answers.push(name)
  }
  await expectKept('answers.json', answers)
})
