import type { FindingKind, Match } from './finding.ts'

/** What the group `here` of a pattern covers, wherever the pattern matches. Its flags: `d` and `g`. */
export const matchesOf = (
  text: string,
  pattern: RegExp,
  kind: FindingKind,
  counts: (here: string, found: RegExpExecArray) => boolean = () => true,
): Match[] =>
  [...text.matchAll(pattern)].flatMap((found): Match[] => {
    const span = found.indices?.groups?.here
    if (!span || !counts(found.groups?.here ?? '', found)) return []
    return [{ kind, from: span[0], to: span[1] }]
  })
