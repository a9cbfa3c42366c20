import type { Handed, PaperTag } from './paper.ts'

export type GivenPaper = {
  title: string
  url?: string
  /** Before the meeting, where nothing is said. */
  handed?: Handed
}

export type ListedPaper = { tag: PaperTag; title: string; url?: string; handed: Handed }

/**
 * Papers with their tags, a group an item in the items' order. A group of one is 資料1, of several 資料1-1 and 資料1-2, as
 * Fuchu prints them; reference papers are counted by themselves.
 */
export const numberPapers = (groups: readonly (readonly GivenPaper[])[]): ListedPaper[][] => {
  let numbered = 0
  let references = 0
  return groups.map((group) => {
    const several = group.filter(({ handed }) => handed !== 'reference').length > 1
    let part = 0
    return group.map(({ title, url, handed = 'before' }) => {
      const listed = { title, url, handed }
      if (handed === 'reference') {
        references += 1
        return { tag: { kind: 'reference', number: references }, ...listed }
      }
      part += 1
      if (part === 1) numbered += 1
      return { tag: { kind: 'paper', number: numbered, part: several ? part : undefined }, ...listed }
    })
  })
}
