import { beforeEach, expect, test } from 'vitest'
import { pledgersOf } from '../../../src/domain/account/permission.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { allPledges } from '../../../src/store/account/pledges.ts'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const TODAY = Temporal.PlainDate.from('2026-06-01')
let product: Product
let region: Region
let at: ReturnType<typeof people>

const YES = { confirmed: 'yes' }

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = await sampleRegion()
  const [plenary] = sample.bodies
  if (plenary?.id !== 'zentaikai') throw new Error('the sample region has another plenary')
  const housing = { ...plenary, id: 'housing', name: '住まい部会', members: [{ member: 'iin-01' }] }
  region = { ...sample, bodies: [...sample.bodies, housing] }
  await product.load(region)
  at = people(product)
})

test('council members confirm, and nobody else on the roster', async () => {
  expect(pledgersOf(region, 'zentaikai', TODAY).map(({ id }) => id)).toEqual(
    region.members.flatMap(({ id }) => (id.startsWith('iin-') ? [id] : [])),
  )
  expect(pledgersOf(region, 'housing', TODAY).map(({ id }) => id)).toEqual(['iin-01'])
  expect(pledgersOf(region, 'unei', TODAY)).toEqual([])
  expect(saidIn(await at.types('midori', 'tsunagi pledge'))).toContain('委員')
  expect(saidIn(await at.types('midori', 'tsunagi pledge'))).toContain('answer.not-permitted')
})

test('each body once: the form offers what is left, and what was confirmed says when', async () => {
  const form = await at.types('iin-01', 'つなぎ 守秘義務')
  expect(form.kind).toBe('form')
  expect(saidIn(form)).toContain('第89条の3第5項')
  expect(saidIn(form)).toContain('住まい部会')
  const done = saidIn(await at.submits('iin-01', 'tsunagi.pledge', {}, { body: 'zentaikai', ...YES }))
  expect(done).toContain('「全体会」の守秘義務を確認しました')
  expect(done).toContain('令和8年6月1日')

  const rest = saidIn(await at.types('iin-01', 'tsunagi pledge'))
  expect(rest).not.toContain('全体会')
  product.clock.set(tokyo('2026-06-03T10:00'))
  const again = saidIn(await at.submits('iin-01', 'tsunagi.pledge', {}, { body: 'zentaikai', ...YES }))
  for (const said of [again, saidIn(await at.types('iin-01', 'tsunagi pledge 全体会'))]) {
    expect(said).toContain('もう確認されています')
    expect(said).toContain('令和8年6月1日')
  }
  await at.submits('iin-01', 'tsunagi.pledge', { body: 'housing' }, { body: 'housing', ...YES })
  expect(saidIn(await at.types('iin-01', 'tsunagi pledge'))).toContain(
    'これから守秘義務を確認する会議体はありません',
  )
  const kept = await product.database.inRegion(region.id, allPledges)
  expect(kept.map(({ bodyId, memberId }) => [bodyId, memberId])).toEqual([
    ['zentaikai', 'iin-01'],
    ['housing', 'iin-01'],
  ])
  const audit = await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(`select subject_id from audit_log where action = 'tsunagi.pledge' order by at, id`),
  )
  expect(audit.rows).toEqual([{ subject_id: 'zentaikai' }, { subject_id: 'housing' }])
})

test('another’s body, and a form without the confirmation, are refused', async () => {
  const another = await at.submits('iin-02', 'tsunagi.pledge', {}, { body: 'housing', ...YES })
  expect(another).toMatchObject({ kind: 'correct', faults: { fields: { body: expect.any(String) } } })
  expect(saidIn(await at.types('iin-02', 'tsunagi pledge 住まい部会'))).toContain(
    '「住まい部会」はありません',
  )
  const silent = await at.submits('iin-02', 'tsunagi.pledge', {}, { body: 'zentaikai' })
  expect(silent).toMatchObject({ kind: 'correct', faults: { fields: { confirmed: expect.any(String) } } })
  expect(await product.database.inRegion(region.id, allPledges)).toEqual([])
})
