import type { Card } from '../../src/bot/card.ts'
import type { FormView } from '../../src/bot/form.ts'
import { RENDERED } from './house.ts'
import { paperText } from './papers.ts'
import { settled } from './readable.ts'
import type { Recorder } from './recorder.ts'

const byNoun = <Thing>(
  things: ReadonlyMap<string, Thing>,
  textOf: (thing: Thing) => string,
): Map<string, string> => {
  const files = new Map<string, string>()
  for (const [name, thing] of [...things].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [noun = ''] = name.split('.')
    files.set(noun, `${files.get(noun) ?? ''}━━ ${name}\n${settled(textOf(thing))}\n\n`)
  }
  return files
}

/** The longest card of each tag and the longest form of each command, as Slack and Discord are given them. */
export const renderedTexts = ({
  cards,
  forms,
}: Pick<Recorder, 'cards' | 'forms'>): Record<string, string> => {
  const texts: Record<string, string> = {}
  for (const [platform, { card, form }] of Object.entries(RENDERED)) {
    for (const [noun, text] of byNoun<Card>(cards, card)) texts[`${platform}/cards/${noun}.txt`] = text
    for (const [noun, text] of byNoun<FormView>(forms, form)) texts[`${platform}/forms/${noun}.txt`] = text
  }
  return texts
}

/** The files that were handed out, as text. */
export const paperTexts = async ({ files }: Pick<Recorder, 'files'>): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      [...files].map(async ([name, file]) => [`papers/${name}.txt`, await paperText(file)] as const),
    ),
  )
