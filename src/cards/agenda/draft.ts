import {
  button,
  buttons,
  type Card,
  card,
  list,
  note,
  type Parts,
  paragraph,
  present,
  under,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import type { ShownAgenda } from '../../domain/agenda/agenda-view.ts'
import type { DisclosureRefusal } from '../../domain/agenda/disclosure.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { topicText } from '../../text/topic-text.ts'
import { type MissingSummary, presenterPress, wantedName } from '../summary.ts'
import { agendaParts, agendaTitle, editButton } from './agenda.ts'

/** The draft, for a coordinator: with what is missing, when it goes out, and the button to have it go out now. */
export const agendaDraftCard = (
  view: ShownAgenda,
  draft: {
    meetingId: string
    publishAt: Temporal.ZonedDateTime
    missing: MissingSummary[]
    /** No agenda of this calendar month holds a GSV yet. */
    gsvMissing: boolean
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.agendas
  const title = words.draftTitle(agendaTitle(view, language, text))
  return card(
    'agenda.draft',
    { summary: title },
    agendaParts(view, title, language, text, true),
    leftOut(view, text),
    view.agenda.noTimeForBreak && note(words.draft.noTimeForBreak),
    draft.gsvMissing && note(words.draft.gsvMissing),
    under(
      words.draft.missing(draft.missing.length),
      list(
        draft.missing.map((one) => ({
          text: wantedName(one, text),
          detail: one.member,
          button: { label: text.agendas.presenter.button, press: presenterPress(one) },
        })),
      ),
    ),
    paragraph(words.draft.publishAt(writeDateTime(draft.publishAt.toPlainDateTime(), language))),
    buttons(publishButton(draft.meetingId, words.draft.publish, text)),
  )
}

/** Lists what is not on the agenda, and why, each with the button that puts it right. */
const leftOut = ({ meetingId, agenda, topics }: ShownAgenda, text: Catalogue): Parts => {
  const left = agenda.carriedOver.filter(({ reason }) => reason !== 'not-ready')
  const { leftOut: words } = text.agendas
  return under(
    words.heading(left.length),
    list(
      left.map(({ id, reason }) => {
        const topic = topics.get(id)
        return {
          text: topic ? topicText(topic, text) : text.agendas.none,
          detail: present<string>(words.reasons[reason], topic?.presenter && topic.presenter).join(
            text.answers.listSeparator,
          ),
          button: editButton(meetingId, id, topic, text),
        }
      }),
    ),
  )
}

const publishButton = (meetingId: string, label: string, text: Catalogue) =>
  button(
    label,
    'agenda.publish',
    { meeting: meetingId },
    {
      style: 'primary',
      confirm: {
        question: text.agendas.draft.publishQuestion,
        yes: text.agendas.draft.publishYes,
        no: text.agendas.draft.publishNo,
      },
    },
  )

/** Most outsiders named: enough to find them, and a channel full of them is the wrong channel. */
const NAMED = 10

/** Tells the coordinator that the channel may not hold what the agenda shows. */
export const agendaWithheldCard = (
  withheld: {
    seriesName: string
    meetingId: string
    reasons: (DisclosureRefusal | { why: 'noChannel' | 'unseen' })[]
  },
  /** Name of a member of the region; undefined for an account that is nobody's. */
  nameOf: (who: string) => string | undefined,
  text: Catalogue,
): Card => {
  const words = text.agendas.withheld
  const sentence = (reason: (typeof withheld.reasons)[number]): string =>
    reason.why === 'outsiders'
      ? words.outsiders(
          reason.who.length,
          reason.who
            .slice(0, NAMED)
            .map((who) => nameOf(who) ?? words.account(who))
            .join(text.answers.listSeparator),
        )
      : words[reason.why]
  return card(
    'agenda.withheld',
    words.heading(withheld.seriesName),
    list(withheld.reasons.map((reason) => ({ text: sentence(reason) }))),
    note(words.next),
    buttons(
      publishButton(withheld.meetingId, words.again, text),
      button(words.plain, 'agenda.publish', { meeting: withheld.meetingId, plain: 'yes' }),
    ),
  )
}
