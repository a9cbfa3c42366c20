import { distance } from 'fastest-levenshtein'

/** Names of the region that a ledger's names are matched with, and the case codes that it has. */
export type Known = {
  codes: ReadonlySet<string>
  offices: readonly { id: string; name: string }[]
  members: readonly { id: string; name: string; officeId?: string | undefined }[]
  municipalities: readonly { id: string; name: string }[]
}

/** Characters that are written in several ways in names: each group's first stands for all. */
const LOOK_ALIKE =
  '高髙 崎﨑嵜碕 吉𠮷 桑桒 辺邉邊 沢澤 浜濱濵 斉斎齋齊 広廣 国國 島嶋嶌 柳栁 徳德 恵惠 真眞 栄榮 竜龍 滝瀧 桜櫻 渋澁澀 黒黑 横橫 瀬瀨 静靜 関關 円圓 実實 寿壽 万萬 富冨 館舘 鉄鐵銕 鶴靏靍 穂穗 薮藪籔 曽曾 豊豐 蔵藏 薗園 条條 峰峯 仙僊 槙槇 巌巖 権權 亀龜 尭堯 遥遙 弥彌 祢禰 檜桧 紘絋 土圡 野埜 昇曻 熊熋 即卽 郎郞 緑綠 清淸 ケヶ カヵ ツッ'.split(
    ' ',
  )
const VARIANTS = new Map(LOOK_ALIKE.flatMap(([first = '', ...others]) => others.map((one) => [one, first])))

/** Only widths, spaces and dots made one: what nobody would call another spelling. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s・･.()\p{Cf}\p{Variation_Selector}]/gu, '')
    .toLowerCase()

const foldedName = (name: string): string =>
  [...plainName(name)].map((one) => VARIANTS.get(one) ?? one).join('')

type Named = { id: string; name: string }
export type Match<T> = { ok: true; found: T; isFolded: boolean } | { ok: false; nearest: string[] }

/** The parts of a name that may stand for it where nobody else is called so: the family name; a name without brackets. */
const shortNames = (name: string): string[] => {
  const spaced = name.normalize('NFKC').trim()
  const bare = spaced.replace(/\s*\([^()]*\)$/u, '')
  const [family, given] = bare.split(/\s+/u)
  return [...(bare === spaced ? [] : [bare]), ...(family && given ? [family] : [])]
}

/**
 * The one that is called so as a whole, by name or id, then but for look-alike characters, then by family name alone;
 * or else the nearest, to be named in the fault. 林 is never 小林.
 */
export const match = <T extends Named>(typed: string, known: readonly T[]): Match<T> => {
  const name = plainName(typed)
  const folded = foldedName(typed)
  const ways: [(one: T) => boolean, boolean][] = [
    [(one) => plainName(one.name) === name || one.id === typed, false],
    [(one) => foldedName(one.name) === folded, true],
    [(one) => shortNames(one.name).some((short) => plainName(short) === name), false],
    [(one) => shortNames(one.name).some((short) => foldedName(short) === folded), true],
  ]
  for (const [isCalled, isFolded] of name === '' ? [] : ways) {
    const [found, second] = known.filter(isCalled)
    if (found && !second) return { ok: true, found, isFolded }
    if (found) break
  }
  const nearest = known
    .map((one) => ({ name: one.name, far: far(one.name, folded) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map((one) => one.name)
  return { ok: false, nearest }
}

/** How far a name is from what was typed: a part of it is nearer than any other spelling. */
const far = (name: string, folded: string): number => {
  const whole = foldedName(name)
  return distance(whole, folded) - (folded !== '' && whole.includes(folded) ? 100 : 0)
}
