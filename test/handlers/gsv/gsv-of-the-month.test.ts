import { beforeEach, expect, test } from 'vitest'
import type { Press } from '../../../src/bot/press.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const preview = async () => saidIn(await at.types('midori', 'agenda preview'))
/** Who was asked to bring a case for the GSV, with the button they were given. */
const asked = (): { user: string; press: Press }[] =>
  seen.posts.flatMap(({ place, card }) =>
    card.parts
      .flatMap((part) => (part.part === 'list' ? part.items : []))
      .flatMap(({ button }) =>
        'user' in place && button?.press.command === 'summary.strengths'
          ? [{ user: place.user, press: button.press }]
          : [],
      ),
  )
const newCase = (user: string, code: string) =>
  at.submits(
    user,
    'case.register',
    {},
    { code, kind: 'renewal', validFrom: 'R7.10.1', validTo: 'R8.9.30', monitoring: '6月ごと(R8.3~R8.9)' },
  )
const GSV = { strengths: '料理が得意。', wishes: '店で働く。', help: '練習の場がほしい。' }

/** The region's one liaison meeting a month is on the 17 June. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('a month without a GSV is impossible: whose turn it is has a place, is asked, and chooses the case', async () => {
  await product.until(tokyo('2026-06-10T12:00'))
  const [first] = asked()
  if (!first) throw new Error('nobody was asked')
  expect(await preview()).toContain('GSV（ストレングスモデル）')
  await newCase(first.user, 'S-0901')
  await newCase(first.user, 'S-0902')
  const form = await at.presses(first.user, first.press.command, first.press.options)
  expect(saidIn(form)).toContain('S-0902')
  await at.submits(first.user, first.press.command, first.press.options, { ...GSV, case: 'S-0902' })
  expect(await preview()).toContain('GSV（ストレングスモデル）　S-0902')
  await product.until(tokyo('2026-06-16T12:00'))
  const agenda = seen.posts.find(({ place }) => 'channel' in place)
  expect(saidIn(agenda?.card ?? ({} as never))).toContain('GSV（ストレングスモデル）　S-0902')
})

test('unwritten, it keeps its place on the agenda all the same', async () => {
  await product.until(tokyo('2026-06-16T12:00'))
  const agenda = seen.posts.find(({ place }) => 'channel' in place)
  expect(saidIn(agenda?.card ?? ({} as never))).toMatch(/14:00　GSV（ストレングスモデル）/)
})

test('who brings a case of their own accord takes that place; nobody is asked any more', async () => {
  await newCase('sakura', 'S-0903')
  await product.until(tokyo('2026-06-10T12:00'))
  await at.submits('sakura', 'summary.strengths', { case: 'S-0903' }, { ...GSV, case: 'S-0903' })
  const draft = await preview()
  expect(draft.match(/GSV（ストレングスモデル）/g)).toHaveLength(1)
  expect(draft).toContain('GSV（ストレングスモデル）　S-0903')
})

test('with one button the coordinator has somebody else present; that person is asked the next morning', async () => {
  await product.until(tokyo('2026-06-10T12:00'))
  const [first] = asked()
  const draft = await preview()
  const summary = /"agenda\.presenter","options":\{"summary":"([0-9a-f-]{36})"/.exec(draft)?.[1] ?? ''
  const form = saidIn(await at.presses('midori', 'agenda.presenter', { summary }))
  expect(form).not.toContain(`"value":"${first?.user}"`)
  const other = /"value":"([a-z-]+)"/.exec(form)?.[1] ?? ''
  await at.submits('midori', 'agenda.presenter', { summary }, { presenter: other })
  await product.until(tokyo('2026-06-11T12:00'))
  expect(asked().at(-1)?.user).toBe(other)
  expect(await at.submits('riku', 'agenda.presenter', { summary }, { presenter: 'riku' })).toMatchObject({
    card: { tag: 'answer.not-permitted' },
  })
})

test('a missing plan review is presented by a colleague of the same office, and by nobody of another', async () => {
  await at.submits(
    'sakura',
    'case.register',
    {},
    {
      code: 'S-0904',
      kind: 'new',
      validFrom: 'R8.6.1',
      validTo: 'R9.5.31',
      monitoring: '6月ごと(R8.11~R9.5)',
    },
  )
  const wanted = { case: 'S-0904', form: 'plan_review' }
  const form = saidIn(await at.presses('midori', 'agenda.presenter', wanted))
  expect(form).toContain('S-0904')
  expect(form).not.toContain('"value":"riku"')
  await at.submits('midori', 'agenda.presenter', wanted, { presenter: 'daichi' })
  expect(await preview()).toContain('見本 だいち')
})
