import { refusalCard } from '../../cards/answer.ts'
import { WEEKDAYS } from '../../domain/calendar/weekday.ts'
import { SERIES_KINDS } from '../../domain/region/series.ts'
import { withSeries } from '../../domain/setup/edit-region.ts'
import { dateText, timeText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { choice, date, optional, shortText, wholeNumber } from '../legacy/field.ts'
import { saveStep } from './setup-view.ts'

const NTHS = ['1', '2', '3', '4', '-1', 'weekly', 'biweekly'] as const

/** A step of the first run: a meeting series. What is seldom needed (other years, giving way) is the region file's. */
export const addSeries = command({
  id: 'tsunagi.series',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.series.verb,
    description: (t) => t.commands.tsunagi.series.description,
  },
  hidden: true,
  permission: 'region.change',
  options: {},
  form: {
    title: (t) => t.setup.series.title,
    submit: (t) => t.setup.series.submit,
    fields: {
      name: shortText<string>({ words: (t) => t.setup.series.fields.name, maxLength: 80 }),
      body: choice({ words: (t) => t.setup.series.fields.body }),
      kind: choice({
        words: (t) => t.setup.series.fields.kind,
        values: SERIES_KINDS,
        labels: (t) => t.setup.series.kinds,
      }),
      nth: choice({
        words: (t) => t.setup.series.fields.nth,
        values: NTHS,
        labels: (t) => t.setup.series.nths,
      }),
      weekday: choice({
        words: (t) => t.setup.series.fields.weekday,
        values: WEEKDAYS,
        labels: (t) => t.meetings.rule.weekdays,
      }),
      time: shortText({ words: (t) => t.setup.series.fields.time, maxLength: 10, schema: timeText }),
      duration: wholeNumber({ words: (t) => t.setup.series.fields.duration, min: 10, max: 480 }),
      from: date({ words: (t) => t.setup.series.fields.from, schema: dateText }),
      place: optional(shortText<string>({ words: (t) => t.setup.series.fields.place, maxLength: 80 })),
      summaries: choice({
        words: (t) => t.setup.series.fields.summaries,
        values: ['yes', 'no'],
        labels: (t) => t.setup.series.summaries,
      }),
    },
  },
  run: async ({ region, today, text }) => {
    const words = text.setup.series
    const bodies = region.bodies.map(({ id, name }) => ({ value: id, label: name }))
    if (bodies.length === 0)
      return { kind: 'say', card: refusalCard('setup.no-bodies', words.noBodies, words.noBodiesNext) }
    const without = region.bodies.find(({ id }) => !region.series.some(({ body }) => body === id))
    return {
      kind: 'ask',
      open: {
        choices: { body: bodies },
        initial: {
          name: without?.name,
          body: without?.id,
          kind: 'liaison',
          nth: '3',
          weekday: 'WE',
          duration: '120',
          from: today.toString(),
          summaries: 'no',
        },
      },
    }
  },
  submit: async (call) => {
    const { nth, weekday, summaries, place, ...values } = call.values
    const series = {
      ...values,
      rule: ruleOf(nth, weekday),
      onClosedDay: 'next' as const,
      ...(place === undefined ? {} : { place }),
      ...(summaries === 'yes' ? { agenda: AGENDA } : {}),
    }
    return saveStep(call, (region) =>
      region.bodies.some(({ id }) => id === series.body)
        ? withSeries(region, series)
        : { fields: { body: call.text.setup.gone } },
    )
  },
})

/** As the region file has it where nothing else is said. */
const AGENDA = { takesSummaries: true, limitMinutes: 120, breakMinutes: 10, hardestFirst: false }

const ruleOf = (nth: (typeof NTHS)[number], weekday: (typeof WEEKDAYS)[number]): string => {
  switch (nth) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${weekday}`
    case 'biweekly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`
    case '1':
    case '2':
    case '3':
    case '4':
    case '-1':
      return `FREQ=MONTHLY;BYDAY=${nth}${weekday}`
    default:
      return nth satisfies never
  }
}
