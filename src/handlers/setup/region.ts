import type { Region } from '../../domain/region/region.ts'
import { type Head, withHead } from '../../domain/setup/edit-region.ts'
import { timeText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { choices, lines, optional, shortText } from '../legacy/field.ts'
import { markOf, saveStep, seenOption } from './setup-view.ts'

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** A step of the first run: the region's name, municipalities, working days and hours. */
export const setRegion = command({
  id: 'tsunagi.region',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.region.verb,
    description: (t) => t.commands.tsunagi.region.description,
  },
  hidden: true,
  permission: 'region.change',
  options: { seen: seenOption },
  form: {
    title: (t) => t.setup.region.title,
    submit: (t) => t.setup.region.submit,
    fields: {
      name: shortText<string>({ words: (t) => t.setup.region.fields.name, maxLength: 80 }),
      municipalities: {
        ...optional(lines<string>({ words: (t) => t.setup.region.fields.municipalities, maxLength: 2000 })),
        namesColleague: true,
      },
      days: choices({
        words: (t) => t.setup.region.fields.days,
        values: DAYS,
        labels: (t) => t.setup.region.weekdays,
      }),
      from: shortText({ words: (t) => t.setup.region.fields.from, maxLength: 10, schema: timeText }),
      to: shortText({ words: (t) => t.setup.region.fields.to, maxLength: 10, schema: timeText }),
      digestAt: shortText({ words: (t) => t.setup.region.fields.digestAt, maxLength: 10, schema: timeText }),
    },
  },
  run: async ({ region }) => {
    const { name, municipalities, workingDays, officeHours, digestAt } = headOf(region)
    return {
      kind: 'ask',
      open: {
        options: { seen: markOf(headOf(region)) },
        initial: {
          name,
          municipalities: municipalities.join('\n'),
          days: workingDays.map(String),
          from: minutes(officeHours.from),
          to: minutes(officeHours.to),
          digestAt: minutes(digestAt),
        },
      },
    }
  },
  submit: async (call) => {
    const { values, options, text } = call
    const words = text.setup
    if (values.days.length === 0)
      return { kind: 'correct', faults: { fields: { days: words.region.noDays } } }
    const municipalities = (values.municipalities ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (municipalities.some((line) => line.length > 80))
      return { kind: 'correct', faults: { fields: { municipalities: words.lines.name } } }
    const { name, from, to, digestAt } = values
    const workingDays = values.days.map(Number).toSorted((a, b) => a - b)
    const head = { name, municipalities, workingDays, officeHours: { from, to }, digestAt }
    return saveStep(call, (region) =>
      options.seen === markOf(headOf(region))
        ? withHead(region, head)
        : { general: words.changedMeanwhile, fields: {} },
    )
  },
})

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' })

const headOf = ({ name, municipalities, workingDays, officeHours, settings }: Region): Head => ({
  name,
  municipalities: municipalities.map((one) => one.name),
  workingDays,
  officeHours,
  digestAt: settings.digestAt,
})
