import type { Finding } from '../adapter.ts'
import type { Failure } from '../port.ts'
import { detailOf } from './failure.ts'

type Lines<About extends string> = Record<About, (detail: string) => string>

/** Says findings in the doctor's words of a platform. `detail`: whose token it is, a channel, or what is wrong. */
export const findingsIn = <Fine extends string, Wrong extends string>(words: {
  ok: Lines<Fine>
  mend: Lines<Wrong | 'unreachable'>
}) => {
  const wrong = (about: Wrong | 'unreachable', detail: string): Finding => ({
    about,
    ok: false,
    line: words.mend[about](detail),
  })
  return {
    wrong,
    found: (about: Fine & Wrong, ok: boolean, detail: string): Finding =>
      ok ? { about, ok, line: words.ok[about](detail) } : wrong(about, detail),
    failed: (about: Wrong, failure: Failure, of?: string): Finding => {
      const detail = detailOf(failure)
      const isRefused = failure.failure === 'refused'
      return wrong(isRefused ? about : 'unreachable', of === undefined ? detail : `${of} (${detail})`)
    },
  }
}
