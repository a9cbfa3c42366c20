import PDFDocument from 'pdfkit'
import type { Sheet } from '../../bot/card.ts'
import { FONT_FILES, replaceMissingGlyphs } from '../replace-missing-glyphs.ts'
import { layOut, type Measure } from './layout.ts'
import { type LineCell, type LineGrid, type PlacedLine, paginate } from './page-line.ts'

/** Points: A4 upright, with room at the left for the holes of a file. */
const PAGE = { width: 595.28, height: 841.89, left: 62, right: 57, top: 57, bottom: 62 }
const FOOT_SIZE = 9
/** Of Noto Sans JP, in ems: a letter's box, and how much of it stands above the line. */
const BOX = 1.448
const ASCENT = 1.16

/** Renders a sheet as PDF bytes with its font embedded. Deterministic: the same sheet gives the same bytes. */
export const pdfOf = async (sheet: Sheet): Promise<Uint8Array> => {
  const at = new Date(sheet.issuedAt.epochMilliseconds)
  const title = replaceMissingGlyphs(sheet.title)
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: title, Creator: 'Tsunagi', CreationDate: at, ModDate: at },
  })
  const done = Array.fromAsync<Buffer>(doc)
  for (const [face, file] of Object.entries(FONT_FILES)) doc.registerFont(face, file)
  const width = PAGE.width - PAGE.left - PAGE.right
  const measure = measuring(doc)
  const among = sheet.parts.flatMap((part) => (part.part === 'items' ? part.items : []))
  const lines = sheet.parts.flatMap((part, at) =>
    layOut(part, sheet.parts[at + 1], among, { width, measure }),
  )
  const pages = paginate(lines, PAGE.height - PAGE.top - PAGE.bottom)
  for (const [index, placed] of pages.entries()) {
    doc.addPage()
    for (const [at, one] of placed.entries()) drawLine(doc, one, at === 0, at === placed.length - 1)
    drawFoot(doc, `${index + 1}${sheet.pageBetween}${pages.length}`, measure)
  }
  doc.end()
  return new Uint8Array(Buffer.concat(await done))
}

/** Caches widths: most parts are single letters that recur. */
const measuring = (doc: PDFKit.PDFDocument): Measure => {
  const known = new Map<string, number>()
  return (text, face, size) => {
    const key = `${face}${size} ${text}`
    const width = known.get(key) ?? doc.font(face).fontSize(size).widthOfString(text)
    known.set(key, width)
    return width
  }
}

const drawLine = (doc: PDFKit.PDFDocument, { line, y }: PlacedLine, isFirst: boolean, isLast: boolean) => {
  const top = PAGE.top + y
  if (line.grid) drawGrid(doc, line.grid, top, line.height, isFirst, isLast)
  // From the middle: letters of two sizes stand on one line, lines of one height stand evenly.
  const largest = Math.max(0, ...line.cells.map(({ size }) => size))
  const baseline = top + line.height / 2 + largest * (ASCENT - BOX / 2)
  for (const cell of line.cells) drawCell(doc, cell, baseline)
}

const drawCell = (doc: PDFKit.PDFDocument, { x, text, face, size, frame }: LineCell, baseline: number) => {
  const left = PAGE.left + x
  doc.font(face).fontSize(size).fillColor('#000000')
  const y = baseline - size * ASCENT
  if (frame)
    doc
      .lineWidth(0.8)
      .rect(left - 4, y, frame.width + 8, size * 1.5)
      .stroke('#000000')
  doc.text(text, left, y, { lineBreak: false })
}

const drawGrid = (
  doc: PDFKit.PDFDocument,
  { xs, top, bottom, fill }: LineGrid,
  y: number,
  height: number,
  isFirst: boolean,
  isLast: boolean,
) => {
  const [left, right] = [PAGE.left + (xs[0] ?? 0), PAGE.left + (xs.at(-1) ?? 0)]
  if (fill) doc.rect(left, y, right - left, height).fill('#eeeeee')
  doc.lineWidth(0.5).strokeColor('#555555')
  for (const x of xs)
    doc
      .moveTo(PAGE.left + x, y)
      .lineTo(PAGE.left + x, y + height)
      .stroke()
  if (top || isFirst) doc.moveTo(left, y).lineTo(right, y).stroke()
  if (bottom || isLast)
    doc
      .moveTo(left, y + height)
      .lineTo(right, y + height)
      .stroke()
}

const drawFoot = (doc: PDFKit.PDFDocument, text: string, measure: Measure) => {
  const x = (PAGE.width - measure(text, 'regular', FOOT_SIZE)) / 2
  doc.font('regular').fontSize(FOOT_SIZE).fillColor('#000000')
  doc.text(text, x, PAGE.height - 44, { lineBreak: false })
}
