import { expect, test } from 'vitest'
import { agendaSheet } from '../../src/cards/agenda/agenda-paper.ts'
import { docxOf } from '../../src/documents/docx/docx.ts'
import { pdfOf } from '../../src/documents/pdf/pdf.ts'
import { plainTextOf } from '../../src/documents/plain-text.ts'
import { agendaPaper } from '../../src/domain/agenda/agenda-paper.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { docxParagraphs, docxParts, pdfMeta, pdfPages } from './read-files.ts'
import { agendaFacts, agendaView } from './sample-papers.ts'

const { ja, en } = catalogues
const codes = agendaPaper(agendaView(), agendaFacts())
const full = agendaPaper(agendaView(undefined, 'summaries'), agendaFacts({ isDraft: true }))

/** In this order: the shape of REGULATION.md section d. */
const SHAPE = [
  '取扱注意',
  '令和8年度　第32回　見本市自立支援協議会',
  '相談支援連絡会議　次第',
  '令和8年11月20日（金）14:00～16:00',
  '見本市役所 3階 第2会議室',
  'オンライン併用　ビデオ会議',
  '1　受理判断',
  '2　新規・変更・更新のプラン検討',
  '新規プラン　S-0142（持ち越し）',
  '3　モニタリングの結果検討',
  '4　グループスーパービジョン',
  '5　その他の検討事項',
  '6　連絡事項',
  '7　閉会',
  '資料一覧',
  '事前送付資料',
  '資料2-1　ストレングスアセスメント票',
  '当日配付資料',
  '資料2-2　これまでの経過',
  '参考資料1　見本市 障害福祉のしおり',
  '令和8年11月27日（金）14:00',
]

const inOrder = (whole: string, parts: readonly string[]) => {
  let from = 0
  for (const part of parts) {
    const at = whole.indexOf(part, from)
    expect(at, `「${part}」 after what stands before it`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}

test('a 次第 has the shape that councils give it, in Word, PDF and text', async () => {
  inOrder(docxParagraphs(await docxOf(agendaSheet(codes, 'ja', ja))).join('\n'), SHAPE)
  inOrder(
    (await pdfPages(await pdfOf(agendaSheet(codes, 'ja', ja)))).join(''),
    SHAPE.map((part) => part.replace(/\s/g, '')),
  )
  inOrder(plainTextOf(agendaSheet(codes, 'ja', ja)), SHAPE)
})

test('an item tells its time, its minutes, who presents it and its papers', async () => {
  const cells = docxParagraphs(await docxOf(agendaSheet(codes, 'ja', ja)))
  const first = cells.indexOf('新規プラン　S-0142（持ち越し）')
  expect(cells.slice(first - 1, first + 5)).toEqual([
    '(1)',
    '新規プラン　S-0142（持ち越し）',
    '【資料1】',
    '14:05',
    '6分',
    '相談室くも',
  ])
  expect(cells).toContain('【資料2-1】\n【資料2-2】')
  expect(plainTextOf(agendaSheet(codes, 'ja', ja))).toContain(
    '\n(3) 変更プラン　S-0131　14:17　6分　相談支援専門員\n',
  )
})

test('what was written stands below its item only where the body may read it', async () => {
  const open = docxParagraphs(await docxOf(agendaSheet(full, 'ja', ja)))
  expect(open).toContain('(1)\t新規プラン　S-0142（持ち越し）【資料1】\t14:05\t6分\t相談室くも')
  expect(open).toContain('「休みの日に、電車を見に行きたい」。将来は、一人で暮らしてみたい。')
  expect(open).toContain('案　取扱注意')
  for (const bytes of [
    await docxOf(agendaSheet(codes, 'ja', ja)),
    await pdfOf(agendaSheet(codes, 'ja', ja)),
  ]) {
    const read = bytes[0] === 0x50 ? docxParagraphs(bytes) : await pdfPages(bytes)
    expect(read.join('')).not.toContain('電車')
  }
})

test('topics alone: no code, no summary, no mark of care', async () => {
  const topics = agendaPaper(agendaView(undefined, 'topics'), agendaFacts())
  const plain = plainTextOf(agendaSheet(topics, 'ja', ja))
  expect(plain).toMatch(/\n\(1\) 新規プラン（持ち越し）(?!【)/)
  expect(plain).not.toMatch(/[SU]-0\d|s-0142|取扱注意|守秘義務|市役所から/)
})

test('in Word the names of fonts that offices have, A4, a number on every page, headings that stay with what follows', async () => {
  const parts = docxParts(await docxOf(agendaSheet(full, 'ja', ja)))
  const document = parts['word/document.xml'] ?? ''
  expect(parts['word/styles.xml']).toContain('w:eastAsia="Yu Gothic"')
  expect(parts['word/fontTable.xml']).toMatch(/Yu Gothic.*MS Gothic.*Noto Sans JP/)
  expect(document).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
  expect(Object.values(parts).join('')).toMatch(/PAGE.*NUMPAGES/s)
  expect(parts['word/styles.xml']).toMatch(/w:styleId="Heading1".*?<w:keepNext\/>/s)
  expect(parts['docProps/core.xml']).toMatch(
    /created[^>]*>2026-11-19T01:00:00Z<.*modified[^>]*>2026-11-19T01:00:00Z</,
  )
})

test('the PDF is A4, says what it is, and holds its letters', async () => {
  const bytes = await pdfOf(agendaSheet(full, 'ja', ja))
  const { info, size } = await pdfMeta(bytes)
  expect(size.map(Math.round)).toEqual([0, 0, 595, 842])
  expect(info).toMatchObject({ Title: expect.stringContaining('相談支援連絡会議　次第'), Language: 'ja' })
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw.match(/\/FontFile2/g)).toHaveLength(2)
  expect(raw).toMatch(/[A-Z]{6}\+NotoSansJP-Bold/)
  const pages = await pdfPages(bytes)
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, page] of pages.entries())
    expect(page.endsWith(`${index + 1}/${pages.length}`)).toBe(true)
})

