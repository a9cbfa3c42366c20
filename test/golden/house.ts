import { calendarFeed } from '../../src/app/calendar-feed.ts'
import type { Card } from '../../src/bot/card.ts'
import { applicationCommands } from '../../src/bot/discord/install.ts'
import { markOf } from '../../src/bot/discord/mark.ts'
import { renderCard as discordCard } from '../../src/bot/discord/render-card.ts'
import { renderForm as discordForm, pagesOf } from '../../src/bot/discord/render-form.ts'
import { wordsIn } from '../../src/bot/discord/words.ts'
import type { FormView } from '../../src/bot/form.ts'
import type { CommandView } from '../../src/bot/port.ts'
import { fallbackText, renderCard as slackCard } from '../../src/bot/slack/render-card.ts'
import { renderForm as slackForm } from '../../src/bot/slack/render-form.ts'
import { GUILD } from '../support/fake-discord.ts'
import type { Product } from '../support/product.ts'
import { settled } from './readable.ts'

/** All that these tests take from inside the product; the rest goes through its door. */

const words = wordsIn('ja')

/** A part a line: what changed is seen line by line. */
const inLines = (things: readonly unknown[]): string => things.map((one) => JSON.stringify(one)).join('\n')

/** A card and a form as each chat system is given them. */
export const RENDERED = {
  slack: {
    card: (card: Card) => `${inLines(slackCard(card))}\n${JSON.stringify(fallbackText(card))}`,
    form: (form: FormView) => {
      const { blocks, ...view } = slackForm(form, { channel: 'C1' })
      return `${JSON.stringify(view)}\n${inLines(blocks)}`
    },
  },
  discord: {
    card: (card: Card) => {
      const { components, ...around } = discordCard(card, { words, guild: GUILD, mark: markOf(card.tag) })
      return `${JSON.stringify(around)}\n${inLines(components)}`
    },
    form: (form: FormView) =>
      pagesOf(form)
        .map((_, page) => {
          const { components, ...view } = discordForm({ form, page, values: {}, customId: 'open', words })
          return `${JSON.stringify(view)}\n${inLines(components)}`
        })
        .join('\n'),
  },
}

/** What is registered at Discord. */
export const discordCommands = (views: readonly CommandView[]): unknown => applicationCommands(views)

/** A calendar as a calendar program reads it. */
export const calendarAt = async (product: Product, path: string): Promise<string> => {
  const response = await calendarFeed(product).request(path)
  return settled(await response.text())
}
