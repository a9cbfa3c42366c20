import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import type { Interaction, Reply } from '../../src/bot/port.ts'
import { type Answered, unwatched } from '../../src/observability/watch.ts'
import { gather } from '../bot/conformance/gather.ts'
import { type Product, startProduct } from '../support/product.ts'

/** Goes through the whole product. */
vi.setConfig({ testTimeout: 400_000 })

const REGION = 'saikatsuhoku'
/** What the crawl types wherever a text is asked for. */
const LINE = 'くらしのようすを、いつもの会議'

/** Replies that ask for what was missing or mistyped: no refusals. */
const ASKS_AGAIN = new Set([
  'answer.unknown-command',
  'answer.too-many-words',
  'answer.missing-option',
  'answer.wrong-option',
  'meeting.which',
  'poll.which-body',
  'setup.where',
])

type Row = { access: string; subject_kind: string; subject_id: string }
type Seen = { interaction: Interaction; reply: Reply; answered: Answered; rows: Row[] }
/** What the store holds: codes of cases by their ids, and the texts that are not sealed. */
type Held = { codes: ReadonlyMap<string, string>; clear: readonly string[] }

/** Of no case: the title of a poll, what an office has free. */
const CLEAR = sql`select title as text from polls union select kinds from openings`

const words = (thing: object): string => JSON.stringify(thing).replaceAll(/\\[nt"]/g, ' ')
const holds = (said: string, code: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9-])${code}(?![A-Za-z0-9-])`).test(said)

/** What an answer should have left and did not. */
const missing = ({ interaction, reply, answered, rows }: Seen, { codes, clear }: Held): string[] => {
  if (reply.kind === 'nothing') return []
  const said = words(reply)
  const isRefused = answered === 'refused'
  const tag = 'card' in reply ? reply.card.tag : ''
  const known = (kind: string, id?: string) =>
    rows.some(
      (row) =>
        row.access !== 'refused' && row.subject_kind === kind && (id === undefined || row.subject_id === id),
    )
  const unread = [...codes].flatMap(([code, id]) => {
    if (!holds(said, code) || (isRefused && holds(words(interaction), code))) return []
    const isThere = reply.kind === 'suggestions' ? known('case-list') : known('case', id)
    return isThere ? [] : [`shows ${code}`]
  })
  const sealed = clear.reduce((left, text) => left.replaceAll(text, ''), said)
  const isUnread = sealed.includes(LINE) && !isRefused && rows.every(({ access }) => access === 'refused')
  const isUnrecorded =
    isRefused &&
    reply.kind !== 'correct' &&
    !ASKS_AGAIN.has(tag) &&
    rows.every(({ access }) => access !== 'refused')
  return [...unread, ...(isUnread ? ['shows a text'] : []), ...(isUnrecorded ? ['refuses'] : [])]
}

/** The product, with every answer looked at: what it shows or refuses, beside the rows that it left. */
const observed = (faults: Set<string>, counts: Record<string, number>) => async (at: Temporal.Instant) => {
  let answered: Answered = 'answered'
  const product = await startProduct(at, undefined, {
    ...unwatched,
    answered: (_, how) => {
      answered = how
    },
  })
  const rowsOf = <Found extends object>(query: ReturnType<typeof sql>): Promise<Found[]> =>
    product.database.inRegion(REGION, async ({ tx }) => (await tx.execute(query)).rows as Found[])
  let last = 0
  const dispatch: Product['dispatch'] = async (interaction) => {
    answered = 'answered'
    const reply = await product.dispatch(interaction)
    const rows = await rowsOf<Row & { id: string }>(
      sql`select id::text, access, subject_kind, subject_id from audit_log where id > ${last} and member_id is not null order by id`,
    )
    last = Number(rows.at(-1)?.id ?? last)
    const cases = await rowsOf<{ code: string; id: string }>(sql`select code, id::text from cases`)
    const codes = new Map(cases.map(({ code, id }) => [code, id]))
    const clear = (await rowsOf<{ text: string }>(CLEAR)).map(({ text }) => text)
    const command = 'press' in interaction ? interaction.press.command : interaction.kind
    for (const { access } of rows) counts[access] = (counts[access] ?? 0) + 1
    for (const fault of missing({ interaction, reply, answered, rows }, { codes, clear }))
      faults.add(
        `${command} ${interaction.kind} → ${'card' in reply ? reply.card.tag : reply.kind}: ${fault}`,
      )
    return reply
  }
  return { ...product, dispatch }
}

test('whatever a command shows or refuses, a row says so', async () => {
  const faults = new Set<string>()
  const counts: Record<string, number> = {}
  await gather(observed(faults, counts))
  expect([...faults]).toEqual([])
  expect(counts.refused).toBeGreaterThan(20)
  expect(counts.read).toBeGreaterThan(100)
})
