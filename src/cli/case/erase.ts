import { purgeCaseTexts } from '../../actions/case/purge-case-texts.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { caseByCode } from '../../store/case/cases.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { inChosenRegion } from '../region/choose.ts'

const words = catalogues.ja.person

/** Erases a closed case now (`tsunagi case erase CODE --yes`), as the nightly retention would do years later. */
export const eraseCase = (
  code: string,
  options: { region?: string; yes: boolean },
  config: Config,
  clock: Clock = systemClock,
): Promise<Spoken> =>
  inChosenRegion(config, options.region, async (scope) => {
    const found = await caseByCode(scope, code)
    if (!found) return refused(words.noCase(code))
    if (found.closedOn === null) return refused(words.caseOpen(code))
    if (!options.yes) return { ok: true, lines: [words.wouldCase(code)], data: { erased: false } }
    await purgeCaseTexts(scope, found, clock.now())
    return { ok: true, lines: [words.erasedCase(code)], data: { erased: true } }
  })
