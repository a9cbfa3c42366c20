import { noticeCard } from '../../cards/answer.ts'
import { WEEKDAYS } from '../../domain/calendar/weekday.ts'
import { SERIES_KINDS } from '../../domain/region/series.ts'
import { withSeries } from '../../domain/setup/edit-region.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, date, optional, shortText, timeText, wholeNumber } from '../fields.ts'
import { saveStep } from './save-step.ts'

const NTHS = ['1', '2', '3', '4', '-1', 'weekly', 'biweekly'] as const

/** A step of the first run: a meeting series. What is seldom needed (other years, giving way) is the region file's. */
export const addSeries = command('tsunagi.series', {
  hidden: true,
  permission: 'region.change',
  form: {
    name: shortText({ maxLength: 80 }),
    body: choice(),
    kind: choice({ values: SERIES_KINDS, labels: (t) => t.setup.series.kinds }),
    nth: choice({ values: NTHS, labels: (t) => t.setup.series.nths }),
    weekday: choice({ values: WEEKDAYS, labels: (t) => t.meetings.rule.weekdays }),
    time: shortText({ maxLength: 10, schema: timeText }),
    duration: wholeNumber({ min: 10, max: 480 }),
    from: date(),
    place: optional(shortText({ maxLength: 80 })),
    summaries: choice({ values: ['yes', 'no'], labels: (t) => t.setup.series.summaries }),
  },
  open: ({ region: { bodies, series }, today, text: { setup: words } }) => {
    if (bodies.length === 0) return say(noticeCard('setup.no-bodies', words.noBodies, words.noBodiesNext))
    const without = bodies.find(({ id }) => !series.some(({ body }) => body === id))
    return {
      choices: { body: bodies.map(({ id, name }) => ({ value: id, label: name })) },
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
    }
  },
  submit: ({ values, ...call }) => {
    const { nth, weekday, summaries, ...given } = values
    const series = {
      ...given,
      rule: ruleOf(nth, weekday),
      onClosedDay: 'next' as const,
      agenda: summaries === 'yes' ? AGENDA : undefined,
    }
    return saveStep(call, (region) => {
      if (!region.bodies.some(({ id }) => id === series.body))
        throw fieldFaults({ body: call.text.setup.gone })
      return withSeries(region, series)
    })
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
