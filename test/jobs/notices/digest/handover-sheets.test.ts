import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { sheetsSince } from '../../../../src/store/handover/handover-sheets.ts'
import { asOwner } from '../../../support/database.ts'
import { people, saidIn } from '../../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

const NOW = tokyo('2026-09-08T10:00')
const CASE = { case: 'S-0900' }
const SHEET = {
  to: 'riku',
  why: 'A-WORD-TO-LOOK-FOR',
  expected: '日中の過ごし方を一緒に考える。',
  consent: '面談で説明し、書面に署名。',
  consentOn: 'R8.9.7',
  assigns: 'yes',
}
let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const told = (user: string): string[] =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => saidIn(card))
    .filter((text) => text.includes('引き継ぎシート'))
const send = (values: Record<string, string> = {}, by = 'sakura') =>
  at.submits(by, 'handover.send', CASE, { ...SHEET, ...values })
const sheet = async () => {
  const [one] = await product.database.inRegion('saikatsuhoku', (scope) => sheetsSince(scope, NOW))
  return { sheet: one?.id ?? '' }
}

beforeEach(async () => {
  product = await startProduct(NOW)
  const { visits: _, ...region } = await sampleRegion()
  await product.load({ ...region, series: [] })
  seen = recordingPlatform(await sampleRegion())
  product.join(seen.platform)
  at = people(product)
  const plan = { kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6月ごと(R8.9~R9.3)' }
  await at.submits('sakura', 'case.register', {}, { ...plan, code: 'S-0900' })
})

test('the receiver hears, reads the sheet alone, and takes it on with the case; the sender hears of it', async () => {
  expect(saidIn(await send())).toContain('架空 りくさんに送りました')
  const which = await sheet()
  await product.until(tokyo('2026-09-09T12:00'))
  expect(told('riku').at(-1)).toContain('S-0900　架空 さくらさんから')
  expect(saidIn(await at.presses('riku', 'handover.show', which))).toMatch(/WORD.*日中の過ごし方.*署名/)
  expect(saidIn(await at.presses('riku', 'case.show', CASE))).toContain('見つかりません')
  expect(saidIn(await at.presses('sumire', 'handover.show', which))).toContain('見つかりません')
  expect(saidIn(await at.presses('sakura', 'handover.acknowledge', which))).toContain('紹介先の方')

  const taken = await at.presses('riku', 'handover.acknowledge', which)
  expect(saidIn(taken)).toContain('あなたの担当になりました')
  expect(saidIn(await at.presses('riku', 'handover.acknowledge', which))).toContain('受け取り済み')
  expect(saidIn(await at.presses('riku', 'case.show', CASE))).toContain('ケース S-0900')
  await product.until(tokyo('2026-09-10T12:00'))
  expect(told('sakura').at(-1)).toContain('架空 りくさんが受け取りました')
  await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows } = await owner.query("select encode(text, 'escape') as text from handover_sheets")
    expect(JSON.stringify(rows)).not.toContain('WORD')
    const { rows: noted } = await owner.query(
      "select * from audit_log where subject_kind = 'handover-sheet' and access = 'read'",
    )
    expect(noted).toHaveLength(1)
  })
})

test('sent back with a question; the case stays where it was', async () => {
  await send()
  const which = await sheet()
  await at.submits('riku', 'handover.back', which, { question: '通院の曜日は決まっていますか。' })
  await product.until(tokyo('2026-09-09T12:00'))
  expect(told('sakura').at(-1)).toContain('架空 りくさんから質問があります')
  expect(saidIn(await at.presses('sakura', 'handover.show', which))).toContain('通院の曜日')
  expect(saidIn(await at.presses('riku', 'case.show', CASE))).toContain('見つかりません')
})

test('without an answer for five business days, the sender and the centre hear of it', async () => {
  await send()
  const late = (user: string) => told(user).filter((text) => text.includes('まだ受け取っていません'))
  await product.until(tokyo('2026-09-15T12:00'))
  expect([late('sakura'), late('midori')]).toEqual([[], []])
  await product.until(tokyo('2026-09-16T12:00'))
  expect([late('sakura').length, late('midori').length]).toEqual([1, 1])
  await product.until(tokyo('2026-09-18T12:00'))
  expect(late('sakura')).toHaveLength(1)
})

test('to oneself, without consent or with a day to come, or of a case out of reach: refused', async () => {
  expect(saidIn(await send({ to: 'sakura' }))).toContain('自分には送れません')
  expect((await send({ consent: '' })).kind).toBe('correct')
  expect(saidIn(await send({ consentOn: 'R8.9.9' }))).toContain('同意を得てから')
  expect(saidIn(await send({ to: 'yukari' }))).toContain('事業所の方ではありません')
  expect(saidIn(await send({}, 'riku'))).toContain('見つかりません')
  expect((await sheet()).sheet).toBe('')
})
