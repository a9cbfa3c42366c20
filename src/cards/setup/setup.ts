import {
  button,
  buttons,
  type Card,
  card,
  divider,
  heading,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  under,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { pressOf } from '../../bot/press.ts'
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

/** `requests`: unlinked users of connected workspaces. */
export type SetupView = {
  region: Region
  ahead: readonly Ahead[]
  requests: readonly { id: string; name: string; place: string }[]
}

/**
 * Shows how far the region is, each step with its button; at the end what the bot will do. `done`: what was just done.
 */
export const setupCard = (
  { region, ahead, requests }: SetupView,
  language: Language,
  text: Catalogue,
  done?: string,
): Card => {
  const words = text.setup
  const steps = stepsOf(region)
  const ready = steps.every((step) => step.done)
  const named = words.heading(region.name)
  return card(
    'setup',
    { summary: done ?? named },
    paragraph(done),
    heading(named),
    paragraph(ready ? words.allDone : words.intro),
    list(steps.map((step) => stepItem(step, text))),
    requestParts(requests, text),
    bodiesToChange(region, text),
    region.series.length > 0 && [
      divider(),
      paragraph(words.weekAhead.heading),
      weekParts(region, ahead, language, text),
    ],
    note(words.file),
  )
}

const stepItem = ({ step, done, have, of }: StepState, text: Catalogue): ListItem => {
  const words = text.setup
  const count = have === 0 ? words.notYet : words.counts[step](have, of)
  const said = done ? words.done(words.steps[step], count) : words.open(words.steps[step], count)
  return { text: said, button: button(have === 0 ? words.begin : words.change, COMMANDS[step]) }
}

const requestParts = (requests: SetupView['requests'], text: Catalogue): Parts => {
  const words = text.connecting.request
  const items = requests.map(({ id, name, place }) => ({
    text: name,
    detail: place,
    button: button(words.choose, 'tsunagi.known', { request: id }),
  }))
  return under(words.heading, list(items))
}

const bodiesToChange = ({ bodies }: Region, text: Catalogue): Parts =>
  bodies.length > 0 && {
    part: 'select',
    label: text.setup.changeBody,
    press: pressOf('tsunagi.body'),
    option: 'body',
    choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
  }

const weekParts = (region: Region, ahead: readonly Ahead[], language: Language, text: Catalogue): Parts => {
  const words = text.setup.weekAhead
  const zone = calendarOf(region).timeZone
  const items = ahead.map(({ at, what, seriesId }) => {
    const when = writeDateTime(at.toZonedDateTimeISO(zone).toPlainDateTime(), language)
    return { text: words[what](when, seriesName(region, seriesId)) }
  })
  const morning = words.every(region.settings.digestAt.toString({ smallestUnit: 'minute' }))
  return [list({ text: morning }, items), items.length === 0 && paragraph(words.none)]
}

/** What the bot will do by itself in the coming week. */
export const weekCard = ({ region, ahead }: SetupView, language: Language, text: Catalogue): Card => {
  return card('setup.week', text.setup.weekAhead.heading, weekParts(region, ahead, language, text))
}

/** Tells that the list of a workspace's people is still being fetched. */
export const loadingCard = (text: Catalogue): Card => {
  const words = text.setup.people
  return card(
    'setup.loading',
    words.loading,
    paragraph(words.loadingNext),
    buttons(button(words.again, 'tsunagi.people')),
  )
}

export type HelpView = {
  name: string
  roles: string[]
  lines: { en: string; ja: string; description: string }[]
}

export const helpCard = ({ name, roles, lines }: HelpView, text: Catalogue): Card => {
  const words = text.help
  return card(
    'help',
    words.heading,
    paragraph(words.intro(name, roles.join(text.answers.listSeparator))),
    list(lines.map(({ en, ja, description }) => ({ text: words.line(en, ja), detail: description }))),
    note(words.note),
  )
}
