import LineBreaker from 'linebreak'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/**
 * A text in lines that fit, broken where Japanese may be broken (UAX 14: no 、 or ー begins a line, no （ ends one). What
 * is too long for any line, such as an address, is broken wherever it must be. At least one line, maybe empty.
 */
export const breakLines = (text: string, width: number, widthOf: (part: string) => number): string[] => {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  const close = () => {
    lines.push(line.trimEnd())
    line = ''
    lineWidth = 0
  }
  const add = (part: string) => {
    line += part
    lineWidth += widthOf(part)
  }
  for (const { part, required } of parts(text)) {
    const whole = widthOf(part.trimEnd())
    if (line !== '' && lineWidth + whole > width) close()
    if (whole <= width) add(part)
    else
      for (const { segment } of graphemes.segment(part)) {
        if (line !== '' && lineWidth + widthOf(segment) > width) close()
        add(segment)
      }
    if (required) close()
  }
  if (line !== '' || lines.length === 0) close()
  return lines
}

/** Stretches that are not broken, each with whether the line must end after it. */
const parts = function* (text: string): Generator<{ part: string; required: boolean }> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield {
      part: text.slice(from, next.position).replace('\n', ''),
      required: next.required && next.position < text.length,
    }
    from = next.position
  }
}
