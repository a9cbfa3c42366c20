import type { Dispatch, Interaction, Reply } from '../../../src/bot/port.ts'
import {
  agendaCard,
  announcedCard,
  attendedCard,
  faultsIn,
  homeCard,
  listCard,
  submittedCard,
  summaryForm,
  textCard,
} from './scripted-cards.ts'

/** Stands for the product: answers by a script, and keeps what it was asked. */
export const scriptedDispatch = (): { dispatch: Dispatch; asked: Interaction[] } => {
  const asked: Interaction[] = []
  return {
    asked,
    dispatch: async (interaction) => {
      asked.push(interaction)
      return answer(interaction)
    },
  }
}

const toAsker = (card: Extract<Reply, { kind: 'card' }>['card']): Reply => ({
  kind: 'card',
  card,
  to: 'asker',
})

const answer = (interaction: Interaction): Reply => {
  switch (interaction.kind) {
    case 'words':
      return answerWords(interaction.words)
    case 'run':
      return run(interaction.press.command, interaction.press.options)
    case 'submit': {
      const { values, press } = interaction
      const faults = faultsIn(values)
      const form = summaryForm(press.options.case ?? '', values)
      return faults ? { kind: 'correct', form, faults } : toAsker(submittedCard(values))
    }
    case 'keep':
      return { kind: 'nothing' }
    case 'home':
      return { kind: 'home', card: homeCard }
    case 'suggest':
      return {
        kind: 'suggestions',
        choices: ['S-0142', 'S-0177', 'S-0201']
          .filter((code) => code.includes(interaction.typed.toUpperCase()))
          .map((code) => ({ value: code, label: code, detail: '次のモニタリング 12月' })),
      }
    default:
      return interaction satisfies never
  }
}

const answerWords = (words: string): Reply => {
  if (/^(summary submit|概要 提出)/.test(words)) return run('summary.submit', {})
  if (/^(case list|ケース 一覧)/.test(words)) return run('case.list', {})
  if (/^case show/.test(words)) return toAsker(textCard(`${words.split(' ')[2]} の計画です。`))
  if (/^agenda publish/.test(words)) return run('agenda.publish', {})
  return toAsker(textCard(`「${words}」というコマンドはありません`))
}

const run = (command: string, options: Record<string, string>): Reply => {
  switch (command) {
    case 'summary.submit':
      return { kind: 'form', form: summaryForm(options.case ?? '') }
    case 'case.list':
      return toAsker(listCard)
    case 'agenda.publish':
      return { kind: 'card', card: agendaCard, to: 'channel' }
    case 'summary.announce':
      return { kind: 'card', card: announcedCard, to: 'channel' }
    case 'meeting.attend':
      return { kind: 'replace', card: attendedCard }
    default:
      return toAsker(textCard(`${command} を承りました。`))
  }
}
