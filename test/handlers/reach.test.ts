import { beforeEach, expect, test } from 'vitest'
import type { FieldView, FormValues } from '../../src/bot/form.ts'
import type { Reply } from '../../src/bot/port.ts'
import { registry } from '../../src/handlers/registry.ts'
import { asOwner } from '../support/database.ts'
import { people, saidIn } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

/**
 * Every command of the product, tried on one case by people who have nothing to do with it: a specialist of another
 * office, an officer of another municipality, a member of the council.
 */
const OUTSIDERS = { specialist: 'riku', officer: 'megumi', 'council member': 'iin-01' }
const MARKER = 'しるしの言葉'
const COMMANDS = registry().commands

/** What outsiders may do, because it is about themselves or everybody: nothing of the case is in it. */
const THEIR_OWN = new Set([
  'case.register',
  'case.list',
  'case.priority',
  'summary.intake',
  'summary.notice',
  'summary.issue',
  'summary.list',
  'openings.list',
  'absence.take',
  'absence.end',
  'followup.list',
  'visit.list',
  'handover.list',
  'agenda.history',
  'meeting.list',
  'meeting.attend',
  'meeting.recorder',
  'meeting.series',
  'meeting.poll',
  'calendar.link',
  'calendar.revoke',
  'monitoring.due',
  'monitoring.forecast',
  'monitoring.standard',
  'gsv.next',
  'gsv.offer',
  'gsv.answer',
  'rota.now',
  'rota.list',
  'rota.swap',
  'tsunagi.help',
  'tsunagi.home',
  'tsunagi.link',
  'tsunagi.notify',
  'tsunagi.connect',
  'tsunagi.unlink',
])
const COUNCIL_MEMBERS_OWN = new Set([
  'agenda.history',
  'meeting.list',
  'meeting.series',
  'meeting.poll',
  'calendar.link',
  'calendar.revoke',
  'followup.list',
  'tsunagi.help',
  'tsunagi.home',
  'tsunagi.link',
  'tsunagi.notify',
  'tsunagi.pledge',
  'tsunagi.connect',
  'tsunagi.unlink',
])

let product: Product
let at: ReturnType<typeof people>
let given: Record<string, string>

const one = async (query: string): Promise<string> =>
  asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows } = await owner.query<{ id: string }>(query)
    return rows[0]?.id ?? ''
  })

const TABLES = [
  'cases',
  'plans',
  'monitorings',
  'summaries',
  'interval_proposals',
  'suspensions',
  'openings',
  'follow_ups',
  'meeting_run_items',
  'minutes',
]
/** Everything that is stored of cases, in one line. */
const stored = () =>
  asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const lines: string[] = []
    for (const table of TABLES) {
      const { rows } = await owner.query(`select t::text as line from ${table} t order by 1`)
      lines.push(JSON.stringify(rows))
    }
    return lines.join()
  })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-03T10:00'))
  await product.load(await sampleRegion())
  at = people(product)
  await at.submits(
    'sakura',
    'case.register',
    {},
    {
      code: 'S-0900',
      kind: 'renewal',
      validFrom: 'R8.4.1',
      validTo: 'R9.3.31',
      monitoring: '2月ごと(R8.5~R9.3)',
    },
  )
  await at.submits(
    'sakura',
    'summary.result',
    { case: 'S-0900' },
    {
      case: 'S-0900',
      progress: MARKER,
      change: MARKER,
      proposal: MARKER,
    },
  )
  await at.submits(
    'sakura',
    'monitoring.propose',
    { case: 'S-0900' },
    {
      interval: '3',
      from: 'R8.8',
      reason: MARKER,
    },
  )
  await at.submits(
    'sakura',
    'followup.add',
    {},
    { member: 'sakura', what: MARKER, dueOn: 'R8.6.10', case: 'S-0900' },
  )
  given = {
    case: 'S-0900',
    monitoring: await one('select id from monitorings order by due_month limit 1'),
    proposal: await one('select id from interval_proposals'),
    summary: await one('select id from summaries'),
    followup: await one('select id from follow_ups'),
    visit: await one("select id from visits where office_id = 'renkon' limit 1"),
    member: 'sakura',
    from: 'sakura',
    office: 'satsuki',
  }
})

const optionsOf = (command: (typeof COMMANDS)[number]): Record<string, string> =>
  Object.fromEntries(
    Object.keys(command.options).flatMap((name) => {
      const value = given[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** Something that each field would take, where nothing is filled in. */
const filled = (field: FieldView): string | string[] => {
  if (field.initial !== undefined && field.initial !== '') return field.initial
  if (field.kind === 'date') return '2026-06-03'
  if (field.kind === 'choice') return field.choices[0]?.value ?? ''
  return field.name === 'lines' || field.name === 'monitoring' ? '3' : '2'
}
const valuesOf = (reply: Reply): FormValues =>
  reply.kind === 'form'
    ? Object.fromEntries(reply.form.fields.map((field) => [field.name, filled(field)]))
    : {}

/** A form of a command opened by somebody who may: the centre, the case's specialist, the officer of its place. */
const openedByInsiders = async (id: string, options: Record<string, string>): Promise<FormValues> => {
  for (const insider of ['sakura', 'midori', 'yukari']) {
    const reply = await at.presses(insider, id, options)
    if (reply.kind === 'form') return valuesOf(reply)
  }
  return {}
}

const REFUSED =
  /^(answer\.(not-permitted|missing-option)|meeting\.refused|case\.|summary\.refused|monitoring\.(refused|no-member)|interval\.refused|openings\.office|plan\.|agenda\.(no-meeting|item-gone)|followup\.refused|ledger\.refused|visit\.refused|handover\.refused|gsv\.(no-series|gone|nothing-to-record)|rota\.(none|no-turn))/

test.each(Object.entries(OUTSIDERS))('no command shows or changes it for a %s', async (role, user) => {
  const own = role === 'council member' ? COUNCIL_MEMBERS_OWN : THEIR_OWN
  for (const command of COMMANDS) {
    const { id } = command
    const options = optionsOf(command)
    const values = await openedByInsiders(id, options)
    const before = await stored()
    const replies = [await at.presses(user, id, options), await at.submits(user, id, options, values)]
    for (const reply of replies) {
      expect(saidIn(reply), id).not.toContain(MARKER)
      if (own.has(id)) continue
      expect(reply.kind === 'card' && reply.card.tag, id).toMatch(REFUSED)
      expect(saidIn(reply), id).not.toMatch(/令和8年(5|7|9)月/)
    }
    if (!own.has(id)) expect(await stored(), id).toBe(before)
  }
})
