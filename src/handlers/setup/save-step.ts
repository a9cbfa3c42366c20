import { createHash } from 'node:crypto'
import { changeRegion, type RegionChanged } from '../../actions/region/change-region.ts'
import { planRegion } from '../../actions/region/standing-reminders.ts'
import { seriesSentence } from '../../cards/series/sentence.ts'
import { type SetupView, setupCard } from '../../cards/setup/setup.ts'
import { placeName } from '../../cards/workspace.ts'
import type { RegionFault } from '../../domain/region/check-region.ts'
import type { Region } from '../../domain/region/region.ts'
import type { LineFault } from '../../domain/setup/read-lines.ts'
import type { Ahead } from '../../domain/setup/week.ts'
import { openRequests } from '../../store/account/account-requests.ts'
import { weekAhead } from '../../store/meeting/week-ahead.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { type Answer, fieldFaults, formFault, type Refused, say } from '../answer.ts'
import type { Call } from '../call.ts'

/** Hash of a value, as the version that a step's form was opened on. */
export const versionOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)

/** Compare-and-set: refuses a step whose form was opened on a version that somebody else changed meanwhile. */
export const changedMeanwhile = ({ text }: Call): Refused => formFault(text.setup.changedMeanwhile)

export const setupView = async ({ scope, now, text }: Call, region: Region): Promise<SetupView> => {
  const asks = (one: Ahead) =>
    one.what !== 'ask' || region.series.some(({ id, groups }) => id === one.seriesId && groups)
  const requests = (await openRequests(scope)).map((request) => ({
    id: request.id,
    name: request.name ?? request.account,
    place: placeName(region, request, text),
  }))
  return { region, requests, ahead: (await weekAhead(scope, now)).filter(asks) }
}

/**
 * Saves the region as a step changes it, plans what follows from it, and answers with the state of the setup. `edit`
 * gets the region under a lock, and throws the faults for which it cannot be done.
 */
export const saveStep = async (
  call: Call,
  edit: (region: Region) => Region,
  done = call.text.setup.saved,
): Promise<Answer> => {
  const { scope, now, language, text } = call
  const changed = await changeRegion(scope, edit)
  if (!changed.ok) throw unsaved(changed, text)
  await planRegion(scope, changed.region, now)
  call.note('change', 'region', changed.region.id)
  return say(setupCard(await setupView(call, changed.region), language, text, done))
}

const unsaved = (changed: Extract<RegionChanged, { ok: false }>, text: Catalogue): Refused => {
  if (changed.reason !== 'faults') return formFault(text.regionFile.unsaved[changed.reason])
  const [first] = changed.faults
  return first ? refusalOf(first, text) : formFault(text.setup.notSaved)
}

/** Places a fault at its field, where the step's form has that field. */
const refusalOf = (fault: RegionFault, text: Catalogue): Refused => {
  const { regionFile } = text
  switch (fault.reason) {
    case 'hours-reversed':
      return fieldFaults({ to: regionFile.hoursReversed })
    case 'digest-outside-hours':
      return fieldFaults({ digestAt: regionFile.digestOutsideHours })
    case 'series-days':
      return fieldFaults({ weekday: seriesSentence(fault.fault, regionFile.days) })
    case 'account-taken':
      return fieldFaults({ person: regionFile.accountTaken(fault.by) })
    default:
      return formFault(text.setup.notSaved)
  }
}

/** Most faults that a field can show. */
const SHOWN = 5

/** Says what is wrong with pasted lines, each by its number; `known`: the words that a kind or role may be. */
export const lineFaults = (
  faults: readonly LineFault[],
  known: readonly string[],
  text: Catalogue,
): Refused => {
  const words = text.setup.lines
  const list = known.join(text.answers.listSeparator)
  const said = faults.slice(0, SHOWN).map(({ line, reason, typed }) => {
    const why =
      reason === 'name'
        ? words.name
        : reason === 'kind' || reason === 'role'
          ? words[reason](typed, list)
          : words[reason](typed)
    return words.fault(line, why)
  })
  const more = faults.length > SHOWN ? [words.more(faults.length - SHOWN)] : []
  return fieldFaults({ lines: [...said, ...more].join('\n') })
}
