import type { Card, ListItem, Part } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { seriesName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { type StepState, stepsOf } from '../../domain/setup/steps.ts'
import type { Ahead } from '../../domain/setup/week.ts'
import type { Catalogue } from '../../text/catalogue.ts'

const COMMANDS = {
  region: 'tsunagi.region',
  offices: 'tsunagi.offices',
  members: 'tsunagi.members',
  accounts: 'tsunagi.people',
  bodies: 'tsunagi.body',
  channels: 'tsunagi.channel',
  series: 'tsunagi.series',
} as const satisfies Record<StepState['step'], string>

/** `requests`: people in connected workspaces whom nobody knows yet. */
export type SetupView = {
  region: Region
  ahead: readonly Ahead[]
  requests: readonly { id: string; name: string; place: string }[]
}

/** How far the region is, each step with its button; at the end what the bot will do. `done`: what was just done. */
export const setupCard = (
  { region, ahead, requests }: SetupView,
  language: Language,
  text: Catalogue,
  done?: string,
): Card => {
  const words = text.setup
  const steps = stepsOf(region)
  const ready = steps.every((step) => step.done)
  const heading = words.heading(region.name)
  return {
    tag: 'setup',
    summary: done ?? heading,
    parts: [
      ...(done === undefined ? [] : [{ part: 'text' as const, text: done }]),
      { part: 'heading', text: heading },
      { part: 'text', text: ready ? words.allDone : words.intro },
      { part: 'list', items: steps.map((step) => stepItem(step, text)) },
      ...requestParts(requests, text),
      ...bodiesToChange(region, text),
      ...(region.series.length > 0 ? weekParts(region, ahead, language, text) : []),
      { part: 'note', text: words.file },
    ],
  }
}

const stepItem = ({ step, done, have, of }: StepState, text: Catalogue): ListItem => {
  const words = text.setup
  const count = have === 0 ? words.notYet : words.counts[step](have, of)
  const said = done ? words.done(words.steps[step], count) : words.open(words.steps[step], count)
  const press = { command: COMMANDS[step], options: {} }
  return { text: said, button: { label: have === 0 ? words.begin : words.change, press } }
}

const requestParts = (requests: SetupView['requests'], text: Catalogue): Part[] => {
  const words = text.connecting.request
  const items = requests.map(({ id, name, place }) => ({
    text: name,
    detail: place,
    button: { label: words.choose, press: { command: 'tsunagi.known', options: { request: id } } },
  }))
  return items.length === 0
    ? []
    : [
        { part: 'text', text: words.heading },
        { part: 'list', items },
      ]
}

const bodiesToChange = ({ bodies }: Region, text: Catalogue): Part[] =>
  bodies.length === 0
    ? []
    : [
        {
          part: 'select',
          label: text.setup.changeBody,
          press: { command: 'tsunagi.body', options: {} },
          option: 'body',
          choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]

const weekParts = (region: Region, ahead: readonly Ahead[], language: Language, text: Catalogue): Part[] => {
  const words = text.setup.weekAhead
  const zone = calendarOf(region).timeZone
  const items = ahead.map(({ at, what, seriesId }) => {
    const when = writeDateTime(at.toZonedDateTimeISO(zone).toPlainDateTime(), language)
    return { text: words[what](when, seriesName(region, seriesId)) }
  })
  const morning = words.every(region.settings.digestAt.toString({ smallestUnit: 'minute' }))
  return [
    { part: 'divider' },
    { part: 'text', text: words.heading },
    { part: 'list', items: [{ text: morning }, ...items] },
    ...(items.length === 0 ? [{ part: 'text' as const, text: words.none }] : []),
  ]
}

/** What the bot does of itself in the coming week. */
export const weekCard = ({ region, ahead }: SetupView, language: Language, text: Catalogue): Card => {
  const heading = text.setup.weekAhead.heading
  const [, , ...parts] = weekParts(region, ahead, language, text)
  return { tag: 'setup.week', summary: heading, parts: [{ part: 'heading', text: heading }, ...parts] }
}

/** The list of a workspace's people is not there yet. */
export const loadingCard = (text: Catalogue): Card => {
  const words = text.setup.people
  return {
    tag: 'setup.loading',
    summary: words.loading,
    parts: [
      { part: 'heading', text: words.loading },
      { part: 'text', text: words.loadingNext },
      {
        part: 'buttons',
        buttons: [{ label: words.again, press: { command: 'tsunagi.people', options: {} } }],
      },
    ],
  }
}
