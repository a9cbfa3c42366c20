import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaSheet } from '../../src/cards/agenda/agenda-paper.ts'
import { minutesSheet } from '../../src/cards/minutes-paper.ts'
import { cleanText } from '../../src/documents/clean-text.ts'
import { docxOf } from '../../src/documents/docx/docx.ts'
import { pdfOf } from '../../src/documents/pdf/pdf.ts'
import { plainTextFile, plainTextOf } from '../../src/documents/plain-text.ts'
import { replaceMissingGlyphs } from '../../src/documents/replace-missing-glyphs.ts'
import { type AgendaPaper, agendaPaper } from '../../src/domain/agenda/agenda-paper.ts'
import type { Disclosed } from '../../src/domain/agenda/disclosure.ts'
import type { MinutesPaper } from '../../src/domain/minutes/minutes-paper.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { docxParagraphs, docxParts, pdfPages } from './read-files.ts'
import { agendaFacts, agendaView, minutesPaper } from './sample-papers.ts'

const { ja } = catalogues

test('letters of names and offices are printed as they are', () => {
  const kept = '髙橋 邉﨑 𠮷野 ①⑳ ㈱ ㊙ ｶﾅｶﾞ ～― ★♪ Ａ１ café'
  expect(replaceMissingGlyphs(kept)).toBe(kept)
})

test('emoji are left out of print, other letters without a shape become 〓, variants become the letter', () => {
  expect(replaceMissingGlyphs('よい😀日👨‍👩‍👧です🇯🇵1️⃣❤️')).toBe('よい日です1')
  expect(replaceMissingGlyphs('שלום 渡邉\u{e0101}')).toBe('〓〓〓〓 渡邉')
  expect(replaceMissingGlyphs('か\u3099く')).toBe('がく')
})

test('what XML refuses and what turns the reading direction is taken out, lines stay', () => {
  expect(cleanText('\ufeffあ\u0000い\u202eう\u200b\ud800え\r\nお\u2028か\tき ')).toBe(
    'あいう\ufffdえ\nお\nか き',
  )
})

const NASTY = [
  '😀',
  '👩‍🦽',
  '髙',
  '邉\u{e0101}',
  '①',
  'ｶﾞ',
  '\u0000',
  '\u001b',
  '\ud83d',
  '\ufffe',
  '\u202e',
  'שלום',
  'مرحبا',
  '\n',
  '\t',
  '</w:t>',
  '&',
  ']]>',
  '|',
  '*',
  '<br>',
  '　',
  'あ',
  '、',
  'W'.repeat(120),
]
const typed = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((parts) => parts.join(''))

const papers = fc.array(fc.record({ title: typed, who: typed, said: typed, url: typed }), {
  minLength: 1,
  maxLength: 4,
})

const agendaOf = (
  items: { title: string; who: string; said: string; url: string }[],
): Disclosed<AgendaPaper> => ({
  ...agendaPaper(
    agendaView([]),
    agendaFacts({ council: items[0]?.title ?? '', online: items[0]?.who ?? '' }),
  ),
  sections: items.map(({ title, who, said }, index) => ({
    name: { own: `PART${index + 1}　${title}` },
    items: [1, 2].map((number) => ({
      topic: { title: `ITEM${index + 1}N${number}　${title}` },
      startsAt: Temporal.PlainTime.from('10:00'),
      presenter: { name: who },
      papers: [],
      carriedOver: 0,
      written: number === 1 ? [{ field: 'x', label: who, text: said }] : [],
    })),
  })),
  papers: items.map(({ title, url }, index) => ({
    tag: { kind: 'paper', number: index + 1 },
    title,
    url,
    handed: 'before',
  })),
})

const minutesOf = (items: { title: string; who: string; said: string }[]): Disclosed<MinutesPaper> =>
  minutesPaper({
    attendance: items.map(({ title, who }) => ({
      office: title,
      present: [who],
      absent: [{ name: who, deputy: title }],
    })),
    sections: items.map(({ title, who, said }, index) => ({
      name: { own: `PART${index + 1}　${title}` },
      items: [1, 2].map((number) => ({
        topic: { title: `ITEM${index + 1}N${number}　${title}` },
        discussion: said,
        decisions: [said, title],
        followUps: [{ what: said, who }],
      })),
    })),
  })

/** Well-formed as far as a reader needs it: nothing that XML 1.0 forbids, every element closed. */
const expectWellFormed = (xml: string) => {
  expect(xml).not.toMatch(/[\p{Cc}--[\n\r\t]]|[\ufffe\uffff]|\p{Cs}/v)
  const open: string[] = []
  for (const [, close, name, , empty] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!empty && name) open.push(name)
  }
  expect(open).toEqual([])
}

test('whatever was typed, every section and item is in the Word file, the PDF and the Markdown', async () => {
  await fc.assert(
    fc.asyncProperty(papers, async (items) => {
      const agenda = agendaOf(items)
      const minutes = minutesOf(items)
      const words = [
        await docxOf(agendaSheet(agenda, 'ja', ja)),
        await docxOf(minutesSheet(minutes, 'ja', ja)),
      ]
      const prints = [
        await pdfOf(agendaSheet(agenda, 'ja', ja)),
        await pdfOf(minutesSheet(minutes, 'ja', ja)),
      ]
      const readings = [
        ...words.map((bytes) => docxParagraphs(bytes).join('\n')),
        ...(await Promise.all(prints.map(async (bytes) => (await pdfPages(bytes)).join('')))),
        plainTextOf(agendaSheet(agenda, 'ja', ja)),
        plainTextOf(minutesSheet(minutes, 'ja', ja)),
      ]
      for (const bytes of words) expectWellFormed(docxParts(bytes)['word/document.xml'] ?? '')
      for (const read of readings)
        for (const [index] of items.entries())
          for (const part of [`PART${index + 1}`, `ITEM${index + 1}N1`, `ITEM${index + 1}N2`])
            expect(read).toContain(part)
    }),
    { numRuns: 10 },
  )
})

test('what was typed stands in the text as it was typed, on lines of its own', () => {
  const typed = { title: '*太字* [字](x) <b> | # `c`', who: '', said: '', url: 'https://a.example.jp/x|y' }
  const [line] = plainTextOf(agendaSheet(agendaOf([typed]), 'ja', ja))
    .split('\n')
    .filter((one) => one.startsWith('(2)'))
  expect(line).toContain('*太字* [字](x) <b> | # `c`')
})

test('the text opens where files are opened with what Windows brings: a mark of UTF-8, CRLF', () => {
  const bytes = plainTextFile(agendaSheet(agendaOf([]), 'ja', ja))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const read = new TextDecoder().decode(bytes)
  expect(read.replaceAll('\r\n', '')).not.toContain('\n')
})
