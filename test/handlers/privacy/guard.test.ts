import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let at: ReturnType<typeof people>
let logged: string[]
const NOTICE = { topic: '研修のお知らせ', content: '7月に研修があります。' }
const says = async (content: string, notNames: string[] = []) =>
  at.submits('sakura', 'summary.notice', {}, { ...NOTICE, content, not_names: notNames })

beforeEach(async () => {
  logged = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  product = await startProduct(tokyo('2026-06-01T10:00'), log)
  await product.load(onlyLiaison(await sampleRegion()))
  at = people(product)
})

test('a name is refused in its place with what to write, and what was typed is kept', async () => {
  const reply = await says('田中は通所を休んだ。母は元気。')
  expect(reply.kind).toBe('correct')
  const said = saidIn(reply)
  expect(said).toContain('【田中】は通所を休んだ。')
  expect(said).toContain('「Aさん」')
  expect(said).toContain('"initial":"田中は通所を休んだ。母は元気。"')
  expect(said).toContain('名前ではないことば')
  expect(saidIn(await says('Aさんは通所を休んだ。母は元気。'))).toContain('提出しました')
})

test('colleagues of the roster, places and facilities are no names', async () => {
  const text = '見本みどりさんと架空さんが、小川町の山田病院と相談室 つばめを訪ねた。'
  expect(saidIn(await says(text))).toContain('提出しました')
})

test('what is no name is passed by one press for each word, recorded, and seen by the coordinator alone', async () => {
  expect(saidIn(await says('田中と鈴木の文庫を読む。', ['田中']))).toContain('【鈴木】')
  expect(saidIn(await at.types('midori', 'summary passed'))).toContain('ありません')
  const reply = await says('田中と鈴木の文庫を読む。', ['田中', '鈴木'])
  expect(saidIn(reply)).toContain('提出しました')
  const listed = saidIn(await at.types('midori', 'summary passed'))
  expect(listed).toContain('2か所')
  expect(listed).toContain('架空 さくら')
  expect(listed).not.toContain('田中')
  const summary = /"summary":"([0-9a-f-]{36})"/.exec(listed)?.[1] ?? ''
  expect(saidIn(await at.presses('midori', 'summary.versions', { summary }))).toContain('田中と鈴木の文庫')
  expect(saidIn(await at.types('sakura', 'summary passed'))).toContain('役割ではできません')
})

test.each([
  ['連絡先は090-0000-1234です。', '090-0000-1234'],
  ['マイナンバー 1234 5678 9012', '1234 5678 9012'],
  ['受給者証番号 1234567890', '1234567890'],
  ['氏名：田中太郎', '田中太郎'],
  ['白岡市見本1丁目2-3に住む。', '白岡市見本1丁目2-3'],
])('%s is never passed', async (text, place) => {
  const reply = await says(text, [place])
  expect(reply.kind).toBe('correct')
  expect(saidIn(reply)).toContain(`【${place}】`)
})

test('nothing of what was found is in a log or stored when it was refused', async () => {
  const text = '長谷川と090-0000-7777と見本町8丁目9-9。'
  await says(text, ['長谷川'])
  await says('長谷川の文庫を読む。', ['長谷川'])
  await at.types('midori', 'summary passed')
  await product.until(tokyo('2026-06-03T12:00'))
  const rows = await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const stored = await owner.query('select t::text as line from guard_exceptions t')
    return JSON.stringify(stored.rows)
  })
  expect(rows).toContain('summary.notice')
  for (const found of ['長谷川', '090-0000-7777', '見本町'])
    expect(`${logged.join('')}${rows}`).not.toContain(found)
})
