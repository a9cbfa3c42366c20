import { noticeCard } from '../../cards/answer.ts'
import { toldOpeningsCard } from '../../cards/openings.ts'
import { mayTellOpenings } from '../../domain/openings/permission.ts'
import { allOpenings, tellOpenings } from '../../store/openings/openings.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { monthText, optional, shortText, wholeNumber } from '../fields.ts'
import { officeArgument } from '../region/arguments.ts'

const refused = (heading: string) => noticeCard('openings.office', heading)

/** `/openings tell [office]`: how many new users the office can take, from when, and which kinds. */
export const tellOpeningsCommand = command('openings.tell', {
  permission: 'openings.tell',
  shortcut: { global: true },
  args: {
    office: officeArgument({
      may: mayTellOpenings,
      unknown: ({ text: { openings: words } }, typed) =>
        refused(typed === undefined ? words.noOffice : words.unknownOffice(typed)),
      notYours: ({ text }) => refused(text.openings.otherOffice),
    }),
  },
  form: {
    newUsers: wholeNumber({ min: 0, max: 99 }),
    from: shortText({ maxLength: 20, schema: monthText }),
    kinds: optional(shortText({ maxLength: 60 })),
  },
  open: async ({ args: { office }, scope, today }) => {
    const before = (await allOpenings(scope)).find(({ officeId }) => officeId === office.id)
    return {
      intro: office.name,
      initial: {
        newUsers: before && String(before.newUsers),
        from: (before?.from ?? today.toPlainYearMonth()).toString(),
        kinds: before?.kinds,
      },
    }
  },
  submit: async ({ args: { office }, values, scope, asker, now, language, text }) => {
    const told = { ...values, kinds: values.kinds ?? '', officeId: office.id }
    await tellOpenings(scope, { ...told, toldBy: asker.memberId, toldAt: now })
    return say(toldOpeningsCard({ ...told, office: office.name }, language, text))
  },
})
