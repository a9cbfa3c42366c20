import { z } from 'zod'
import { noticeCard } from '../../cards/answer.ts'
import { ROLES } from '../../domain/member/roles.ts'
import { BODY_KINDS, DISCLOSURES, type Region } from '../../domain/region/region.ts'
import { OFFICE_KINDS } from '../../domain/region/seat.ts'
import { withBody } from '../../domain/setup/edit-region.ts'
import { mayChangeBody } from '../../domain/setup/permission.ts'
import { fieldFaults } from '../answer.ts'
import { carried, entityArgument } from '../arguments.ts'
import { command } from '../command.ts'
import { choice, choices, shortText } from '../fields.ts'
import { changedMeanwhile, saveStep, versionOf } from './save-step.ts'

type Body = Region['bodies'][number]
type Seat = Body['members'][number]

const bodyArgument = entityArgument<Body>({
  by: carried(z.string().min(1).max(40)),
  find: async ({ region }, wanted) => region.bodies.find(({ id }) => id === wanted),
  subject: ({ id }) => ['body', id],
  see: mayChangeBody,
  gone: ({ text }) => noticeCard('setup.gone', text.setup.gone),
})

/** A step of the first run: a body, new or to be changed, and who sits on it. */
export const setBody = command('tsunagi.body', {
  hidden: true,
  permission: 'region.change',
  args: { body: bodyArgument.toChange.optional },
  seen: { version: ({ args }) => args.body && versionOf(args.body), changed: changedMeanwhile },
  form: {
    name: shortText({ maxLength: 80 }),
    kind: choice({ values: BODY_KINDS, labels: (t) => t.setup.body.kinds }),
    seats: choices(),
    disclosure: choice({ values: DISCLOSURES, labels: (t) => t.setup.body.disclosures }),
  },
  open: ({ args: { body }, words, text }) => {
    const roles = ROLES.map((role) => ({
      value: `role ${role}`,
      label: words.ofRole(text.answers.roles[role]),
    }))
    const kinds = OFFICE_KINDS.map((kind) => ({
      value: `officeKind ${kind}`,
      label: words.ofKind(text.setup.offices.kinds[kind]),
    }))
    return {
      choices: { seats: [...roles, ...kinds] },
      initial: {
        name: body?.name,
        kind: body?.kind ?? 'liaison',
        disclosure: body?.disclosure ?? 'topics',
        seats: body?.members.flatMap((seat) => writtenSeat(seat) ?? []),
      },
    }
  },
  submit: ({ args: { body }, values, words, ...call }) => {
    const { name, kind, disclosure } = values
    const kept = body?.members.filter((seat) => writtenSeat(seat) === undefined) ?? []
    const members = [...kept, ...values.seats.flatMap((value) => seatOf(value) ?? [])]
    if (members.length === 0) throw fieldFaults({ seats: words.noSeats })
    return saveStep(call, (region) => {
      const before = body && region.bodies.find(({ id }) => id === body.id)
      if (body && (!before || versionOf(before) !== versionOf(body))) throw changedMeanwhile(call)
      return withBody(region, body?.id, { name, kind, disclosure, members })
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
