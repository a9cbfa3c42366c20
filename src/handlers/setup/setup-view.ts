import { createHash } from 'node:crypto'
import { z } from 'zod'
import { changeRegion, type RegionChanged } from '../../actions/region/change-region.ts'
import { planRegion } from '../../actions/region/standing-reminders.ts'
import type { Card } from '../../bot/card.ts'
import type { FormFaults } from '../../bot/form.ts'
import { seriesSentence } from '../../cards/series/sentence.ts'
import { type SetupView, setupCard } from '../../cards/setup/setup.ts'
import { placeName } from '../../cards/workspace.ts'
import type { RegionFault } from '../../domain/region/check-region.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Ahead } from '../../domain/setup/week.ts'
import { openRequests } from '../../store/account/account-requests.ts'
import { weekAhead } from '../../store/meeting/week-ahead.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import type { BaseCall, Option, Outcome } from '../command.ts'

/** What a step's form was opened on, so that a change by somebody else meanwhile is seen. */
export const seenOption: Option<string> = {
  schema: z.string().regex(/^[0-9a-f]{8}$/),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** A short mark of a value: the same for the same. */
export const markOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)

export const setupView = async ({ scope, now, text }: BaseCall, region: Region): Promise<SetupView> => {
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
 * Changes the region as a step says, plans what follows from it, and shows how far the region is. `edit` answers
 * faults where it cannot be done on the region as it is now.
 */
export const saveStep = async (
  call: BaseCall,
  edit: (region: Region) => Region | FormFaults,
  done?: string,
): Promise<Outcome> => {
  const { scope, now, language, text } = call
  let faults: FormFaults | undefined
  const changed = await changeRegion(scope, (region) => {
    const edited = edit(region)
    if ('id' in edited) return edited
    faults = edited
    return undefined
  })
  if (faults) return { kind: 'correct', faults }
  if (!changed.ok) return { kind: 'correct', faults: faultsOf(changed, text) }
  await planRegion(scope, changed.region, now)
  call.note('change', 'region', changed.region.id)
  const view = await setupView(call, changed.region)
  const card: Card = setupCard(view, language, text, done ?? text.setup.saved)
  return { kind: 'say', card }
}

/** At the field it is about, where the step's form has it. */
const faultsOf = (changed: Extract<RegionChanged, { ok: false }>, text: Catalogue): FormFaults => {
  if (changed.reason !== 'faults') return { general: text.regionFile.unsaved[changed.reason], fields: {} }
  const [first] = changed.faults
  return first ? faultOf(first, text) : { general: text.setup.notSaved, fields: {} }
}

const faultOf = (fault: RegionFault, text: Catalogue): FormFaults => {
  const { regionFile } = text
  switch (fault.reason) {
    case 'hours-reversed':
      return { fields: { to: regionFile.hoursReversed } }
    case 'digest-outside-hours':
      return { fields: { digestAt: regionFile.digestOutsideHours } }
    case 'series-days':
      return { fields: { weekday: seriesSentence(fault.fault, regionFile.days) } }
    case 'account-taken':
      return { fields: { person: regionFile.accountTaken(fault.by) } }
    default:
      return { general: text.setup.notSaved, fields: {} }
  }
}
