import { expect, test } from 'vitest'
import { recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { people } from '../../../support/people.ts'
import { sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

test('a council member’s morning asks weekly for what is not confirmed; nobody else’s does', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  await product.load({ ...region, series: [], rotas: [] })
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  const at = people(product)
  const told = () =>
    seen.posts.flatMap(({ place, card }) =>
      'user' in place && JSON.stringify(card).includes('tsunagi.pledge') ? [place.user] : [],
    )
  const council = region.members.flatMap(({ id }) => (id.startsWith('iin-') ? [id] : []))
  await product.until(tokyo('2026-04-10T12:00'))
  expect(told()).toEqual([])
  await product.until(tokyo('2026-04-13T12:00'))
  expect(told().toSorted()).toEqual(council)
  const line = seen.posts
    .flatMap(({ card }) => card.parts.flatMap((part) => (part.part === 'list' ? part.items : [])))
    .find(({ button }) => button?.press.command === 'tsunagi.pledge')
  expect(line).toMatchObject({ text: '全体会', button: { press: { options: { body: 'zentaikai' } } } })
  await at.submits('iin-01', 'tsunagi.pledge', line?.button?.press.options ?? {}, {
    body: 'zentaikai',
    confirmed: 'yes',
  })
  await product.until(tokyo('2026-04-17T12:00'))
  expect(told()).toHaveLength(council.length)
  await product.until(tokyo('2026-04-20T12:00'))
  expect(told().slice(council.length).toSorted()).toEqual(council.filter((id) => id !== 'iin-01'))
})
