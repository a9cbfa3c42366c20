import type { Region } from '../../domain/region/region.ts'
import { type Head, withHead } from '../../domain/setup/edit-region.ts'
import { fieldFaults } from '../answer.ts'
import { command } from '../command.ts'
import { choices, lines, ofColleague, optional, shortText, timeText } from '../fields.ts'
import { changedMeanwhile, saveStep, versionOf } from './save-step.ts'

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
const time = () => shortText({ maxLength: 10, schema: timeText })

/** A step of the first run: the region's name, municipalities, working days and hours. */
export const setRegion = command('tsunagi.region', {
  hidden: true,
  permission: 'region.change',
  seen: { version: ({ region }) => versionOf(headOf(region)), changed: changedMeanwhile },
  form: {
    name: shortText({ maxLength: 80 }),
    municipalities: ofColleague(optional(lines({ maxLength: 2000 }))),
    days: choices({ values: DAYS, labels: (t) => t.setup.region.weekdays }),
    from: time(),
    to: time(),
    digestAt: time(),
  },
  open: ({ region }) => {
    const { name, municipalities, workingDays, officeHours, digestAt } = headOf(region)
    return {
      initial: {
        name,
        municipalities: municipalities.join('\n'),
        days: workingDays.map(String),
        from: minutes(officeHours.from),
        to: minutes(officeHours.to),
        digestAt: minutes(digestAt),
      },
    }
  },
  submit: ({ values, words, ...call }) => {
    const { name, days, from, to, digestAt } = values
    if (days.length === 0) throw fieldFaults({ days: words.noDays })
    const municipalities = (values.municipalities ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (municipalities.some((line) => line.length > 80))
      throw fieldFaults({ municipalities: call.text.setup.lines.name })
    const workingDays = days.map(Number).toSorted((a, b) => a - b)
    const head = { name, municipalities, workingDays, officeHours: { from, to }, digestAt }
    const seen = versionOf(headOf(call.region))
    return saveStep(call, (region) => {
      if (versionOf(headOf(region)) !== seen) throw changedMeanwhile(call)
      return withHead(region, head)
    })
  },
})

const minutes = (at: Temporal.PlainTime): string => at.toString({ smallestUnit: 'minute' })

const headOf = ({ name, municipalities, workingDays, officeHours, settings }: Region): Head => ({
  name,
  municipalities: municipalities.map((one) => one.name),
  workingDays,
  officeHours,
  digestAt: settings.digestAt,
})
