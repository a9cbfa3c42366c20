import { expect, test } from 'vitest'
import { recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { termEnds } from '../../../../src/domain/region/term-ends.ts'
import { saidIn } from '../../../support/people.ts'
import { exampleRegion, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('the end of an appointed term names the council members; of a seat, who leaves; of a body, itself', async () => {
  const sample = await exampleRegion('saikatsuhoku')
  const region = {
    ...sample,
    bodies: sample.bodies.map((body) => {
      if (body.id === 'zentaikai') return { ...body, term: { years: 2, from: day('2025-04-01') } }
      if (body.id === 'unei') return { ...body, until: day('2026-12-31') }
      return body.id === 'chosei'
        ? { ...body, members: [...body.members, { member: 'riku', until: day('2026-09-30') }] }
        : body
    }),
  }
  const ends = termEnds(region, day('2026-04-01'), day('2027-03-31'))
  expect(ends.map(({ bodyId, ends: on, members }) => [bodyId, `${on}`, members.length])).toEqual([
    ['chosei', '2026-09-30', 1],
    ['unei', '2026-12-31', 0],
    ['zentaikai', '2027-03-31', 10],
  ])
})

test('the centre hears 60 business days ahead, once; who takes a seat hears on the first morning what they need', async () => {
  const product = await startProduct(tokyo('2027-03-30T12:00'))
  const sample = await sampleRegion()
  const seat = { member: 'iin-01', until: day('2027-07-01') }
  const region = {
    ...sample,
    series: sample.series.filter(({ id }) => id === 'chosei'),
    bodies: sample.bodies.map((body) =>
      body.id === 'unei' ? { ...body, members: [...body.members, seat] } : body,
    ),
  }
  await product.load(region)
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  await product.until(tokyo('2027-04-05T12:00'))
  const digests = (user: string) =>
    seen.posts.filter(({ place }) => 'user' in place && place.user === user).map(({ card }) => saidIn(card))
  const told = digests('midori').filter((said) => said.includes('任期の終わりが近い会議体'))
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/運営会議　7月1日（木）まで.*委員役 その一/s)
  const welcome = digests('yukari').filter((said) => said.includes('着任された方へ'))
  expect(welcome).toHaveLength(1)
  expect(welcome[0]).toMatch(/調整会議.*次の会議は4月26日（月）です/s)
  expect(digests('kaoru').join()).not.toContain('着任された方へ')
})
