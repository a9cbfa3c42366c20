import type { Sheet } from '../../bot/card.ts'
import type { Attachment } from '../../bot/port.ts'
import { docxOf } from '../../documents/docx/docx.ts'
import { pdfOf } from '../../documents/pdf/pdf.ts'
import { plainTextFile } from '../../documents/plain-text.ts'
import type { PaperFormat } from '../../domain/meeting/paper-format.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Made = { ending: string; mediaType: string; bytes: (sheet: Sheet) => Uint8Array | Promise<Uint8Array> }

const FORMATS: Record<PaperFormat, Made> = {
  docx: { ending: 'docx', mediaType: WORD, bytes: docxOf },
  pdf: { ending: 'pdf', mediaType: 'application/pdf', bytes: pdfOf },
  text: { ending: 'txt', mediaType: 'text/plain; charset=utf-8', bytes: plainTextFile },
}

/**
 * Renders a paper as the files a municipality keeps: in one format, or in all. `name` without an ending; `alt`: the
 * alternative text of each.
 */
export const paperFiles = async (
  name: string,
  sheet: Sheet,
  alt: Record<PaperFormat, string>,
  only?: PaperFormat,
): Promise<Attachment[]> => {
  const wanted = (Object.keys(FORMATS) as PaperFormat[]).filter((one) => only === undefined || one === only)
  const files: Attachment[] = []
  for (const one of wanted) {
    const { ending, mediaType, bytes } = FORMATS[one]
    files.push({ name: `${name}.${ending}`, mediaType, bytes: await bytes(sheet), alt: alt[one] })
  }
  return files
}
