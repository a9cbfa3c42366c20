const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** The longest beginning within `limit`, whole characters only, emoji too. `lengthOf`: as the platform counts. */
export const beginning = (
  text: string,
  limit: number,
  lengthOf: (text: string) => number = (one) => one.length,
): string => {
  let kept = 0
  let length = 0
  for (const { segment } of graphemes.segment(text)) {
    length += lengthOf(segment)
    if (length > limit) break
    kept += segment.length
  }
  return text.slice(0, kept)
}

/** At most `limit` UTF-16 units of what a person typed, never half a surrogate pair. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')
