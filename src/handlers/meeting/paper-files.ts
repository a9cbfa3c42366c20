import type { Sheet } from '../../bot/card.ts'
import type { Attachment } from '../../bot/port.ts'
import { docxOf } from '../../documents/docx/docx.ts'
import { markdownOf } from '../../documents/markdown.ts'
import { pdfOf } from '../../documents/pdf/pdf.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Renders a paper as the files a municipality keeps. `name` without an ending; `alt`: the alternative text of each. */
export const paperFiles = async (
  name: string,
  sheet: Sheet,
  alt: { docx: string; pdf: string; markdown: string },
): Promise<Attachment[]> => [
  { name: `${name}.docx`, mediaType: WORD, bytes: await docxOf(sheet), alt: alt.docx },
  { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: await pdfOf(sheet), alt: alt.pdf },
  {
    name: `${name}.md`,
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(markdownOf(sheet)),
    alt: alt.markdown,
  },
]
