import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { itemsOf, type Sheet } from './block.ts'
import { cleanLine } from './clean-text.ts'
import { blockChildren } from './docx-blocks.ts'
import { settledDocx } from './docx-settle.ts'
import { FONT, PAGE, STYLES, TWIPS } from './docx-style.ts'

/** A sheet as a Word file that can be edited on. The same sheet gives the same bytes. */
export const docxOf = async (sheet: Sheet): Promise<Uint8Array> => {
  const among = itemsOf(sheet.blocks)
  const document = new Document({
    title: cleanLine(sheet.title),
    creator: 'Tsunagi',
    lastModifiedBy: 'Tsunagi',
    styles: STYLES,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: foot(sheet.pageBetween) },
        children: sheet.blocks.flatMap((block) => blockChildren(block, among)),
      },
    ],
  })
  return settledDocx(await Packer.toBuffer(document), sheet.issuedAt)
}

const foot = (between: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 14 * TWIPS, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES],
            size: 18,
            font: FONT,
          }),
        ],
      }),
    ],
  })
