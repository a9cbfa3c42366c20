/** The files in which agendas and minutes are handed out. */
export const PAPER_FORMATS = ['docx', 'pdf', 'text'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]
