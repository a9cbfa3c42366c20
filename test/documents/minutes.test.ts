import { expect, test } from 'vitest'
import { minutesSheet } from '../../src/cards/minutes-paper.ts'
import { docxOf } from '../../src/documents/docx/docx.ts'
import { pdfOf } from '../../src/documents/pdf/pdf.ts'
import { plainTextOf } from '../../src/documents/plain-text.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { docxParagraphs, docxParts, pdfPages } from './read-files.ts'
import { minutesPaper } from './sample-papers.ts'

const { ja } = catalogues

/** What a 会議録 tells, each a line of its own. */
const TOLD = [
  '相談支援連絡会議　会議録',
  '出席5人　欠席2人',
  '見本はるか（基幹相談支援センター みほん）',
  '令和8年11月25日（水）　会長　例示つばき',
  '見本なつき（途中まで、代理 見本ふゆみ）',
  '相談室くもが受理する。初回の面接には基幹が同行する。',
  '初回の面接の日時を決める（相談室くも、11月27日（金）まで）',
  '日中一時支援の資料を配る（見本市 障害福祉課）',
  '次回も続けます',
  '変更プラン　S-0131（時間が足りなかったため）',
  '2(1) モニタリングの間隔を「毎月」に直した',
]

test('minutes tell who came and for whom, what was decided, who does what by when, what waits, and what was corrected', async () => {
  const word = docxParagraphs(await docxOf(minutesSheet(minutesPaper(), 'ja', ja))).join('\n')
  const pdf = (await pdfPages(await pdfOf(minutesSheet(minutesPaper(), 'ja', ja)))).join('')
  const plain = plainTextOf(minutesSheet(minutesPaper(), 'ja', ja))
  for (const line of TOLD) {
    expect(word).toContain(line)
    expect(pdf).toContain(line.replace(/\s/g, ''))
    expect(plain).toContain(line)
  }
  expect(word).toMatch(/第2版　取扱注意/)
})

test('attendance is a table whose head comes again, one row an office', async () => {
  const xml =
    docxParts(await docxOf(minutesSheet(minutesPaper({ corrections: [] }), 'ja', ja)))['word/document.xml'] ??
    ''
  const [table] = xml.match(/<w:tbl>.*?<\/w:tbl>/s) ?? ['']
  expect(table.match(/<w:tr>/g)).toHaveLength(5)
  expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(5)
})

test('before the chair approved them they say so', () => {
  const { approval: _, ...draft } = minutesPaper({ version: 1, corrections: [] })
  const plain = plainTextOf(minutesSheet(draft, 'ja', ja))
  expect(plain).toContain('承　認　未承認')
  expect(plain).toContain('【第1版】')
  expect(plain).not.toContain('訂正の履歴')
})

test('a long list of offices goes over pages, its head on each', async () => {
  const attendance = Array.from({ length: 90 }, (_, index) => ({
    office: `見本事業所${index + 1}`,
    present: ['見本はるか'],
    absent: [],
  }))
  const pages = await pdfPages(await pdfOf(minutesSheet(minutesPaper({ attendance }), 'ja', ja)))
  expect(pages.filter((page) => page.includes('所属出席欠席'))).toHaveLength(3)
  for (let index = 1; index <= 90; index += 1) expect(pages.join('')).toContain(`見本事業所${index}`)
})