test('the same agenda gives the same bytes', async () => {
  for (const write of [docxOf, pdfOf]) {
    const [one, two] = [await write(agendaSheet(full, 'ja', ja)), await write(agendaSheet(full, 'ja', ja))]
    expect(Buffer.compare(one, two)).toBe(0)
  }
})

test('an English reader reads English words around what was typed', async () => {
  const pages = await pdfPages(await pdfOf(agendaSheet(codes, 'en', en)))
  inOrder(pages.join(''), [
    'Meeting32offiscal2026',
    'When',
    'Fri20Nov2026,14:00to16:00',
    'S-0142,newplan(carriedover)',
    'Papers',
  ])
})

test("a council's own 次第: what it does without matters stands alone, その他 is last before 閉会", () => {
  const council = {
    ...agendaPaper(agendaView([], 'topics'), agendaFacts()),
    sections: [
      { name: 'opening', items: [] },
      { name: { own: '委嘱状の伝達' }, items: [] },
      { name: 'report', items: [] },
      { name: 'other', items: [] },
      { name: 'closing', items: [] },
    ] as const,
  }
  expect(plainTextOf(agendaSheet(council, 'ja', ja))).toContain(
    '1　開会\n\n2　委嘱状の伝達\n\n3　報告事項\n\n・なし\n\n4　その他\n\n5　閉会\n',
  )
})

test('a break stands between the items it is between, with its time', async () => {
  const view = agendaView()
  const first = view.agenda.sections.flatMap(({ items }) => items)[0]
  if (!first) throw new Error('no item')
  const startsAt = first.startsAt.add({ minutes: first.duration })
  const agenda = { ...view.agenda, pause: { after: first.id, startsAt, duration: 10 } }
  const paper = agendaPaper({ ...view, agenda }, agendaFacts())
  const line = (text: string) => text.split('\n').findIndex((one) => one.includes('休憩'))
  const plain = plainTextOf(agendaSheet(paper, 'ja', ja))
  expect(plain.split('\n')[line(plain)]).toMatch(/休憩.*14:05.*10分/)
  const word = (await docxParagraphs(await docxOf(agendaSheet(paper, 'ja', ja)))).join('\n')
  expect(word).toContain('休憩')
  expect((await pdfPages(await pdfOf(agendaSheet(paper, 'ja', ja)))).join('')).toContain('休憩')
})
