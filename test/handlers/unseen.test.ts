import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Region } from '../../src/domain/region/region.ts'
import { asOwner } from '../support/database.ts'
import { meetingOn } from '../support/meetings.ts'
import { people, saidIn } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

const CODE = 'S-0900'

let product: Product
let at: ReturnType<typeof people>
let region: Region

const idOf = (sql: string): Promise<string> =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const id = (await owner.query(sql)).rows[0]?.id
    expect(id).toBeDefined()
    return String(id)
  })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  at = people(product)
  const plan = { kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6月ごと(R8.9~R9.3)' }
  await at.submits('sakura', 'case.register', {}, { ...plan, code: CODE })
})

/** Whether an id of this thing is answered as an id of nothing, at each way to it. */
const isNothing = async (user: string, option: string, id: string, commands: readonly string[]) => {
  for (const command of commands) {
    const said = saidIn(await at.presses(user, command, { [option]: id }))
    const nothing = saidIn(await at.presses(user, command, { [option]: randomUUID() }))
    expect([command, said]).toEqual([command, nothing])
    const sent = saidIn(await at.submits(user, command, { [option]: id }, {}))
    expect([command, sent]).toEqual([
      command,
      saidIn(await at.submits(user, command, { [option]: randomUUID() }, {})),
    ])
  }
}

test('a case, its month, its follow-up, its sheet and its proposal', async () => {
  await at.submits(
    'sakura',
    'followup.add',
    {},
    { member: 'sakura', what: '確かめる。', dueOn: 'R8.6.9', case: CODE },
  )
  const sheet = { why: 'a', expected: 'b', consent: 'c', consentOn: 'R8.6.1', assigns: 'no', to: 'koharu' }
  await at.submits('sakura', 'handover.send', { case: CODE }, sheet)
  await at.submits(
    'sakura',
    'monitoring.propose',
    { case: CODE },
    { interval: '3', from: 'R8.7', reason: '様子が変わった。' },
  )
  const followup = await idOf('select id from follow_ups')
  await isNothing('riku', 'followup', followup, [
    'followup.show',
    'followup.done',
    'followup.drop',
    'followup.extend',
    'followup.handover',
  ])
  await isNothing('riku', 'monitoring', await idOf('select id from monitorings'), ['monitoring.done'])
  await isNothing('riku', 'sheet', await idOf('select id from handover_sheets'), [
    'handover.show',
    'handover.acknowledge',
    'handover.back',
  ])
  const officers = region.members.filter(({ roles }) => roles.includes('officer'))
  const ofPlace = region.offices.find(({ id }) => id === 'satsuki')?.municipality
  const stranger = officers.find(({ municipality }) => municipality !== ofPlace)?.id ?? ''
  await isNothing(stranger, 'proposal', await idOf('select id from interval_proposals'), [
    'monitoring.decide',
  ])
})

test('a summary: its code least of all', async () => {
  await at.submits(
    'sakura',
    'summary.result',
    {},
    { case: CODE, result: '変わりなく過ごす。', change: 'なし' },
  )
  const found = await asOwner(
    product.databaseUrl,
    region.id,
    async (owner) => (await owner.query('select id from summaries')).rows,
  )
  if (found.length === 0) {
    await at.submits('sakura', 'summary.notice', {}, { topic: '研修', content: '来月あります。' })
  }
  const summary = await idOf('select id from summaries')
  await isNothing('riku', 'summary', summary, [
    'summary.submit',
    'summary.result',
    'summary.review',
    'summary.study',
    'summary.strengths',
    'summary.notice',
    'summary.versions',
  ])
})

test('a meeting of a body that one does not follow', async () => {
  const meeting = await meetingOn(product, region, '2026-06-17')
  const outsider =
    region.members.find(({ roles }) => roles.length === 1 && roles[0] === 'council_member')?.id ?? 'iin-01'
  await isNothing(outsider, 'meeting', meeting, [
    'meeting.attend',
    'meeting.attendance',
    'meeting.start',
    'meeting.record',
    'meeting.recorder',
    'minutes.show',
    'minutes.finish',
    'minutes.approve',
    'agenda.show',
  ])
})

test('a poll of which one is not asked', async () => {
  const values = {
    title: '臨時の打ち合わせ',
    meets: 'meeting',
    minutes: '60',
    from: 'R8.6.15',
    to: 'R8.6.30',
    deadline: 'R8.6.8',
    itself: 'no',
  }
  const found = await at.submits('midori', 'meeting.find', { body: 'renrakukai' }, values)
  expect(saidIn(found)).toContain('臨時の打ち合わせ')
  await isNothing('iin-01', 'poll', await idOf('select id from polls'), ['meeting.poll', 'meeting.answer'])
})
