import type { Reading, Span } from './reading.ts'
import { SINGLE_FAMILIES } from './reading.ts'

const WHO =
  '(?:氏名|お?名前|担当者?|担当職員|記入者|作成者|記録者|報告者|発表者|提出者|紹介者|対象者|対象児童?|利用児|本児|相談者|入居者|入所者|利用者|保護者|世帯主|配偶者|介護者|相談員|支援専門員|専門員|管理者|サビ管|児発管|責任者|緊急連絡先|連絡先|キーパーソン|後見人|保佐人|補助人|主治医|身元引受人|代理人|申請者|契約者|申込者|司会者?|記録)'
const PART = '[\\p{Script=Han}ヶノ々]{1,4}|[ぁ-ん]{2,6}|[ァ-ヶー]{2,8}'
const FIELD = new RegExp(
  `${WHO}(?:氏名|名)?(?:\\([^()\\n]{0,8}\\))?(?:[ ]{0,2}[:=][ \\n]{0,2}|[ ]{1,2}|\\n)(?<here>(?<one>${PART})(?:[ ・\\n](?<two>${PART}))?)`,
  'dgu',
)

/** Names in the fields of a sheet: 担当者：高木. What stands there must be able to be one. */
export const labelNames = (reading: Reading): Span[] =>
  [...reading.text.matchAll(FIELD)].flatMap(({ indices, groups }) => {
    const span = indices?.groups?.here
    const [one, two] = [groups?.one ?? '', groups?.two]
    const first = nameLength(reading, one)
    if (!span || first === 0) return []
    const isWhole = first === one.length && two !== undefined
    const second = isWhole ? nameLength(reading, two) : 0
    return [{ from: span[0], to: span[0] + (second > 0 ? one.length + 1 + second : first) }]
  })

/** How much of a word is a family name, a given one or both. */
const nameLength = ({ words }: Reading, word: string): number => {
  if (SINGLE_FAMILIES.has(word) || words.family(word) || words.given(word)) return word.length
  for (let at = 1; at < word.length; at += 1)
    if (words.family(word.slice(0, at)) && words.given(word.slice(at))) return word.length
  return 0
}
