import { distance } from 'fastest-levenshtein'

/** Names of the region that a ledger's names are matched with, and the case codes that it has. */
export type Known = {
  codes: ReadonlySet<string>
  offices: readonly { id: string; name: string }[]
  members: readonly { id: string; name: string; officeId?: string | undefined }[]
  municipalities: readonly { id: string; name: string }[]
}

/** Characters that are written in several ways in names. */
const VARIANTS: Record<string, string> = {
  髙: '高',
  﨑: '崎',
  邉: '辺',
  邊: '辺',
  澤: '沢',
  濵: '浜',
  濱: '浜',
  齋: '斉',
  齊: '斉',
  斎: '斉',
  廣: '広',
  國: '国',
}

const plainName = (name: string): string =>
  [...name.normalize('NFKC').replaceAll(/[\s・()（）]/gu, '')].map((one) => VARIANTS[one] ?? one).join('')

type Named = { id: string; name: string }

/** The one that is called so, by name or id; or else the nearest, to be named in the fault. */
export const match = <T extends Named>(
  typed: string,
  known: readonly T[],
): { ok: true; found: T } | { ok: false; nearest: string[] } => {
  const name = plainName(typed)
  const exact = known.filter((one) => plainName(one.name) === name || one.id === typed)
  const within =
    exact.length > 0 ? exact : known.filter((one) => name !== '' && plainName(one.name).includes(name))
  const [found, second] = within
  if (found && !second) return { ok: true, found }
  const nearest = known
    .toSorted((a, b) => distance(plainName(a.name), name) - distance(plainName(b.name), name))
    .slice(0, 3)
    .map((one) => one.name)
  return { ok: false, nearest }
}
