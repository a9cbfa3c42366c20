import { TextRun } from 'docx'

/** A clean text of one or more lines. `size` in half points. */
export const runs = (clean: string, look: { bold?: boolean; size?: number } = {}): TextRun[] =>
  clean.split('\n').map((text, index) => new TextRun({ text, ...look, ...(index > 0 ? { break: 1 } : {}) }))
