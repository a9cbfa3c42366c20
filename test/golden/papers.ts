import { createHash } from 'node:crypto'
import readXlsx from 'read-excel-file/node'
import type { Attachment } from '../../src/bot/port.ts'
import { docxParagraphs, docxParts, pdfMeta, pdfPages } from '../documents/read-files.ts'
import { settled } from './readable.ts'

/** A Word file: what is read, then how it is set, an element of the body a line. */
const docx = (bytes: Uint8Array): string => {
  const parts = docxParts(bytes)
  const xml = (parts['word/document.xml'] ?? '').replaceAll(/(<w:(?:p|tbl|tr|tc|sectPr)[ >])/g, '\n$1')
  return [
    ...docxParagraphs(bytes),
    '',
    ...Object.keys(parts).toSorted(),
    '',
    parts['docProps/core.xml'] ?? '',
    xml,
  ].join('\n')
}

const pdf = async (bytes: Uint8Array): Promise<string> => {
  const { info, size } = await pdfMeta(bytes)
  const about = JSON.stringify({ ...info, size })
  return [about, ...(await pdfPages(bytes)).map((page, at) => `page ${at + 1}\n${page}`)].join('\n')
}

const xlsx = async (bytes: Uint8Array): Promise<string> =>
  (await readXlsx(Buffer.from(bytes)))
    .map(({ sheet, data }) =>
      [`sheet ${sheet}`, ...data.map((row) => JSON.stringify(row).slice(1, -1))].join('\n'),
    )
    .join('\n\n')

/** A picture is as it was when its bytes are. */
const picture = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A file as text that can be compared and read. */
export const paperText = async ({ name, bytes, alt }: Attachment): Promise<string> => {
  const read: Record<string, (bytes: Uint8Array) => string | Promise<string>> = {
    docx,
    pdf,
    xlsx,
    png: picture,
  }
  const kind = name.split('.').at(-1) ?? ''
  const text = await (read[kind] ?? ((one: Uint8Array) => Buffer.from(one).toString('utf8')))(bytes)
  return settled(`${alt}\n\n${text}\n`)
}
