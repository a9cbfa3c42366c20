import { expect, test } from 'vitest'
import { people, saidIn } from '../../support/people.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

test('the centre sees the region’s months, an officer their municipality’s; nobody else', async () => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  await product.load(await sampleRegion())
  const at = people(product)
  const plan = { kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '3月ごと(R8.6~R9.3)' }
  await at.submits('sakura', 'case.register', {}, { ...plan, code: 'S-0900', municipality: 'hasuda' })
  await at.submits('himari', 'case.register', {}, { ...plan, code: 'S-0901', municipality: 'satte' })
  await at.submits('sakura', 'case.selfplan', { case: 'S-0900' }, { selfPlan: 'unwished' })
  await at.submits('sakura', 'openings.tell', {}, { newUsers: '３', from: 'R8.9', kinds: '児童' })

  const region = await at.presses('midori', 'monitoring.forecast')
  expect(saidIn(region)).toContain('["令和8年6月","2","0","0"]')
  expect(saidIn(region)).toContain('["令和9年3月","2","2","2"]')
  expect(saidIn(region)).toContain('蓮田市　希望0件、希望ではない1件（100.0%）')
  expect(saidIn(region)).toContain('合わせて3人')
  expect(region.kind === 'card' && region.files?.map(({ name }) => name)).toEqual([
    'forecast-2026-06.png',
    'forecast-2026-06.xlsx',
  ])
  const officer = saidIn({ ...(await at.presses('yukari', 'monitoring.forecast')), files: [] } as never)
  expect(officer).toContain('["令和8年6月","1","0","0"]')
  expect(officer).not.toContain('幸手市')
  expect(saidIn(await at.presses('sakura', 'monitoring.forecast'))).toContain('役割ではできません')
})
