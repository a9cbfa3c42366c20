import type { MinutesPaper } from '../domain/minutes/minutes-paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { docxOf } from './docx.ts'
import { markdownOf } from './markdown.ts'
import { minutesSheet } from './minutes-blocks.ts'
import { pdfOf } from './pdf.ts'

type Language = 'ja' | 'en'

/** 会議録 as a Word file. */
export const minutesDocx = (paper: MinutesPaper, language: Language, text: Catalogue): Promise<Uint8Array> =>
  docxOf(minutesSheet(paper, language, text))

/** 会議録 as a PDF with its letters embedded. */
export const minutesPdf = (paper: MinutesPaper, language: Language, text: Catalogue): Promise<Uint8Array> =>
  pdfOf(minutesSheet(paper, language, text))

/** 会議録 as Markdown, in UTF-8. */
export const minutesMarkdown = (paper: MinutesPaper, language: Language, text: Catalogue): string =>
  markdownOf(minutesSheet(paper, language, text))
