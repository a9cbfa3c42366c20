import type { Catalogue } from '../catalogue.ts'

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
}
