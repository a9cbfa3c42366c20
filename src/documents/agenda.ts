import type { AgendaPaper } from '../domain/agenda/agenda-paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { agendaSheet } from './agenda-blocks.ts'
import { docxOf } from './docx.ts'
import { markdownOf } from './markdown.ts'
import { pdfOf } from './pdf.ts'

type Language = 'ja' | 'en'

/** 次第 as a Word file. */
export const agendaDocx = (paper: AgendaPaper, language: Language, text: Catalogue): Promise<Uint8Array> =>
  docxOf(agendaSheet(paper, language, text))

/** 次第 as a PDF with its letters embedded. */
export const agendaPdf = (paper: AgendaPaper, language: Language, text: Catalogue): Promise<Uint8Array> =>
  pdfOf(agendaSheet(paper, language, text))

/** 次第 as Markdown, in UTF-8. */
export const agendaMarkdown = (paper: AgendaPaper, language: Language, text: Catalogue): string =>
  markdownOf(agendaSheet(paper, language, text))
