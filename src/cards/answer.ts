import type { Card, Part } from '../bot/card.ts'
import type { PlatformName } from '../bot/port.ts'
import type { Role } from '../domain/member/roles.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** Answers that any command may give, when it cannot be run. */

export const notConnectedCard = (platform: PlatformName, workspace: string, text: Catalogue): Card => {
  const words = text.answers.notConnected
  return {
    tag: 'answer.not-connected',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      { part: 'text', text: words.text },
      codeButtons(text),
      { part: 'note', text: words.id(platform, workspace) },
    ],
  }
}

/** Somebody whom the region does not know yet: what they can do. */
export const unknownMemberCard = (region: string, text: Catalogue): Card => {
  const words = text.answers.unknownMember
  return {
    tag: 'answer.unknown-member',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      { part: 'text', text: words.text(region) },
      codeButtons(text),
    ],
  }
}

const codeButtons = (text: Catalogue): Part => ({
  part: 'buttons',
  buttons: [
    {
      label: text.answers.notConnected.enter,
      press: { command: 'tsunagi.connect', options: {} },
      style: 'primary',
    },
  ],
})

export const unknownCommandCard = (
  typed: string,
  nearest: { usage: string; description: string }[],
  text: Catalogue,
): Card => {
  const words = text.answers.unknownCommand
  const items = nearest.map(({ usage, description }) => ({ text: usage, detail: description }))
  return {
    tag: 'answer.unknown-command',
    summary: words.heading(typed),
    parts: [
      { part: 'heading', text: words.heading(typed) },
      ...(items.length > 0
        ? ([
            { part: 'text', text: words.nearest },
            { part: 'list', items },
          ] as const)
        : []),
      { part: 'note', text: words.help },
    ],
  }
}

/** A refusal in two lines: what stands in the way, and what to do. */
export const refusalCard = (tag: string, heading: string, next?: string): Card => ({
  tag,
  summary: heading,
  parts: [{ part: 'heading', text: heading }, ...(next ? [{ part: 'text' as const, text: next }] : [])],
})

export const missingOptionCard = (option: string, usage: string, text: Catalogue): Card =>
  refusalCard(
    'answer.missing-option',
    text.answers.missingOption.heading(option),
    text.answers.missingOption.usage(usage),
  )

export const wrongOptionCard = (option: string, typed: string, usage: string, text: Catalogue): Card =>
  refusalCard(
    'answer.wrong-option',
    text.answers.wrongOption.heading(option, typed),
    text.answers.wrongOption.usage(usage),
  )

export const tooManyWordsCard = (extra: string, usage: string, text: Catalogue): Card =>
  refusalCard(
    'answer.too-many-words',
    text.answers.tooManyWords(extra),
    text.answers.wrongOption.usage(usage),
  )

export const notPermittedCard = (roles: readonly Role[], text: Catalogue): Card => {
  const { notPermitted, roles: names, listSeparator } = text.answers
  const who = roles.map((role) => names[role]).join(listSeparator)
  return refusalCard('answer.not-permitted', notPermitted.heading, notPermitted.text(who))
}
