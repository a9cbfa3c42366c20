import { expect, test } from 'vitest'
import { addPledge, allPledges } from '../../../src/store/account/pledges.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

test('what is confirmed twice counts from the first time', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  const pledge = { bodyId: 'zentaikai', memberId: 'iin-01' }
  const [first, again, all] = await product.database.inRegion('saikatsuhoku', async (scope) => [
    await addPledge(scope, { ...pledge, at: tokyo('2026-04-08T10:00') }),
    await addPledge(scope, { ...pledge, at: tokyo('2026-04-09T10:00') }),
    await allPledges(scope),
  ])
  expect([first, again]).toEqual([true, false])
  expect(all).toMatchObject([pledge])
  expect(all?.[0]?.at.equals(tokyo('2026-04-08T10:00'))).toBe(true)
})
