import type { Catalogue } from '../catalogue.ts'

export const rotaCommands: Catalogue['commands']['rota'] = {
  noun: 'rota',
  now: { verb: 'now', description: 'Who is on now' },
  list: { verb: 'list', description: 'The turns ahead' },
  swap: {
    verb: 'swap',
    description: 'Ask somebody to swap turns',
    form: {
      title: 'Swap turns',
      submit: 'Ask',
      fields: { mine: { label: 'The turn you give' }, theirs: { label: 'The turn you take' } },
    },
    intro: (name) => `${name}. It is settled when the other side agrees.`,
    noTurn: 'You have no turn ahead',
    noTurnNext: 'Only who has a coming turn can ask for a swap.',
    said: (party) => `${party} is asked to swap`,
    next: 'They hear of it in the morning, and so do you of their answer.',
  },
  answer: {
    verb: 'answer',
    description: 'Answer a request to swap',
    agreed: 'Swapped',
    refused: 'They are told that you do not swap',
  },
}

const dates = (works: readonly string[]) =>
  works.length === 0 ? '' : ` These could be swapped: ${works.join(', ')}.`

export const rota: Catalogue['rota'] = {
  kind: {
    chair: 'Chair',
    recorder: 'Recorder',
    host: 'Host',
    on_call: 'On call',
    short_stay: 'Emergency short stay',
    secondment: 'Secondment',
    other: 'Rota',
  },
  swapState: { asked: 'waiting for an answer', agreed: 'swapped', refused: 'not swapped' },
  swapFault: {
    noSuchTurn: (date, works) => `No turn begins on ${date}.${dates(works)}`,
    notYours: (date, name, works) =>
      `The turn of ${date} is ${name}'s. Choose one of your own.${dates(works)}`,
    withOneself: (works) => `Both turns are yours. Choose somebody else's.${dates(works)}`,
    pastTurn: (date, works) =>
      `The turn of ${date} has begun or is over. Choose a coming one.${dates(works)}`,
    left: (name, works) => `${name} is no longer on the rota by then. Choose another turn.${dates(works)}`,
    notAskedOfYou: (name) => `Only ${name} can answer this.`,
    alreadyAgreed: 'This swap is agreed already.',
    alreadyRefused: 'This swap was refused already. Ask for another turn.',
    turnsChanged: 'The turns have changed since you asked. Look at them and ask again.',
  },
  digest: {
    heading: 'Rotas',
    turn: (rota, party, days) => `${rota}: ${party}, ${days}`,
    asked: (rota, party) => `${party} asks to swap turns of ${rota}`,
    days: (mine, theirs) => `You take the turn of ${mine} and give the turn of ${theirs}`,
    answer: 'Answer',
    agreed: (rota, party) => `${rota}: ${party} swaps with you`,
    refused: (rota, party) => `${rota}: ${party} cannot swap`,
    changedDays: (mine, theirs) => `The turns of ${mine} and ${theirs}`,
  },
  days: (from, to) => (from === to ? from : `${from} to ${to}`),
  now: { heading: 'On now', none: 'Nobody', until: (to) => `until ${to}`, list: 'Turns ahead' },
  list: {
    heading: (name) => `Turns of ${name}`,
    mine: ' (yours)',
    swap: 'Ask to swap',
    none: 'No turns ahead',
  },
  noRota: 'There is no rota for you to see',
  noRotaNext: 'Rotas stand in the region file. Ask the coordinator.',
  swap: {
    asked: (party) => `${party} asks to swap`,
    gives: 'You take',
    takes: 'You give',
    yes: 'Swap',
    no: 'Do not swap',
    gone: 'There is no such request',
    meanwhile: 'It has been answered already',
  },
  turnCard: {
    heading: (name, party) => `${name}: ${party}`,
    next: (party, from) => `Next: ${party}, from ${from}.`,
  },
}
