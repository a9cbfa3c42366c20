import { beforeEach, expect, test } from 'vitest'
import {
  agendaAsPublished,
  agendaView,
  type ComposedAgenda,
  draftAgenda,
  meetingContext,
} from '../../../src/actions/agenda/agenda-facts.ts'
import { agendaCard } from '../../../src/cards/agenda/agenda.ts'
import { agendaSheet } from '../../../src/cards/agenda/agenda-paper.ts'
import { plainTextOf } from '../../../src/documents/plain-text.ts'
import { agendaPaper } from '../../../src/domain/agenda/agenda-paper.ts'
import type { Disclosure } from '../../../src/domain/agenda/disclosure.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { publish } from '../../../src/store/agenda/agendas.ts'
import { caseByCode } from '../../../src/store/case/cases.ts'
import type { Scope } from '../../../src/store/engine/database.ts'
import { closeFollowUp, openFollowUp } from '../../../src/store/followup/follow-ups.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const NOW = tokyo('2026-06-03T10:00')
const WHAT = '見学の日を決める。'
let product: Product
let region: Region

beforeEach(async () => {
  product = await startProduct(NOW)
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  const plan = { kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }
  await people(product).submits('sakura', 'case.register', {}, { ...plan, code: 'S-0900' })
})

const inRegion = <T>(work: (scope: Scope) => Promise<T>) => product.database.inRegion('saikatsuhoku', work)

/** Gives follow-ups in the first meeting from now; returns the second. */
const givenInMeeting = async (
  scope: Scope,
  dueOn: (meeting: Temporal.PlainDate) => Temporal.PlainDate,
  count = 1,
) => {
  const [first, second] = await meetingsBetween(scope, NOW, NOW.add({ hours: 24 * 90 }))
  const file = second && (await meetingContext(scope, region, second.id))
  if (!first || !file) throw new Error('the sample has no two meetings in three months')
  const kase = await caseByCode(scope, 'S-0900')
  const wanted = { summaryId: null, caseId: kase?.id ?? null, memberId: 'sakura', openedBy: 'midori' }
  const ids: string[] = []
  for (let n = 0; n < count; n += 1)
    ids.push(
      await openFollowUp(
        scope,
        { ...wanted, meetingId: first.id, what: WHAT, dueOn: dueOn(file.startsAt.toPlainDate()) },
        NOW,
      ),
    )
  return { file, ids }
}
type File = Awaited<ReturnType<typeof givenInMeeting>>['file']

const shown = async (scope: Scope, file: File, composed: ComposedAgenda, disclosure: Disclosure) => {
  const view = await agendaView(scope, region, file, composed, disclosure)
  const text = catalogues.ja
  const card = saidIn(agendaCard(view, 'ja', text))
  const paper = agendaPaper(view, { issuedAt: file.startsAt })
  return { card, paper: plainTextOf(agendaSheet(paper, 'ja', text)) }
}

test('one given in a meeting comes back on the next agenda of its body, as much of it as the body may read', async () => {
  await inRegion(async (scope) => {
    const { file } = await givenInMeeting(scope, (day) => day)
    const composed = await draftAgenda(scope, region, file)
    expect(composed.agenda.totalMinutes).toBe(1)
    const expected = { topics: [false, false], codes: [true, false], summaries: [true, true] } as const
    for (const [disclosure, [code, what]] of Object.entries(expected)) {
      const both = await shown(scope, file, composed, disclosure as Disclosure)
      for (const said of Object.values(both)) {
        expect(said, disclosure).toMatch(/宿題の確認.*架空 さくらさん（\d+月\d+日（.）まで）/s)
        expect(said.includes('S-0900'), disclosure).toBe(code)
        expect(said.includes(WHAT), disclosure).toBe(what)
      }
    }
  })
})

test('not before it is due; ten minutes at most in all; none of another body', async () => {
  await inRegion(async (scope) => {
    const { file } = await givenInMeeting(scope, (day) => day.add({ days: 1 }))
    expect((await draftAgenda(scope, region, file)).agenda.totalMinutes).toBe(0)
    await givenInMeeting(scope, (day) => day, 14)
    const { agenda, brought } = await draftAgenda(scope, region, file)
    expect(brought.map(({ refs }) => refs.length)).toEqual([14])
    expect(agenda.totalMinutes).toBe(10)
    expect(agenda.sections.find(({ id }) => id === 'other')?.items).toHaveLength(1)
    const other = { ...file, body: { ...file.body, id: 'another' } }
    expect((await draftAgenda(scope, region, other)).brought).toEqual([])
  })
})

test('what was published stays as it was, though it is done since; the draft of the next no longer has it', async () => {
  await inRegion(async (scope) => {
    const { file, ids } = await givenInMeeting(scope, (day) => day)
    const { agenda, brought } = await draftAgenda(scope, region, file)
    await publish(scope, file.meeting.id, agenda, NOW, brought)
    for (const id of ids)
      await closeFollowUp(scope, id, { state: 'done', reason: undefined, closedBy: 'sakura', closedAt: NOW })
    const published = await agendaAsPublished(scope, region, file)
    if (!published) throw new Error('not published')
    expect((await shown(scope, file, published, 'codes')).card).toContain('宿題の確認')
    expect((await draftAgenda(scope, region, file)).agenda.totalMinutes).toBe(0)
  })
})
