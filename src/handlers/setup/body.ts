import { z } from 'zod'
import type { FormFaults } from '../../bot/form.ts'
import { refusalCard } from '../../cards/answer.ts'
import { ROLES } from '../../domain/member/roles.ts'
import { BODY_KINDS, DISCLOSURES, type Region } from '../../domain/region/region.ts'
import { OFFICE_KINDS } from '../../domain/region/seat.ts'
import { withBody } from '../../domain/setup/edit-region.ts'
import { command, type Option } from '../legacy/command.ts'
import { choice, choices, shortText } from '../legacy/field.ts'
import { markOf, saveStep, seenOption } from './setup-view.ts'

type Body = Region['bodies'][number]
type Seat = Body['members'][number]

const bodyOption: Option<string> = {
  schema: z.string().min(1).max(40),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.whichBody,
}

/** A step of the first run: a body, new or to be changed, and who sits on it. */
export const setBody = command({
  id: 'tsunagi.body',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.body.verb,
    description: (t) => t.commands.tsunagi.body.description,
  },
  hidden: true,
  permission: 'region.change',
  options: { body: bodyOption, seen: seenOption },
  form: {
    title: (t) => t.setup.body.title,
    submit: (t) => t.setup.body.submit,
    fields: {
      name: shortText<string>({ words: (t) => t.setup.body.fields.name, maxLength: 80 }),
      kind: choice({
        words: (t) => t.setup.body.fields.kind,
        values: BODY_KINDS,
        labels: (t) => t.setup.body.kinds,
      }),
      seats: choices({ words: (t) => t.setup.body.fields.seats }),
      disclosure: choice({
        words: (t) => t.setup.body.fields.disclosure,
        values: DISCLOSURES,
        labels: (t) => t.setup.body.disclosures,
      }),
    },
  },
  run: async ({ region, options, text }) => {
    const words = text.setup
    const body = region.bodies.find(({ id }) => id === options.body)
    if (options.body !== undefined && !body)
      return { kind: 'refuse', card: refusalCard('setup.gone', words.gone) }
    const seats = [
      ...ROLES.map((role) => ({ value: `role ${role}`, label: words.body.ofRole(text.answers.roles[role]) })),
      ...OFFICE_KINDS.map((kind) => ({
        value: `officeKind ${kind}`,
        label: words.body.ofKind(words.offices.kinds[kind]),
      })),
    ]
    return {
      kind: 'ask',
      open: {
        ...(body ? { options: { seen: markOf(body) } } : {}),
        choices: { seats },
        initial: {
          name: body?.name,
          kind: body?.kind ?? 'liaison',
          disclosure: body?.disclosure ?? 'topics',
          seats: body?.members.flatMap((seat) => writtenSeat(seat) ?? []),
        },
      },
    }
  },
  submit: async (call) => {
    const { values, options, text } = call
    const words = text.setup
    const chosen = values.seats.flatMap((value) => seatOf(value) ?? [])
    const { name, kind, disclosure } = values
    return saveStep(call, (region): Region | FormFaults => {
      const before = region.bodies.find(({ id }) => id === options.body)
      if (options.body !== undefined && !before) return { general: words.gone, fields: {} }
      if (before && options.seen !== markOf(before)) return { general: words.changedMeanwhile, fields: {} }
      const kept = before?.members.filter((seat) => writtenSeat(seat) === undefined) ?? []
      const members = [...kept, ...chosen]
      if (members.length === 0) return { fields: { seats: words.body.noSeats } }
      return withBody(region, options.body, { name, kind, disclosure, members })
    })
  },
})

/** Seats that the form offers; those of single people, offices and municipalities are the file's, and stay. */
const writtenSeat = (seat: Seat): string | undefined => {
  if ('role' in seat) return `role ${seat.role}`
  return 'officeKind' in seat ? `officeKind ${seat.officeKind}` : undefined
}

const seatOf = (written: string): Seat | undefined => {
  const [noun, value] = written.split(' ')
  const role = ROLES.find((one) => one === value)
  const officeKind = OFFICE_KINDS.find((one) => one === value)
  if (noun === 'role' && role) return { role }
  return noun === 'officeKind' && officeKind ? { officeKind } : undefined
}
