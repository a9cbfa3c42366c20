/** Other ends of a line than the line feed. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu

/** Marks that turn the reading direction or take no room, the byte order mark, non-characters. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/gu

/**
 * What a person typed, fit for a file of any format: composed kana, line feeds alone as line ends, and nothing that an
 * XML reader refuses or that hides what stands there.
 */
export const cleanText = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}--\n]/gv, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .trim()

/** On one line: a title, a cell, a label. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s*\n\s*/g, ' ')

/** A value of several lines, a clean one each. */
export const cleanLines = (typed: string): string[] => cleanText(typed).split('\n').map(cleanLine)
