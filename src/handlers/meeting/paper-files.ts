import type { Attachment } from '../../bot/port.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One paper as the files a municipality keeps. `name` without an ending; `alt`: what each is, in words. */
export const paperFiles = (
  name: string,
  paper: { docx: Uint8Array; pdf: Uint8Array; markdown: string },
  alt: { docx: string; pdf: string; markdown: string },
): Attachment[] => [
  { name: `${name}.docx`, mediaType: WORD, bytes: paper.docx, alt: alt.docx },
  { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: paper.pdf, alt: alt.pdf },
  {
    name: `${name}.md`,
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(paper.markdown),
    alt: alt.markdown,
  },
]
