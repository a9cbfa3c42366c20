import { isMereNumber } from './hide-codes.ts'

/** What a case code is written in, full width and half; a whole word of it is one code or none. */
const CODE_LIKE = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９](?:[-－‐‑–−]?[A-Za-z0-9Ａ-Ｚａ-ｚ０-９])*/g
const HYPHENS = /[‐‑–−]/g
const LONGEST = 20

const DIGIT = /[\d０-９]/

/** Adds the words of a text that may be case codes, as codes are stored. */
const addCodesLike = (text: string, found: Set<string>): void => {
  if (!DIGIT.test(text)) return
  for (const [word] of text.matchAll(CODE_LIKE)) {
    if (word.length > LONGEST || !DIGIT.test(word)) continue
    const code = word.normalize('NFKC').replace(HYPHENS, '-').toUpperCase()
    if (!isMereNumber(code)) found.add(code)
  }
}

/** Lists the words that may be case codes in all texts of a document. Which of them are codes is for the store to say. */
export const codesLike = (document: unknown): Set<string> => {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string') addCodesLike(part, found)
    else if (Array.isArray(part)) for (const one of part) look(one)
    else if (typeof part === 'object' && part !== null && !(part instanceof Uint8Array))
      for (const one of Object.values(part)) look(one)
  }
  look(document)
  return found
}
