import {
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  list,
  note,
  type Parts,
  paragraph,
} from '../bot/card.ts'
import type { Role } from '../domain/member/roles.ts'
import type { PlatformName } from '../domain/workspace/platforms.ts'
import type { Catalogue } from '../text/catalogue.ts'

export const notConnectedCard = (platform: PlatformName, workspace: string, text: Catalogue): Card => {
  const words = text.answers.notConnected
  return card(
    'answer.not-connected',
    words.heading,
    paragraph(words.text),
    codeButtons(text),
    note(words.id(platform, workspace)),
  )
}

/** Tells an unlinked user what they can do. */
export const unknownMemberCard = (region: string, text: Catalogue): Card => {
  const words = text.answers.unknownMember
  return card('answer.unknown-member', words.heading, paragraph(words.text(region)), codeButtons(text))
}

const codeButtons = (text: Catalogue): Parts =>
  buttons(button(text.answers.notConnected.enter, 'tsunagi.connect', {}, { style: 'primary' }))

export const unknownCommandCard = (
  typed: string,
  nearest: { usage: string; description: string }[],
  text: Catalogue,
): Card => {
  const words = text.answers.unknownCommand
  const items = nearest.map(({ usage, description }) => ({ text: usage, detail: description }))
  return card(
    'answer.unknown-command',
    words.heading(typed),
    items.length > 0 && [paragraph(words.nearest), list(items)],
    note(words.help),
  )
}

/** A notice in two lines: what happened or stands in the way, and what to do next. */
export const noticeCard = (tag: string, heading: string, next?: string): Card =>
  card(tag, heading, paragraph(next))

export const missingOptionCard = (option: string, usage: string, text: Catalogue): Card =>
  noticeCard(
    'answer.missing-option',
    text.answers.missingOption.heading(option),
    text.answers.missingOption.usage(usage),
  )

export const wrongOptionCard = (option: string, typed: string, usage: string, text: Catalogue): Card =>
  noticeCard(
    'answer.wrong-option',
    text.answers.wrongOption.heading(option, typed),
    text.answers.wrongOption.usage(usage),
  )

export const tooManyWordsCard = (extra: string, usage: string, text: Catalogue): Card =>
  noticeCard('answer.too-many-words', text.answers.tooManyWords(extra), text.answers.wrongOption.usage(usage))

export const notPermittedCard = (roles: readonly Role[], text: Catalogue): Card => {
  const { notPermitted, roles: names, listSeparator } = text.answers
  const who = roles.map((role) => names[role]).join(listSeparator)
  return noticeCard('answer.not-permitted', notPermitted.heading, notPermitted.text(who))
}

/** Tells of a fault of the bot: nothing was stored, and a reference to the log line. */
export const bugCard = (reference: string, text: Catalogue): Card => {
  const words = text.answers.bug
  return card('answer.bug', words.heading, paragraph(words.text), fields(field(words.reference, reference)))
}
