import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import type { Interaction, Reply } from '../../src/bot/port.ts'
import { type Answered, unwatched } from '../../src/observability/watch.ts'
import { columnsOf } from '../../src/store/engine/data-classes.ts'
import type { Scope } from '../../src/store/engine/database.ts'
import { openIn } from '../../src/store/engine/sealed-text.ts'
import { readsOf } from '../../src/store/keeping/opened-texts.ts'
import { SEALED_COLUMNS } from '../../src/store/keeping/schema.ts'
import { gather } from '../bot/conformance/gather.ts'
import { type Product, startProduct } from '../support/product.ts'

/** Goes through the whole product. */
vi.setConfig({ testTimeout: 400_000 })

const REGION = 'saikatsuhoku'

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
/** What the store holds: codes of cases by their ids, and sealed texts by the subjects that a row about them names. */
type Held = { codes: ReadonlyMap<string, string>; texts: ReadonlyMap<string, ReadonlySet<string>> }

const CRAWLED = 'くらしのようすを'
/** Makes each of the crawl's texts its own. */
const TOLD_APART = '件目の話。'

const stringsIn = (thing: unknown): string[] => {
  if (typeof thing === 'string') return [thing]
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(stringsIn) : []
}

const written = (text: string): string[] => {
  try {
    return stringsIn(JSON.parse(text))
  } catch {
    return [text]
  }
}

/** Every sealed text of the region. */
const sealedTexts = async (scope: Scope): Promise<Held['texts']> => {
  const texts = new Map<string, Set<string>>()
  for (const column of SEALED_COLUMNS) {
    const found: Record<string, unknown>[] = await scope.tx.select().from(column.table)
    const [key] = columnsOf(column.table).find(([, one]) => one === column) ?? ['']
    for (const row of found) {
      const bytes = row[key]
      const [subject] = readsOf([{ table: column.table, row }])
      if (!(bytes instanceof Uint8Array) || !subject) continue
      for (const text of written(openIn(scope, column, row, bytes)))
        if (text.includes(TOLD_APART))
          texts.set(text, (texts.get(text) ?? new Set()).add(`${subject.subjectKind} ${subject.subjectId}`))
    }
  }
  return texts
}

const words = (thing: object): string => JSON.stringify(thing).replaceAll(/\\[nt"]/g, ' ')
const holds = (said: string, code: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9-])${code}(?![A-Za-z0-9-])`).test(said)

/** What an answer should have left and did not. */
const missing = ({ interaction, reply, answered, rows }: Seen, { codes, texts }: Held): string[] => {
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
  const subjects = new Set(
    rows.filter(({ access }) => access !== 'refused').map((row) => `${row.subject_kind} ${row.subject_id}`),
  )
  const unopened = [...texts].flatMap(([text, of]) => {
    if (isRefused || !said.includes(text) || words(interaction).includes(text)) return []
    return of.isDisjointFrom(subjects) ? [`shows a text of ${[...of][0]?.split(' ')[0]}`] : []
  })
  const isUnrecorded =
    isRefused &&
    reply.kind !== 'correct' &&
    !ASKS_AGAIN.has(tag) &&
    rows.every(({ access }) => access !== 'refused')
  return [...unread, ...unopened, ...(isUnrecorded ? ['refuses'] : [])]
}

/** The crawl types one text everywhere; each is told apart here. */
const tellApart = (interaction: Interaction, from: number): Interaction => {
  if (interaction.kind !== 'submit') return interaction
  const values = Object.entries(interaction.values).map(([name, value], at) => {
    if (typeof value !== 'string' || !value.startsWith(CRAWLED)) return [name, value]
    return [name, `${from + at}${TOLD_APART}${value}`.slice(0, value.length)]
  })
  return { ...interaction, values: Object.fromEntries(values) }
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
  let told = 1_000
  const dispatch: Product['dispatch'] = async (given) => {
    told += 10
    const interaction = tellApart(given, told)
    answered = 'answered'
    const reply = await product.dispatch(interaction)
    const rows = await rowsOf<Row & { id: string }>(
      sql`select id::text, access, subject_kind, subject_id from audit_log where id > ${last} and member_id is not null order by id`,
    )
    last = Number(rows.at(-1)?.id ?? last)
    const cases = await rowsOf<{ code: string; id: string }>(sql`select code, id::text from cases`)
    const codes = new Map(cases.map(({ code, id }) => [code, id]))
    const texts = await product.database.inRegion(REGION, sealedTexts)
    const command = 'press' in interaction ? interaction.press.command : interaction.kind
    for (const { access } of rows) counts[access] = (counts[access] ?? 0) + 1
    for (const fault of missing({ interaction, reply, answered, rows }, { codes, texts }))
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
