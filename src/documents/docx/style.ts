import { AlignmentType, type IStylesOptions, LineRuleType, TextRun } from 'docx'

/** Twentieths of a point, in which Word measures. */
export const TWIPS = 20
/** An em of the body, in twips. */
export const EM = 10.5 * TWIPS

/** What offices have; what stands in for it where they don't is in the file's table of fonts. */
export const FONT_NAME = 'Yu Gothic'
export const FONT = { ascii: FONT_NAME, hAnsi: FONT_NAME, eastAsia: FONT_NAME, cs: FONT_NAME }

/** A4 upright, with room at the left for the holes of a file: as the PDF. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { left: 1240, right: 1140, top: 1140, bottom: 1240, header: 600, footer: 680, gutter: 0 },
}
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

/** Yu Gothic's own line height is far too wide: lines are as high as said, in points. */
export const exactLines = (points: number, before = 0) => ({
  line: points * TWIPS,
  lineRule: LineRuleType.EXACT,
  before: before * TWIPS,
  after: 0,
})

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'en-US', eastAsia: 'ja-JP' } },
      paragraph: { spacing: exactLines(17) },
    },
    title: {
      run: { font: FONT, size: 32, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactLines(27), keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: 24, bold: true, color: '000000' },
      paragraph: { spacing: exactLines(20, 9), keepNext: true },
    },
  },
}

/** A clean text of one or more lines. `size` in half points. */
export const runs = (clean: string, look: { bold?: boolean; size?: number } = {}): TextRun[] =>
  clean.split('\n').map((text, index) => new TextRun({ text, ...look, break: index > 0 ? 1 : undefined }))
