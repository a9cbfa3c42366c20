import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { toldOpeningsCard } from '../../cards/openings.ts'
import { officeName } from '../../domain/region/names.ts'
import { allOpenings, tellOpenings } from '../../store/openings/openings.ts'
import { monthText } from '../fields.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { optional, shortText, wholeNumber } from '../legacy/field.ts'

const officeOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.office,
  suggest: async ({ region, asker }, typed) =>
    region.offices
      .filter(({ id, name }) => name.includes(typed.trim()) && (mayTellFor(asker, id) ?? false))
      .map(({ id, name }) => ({ value: id, label: name })),
}

const mayTellFor = (asker: BaseCall['asker'], officeId: string): boolean =>
  asker.roles.includes('coordinator') || asker.officeId === officeId

/** `/openings tell [office]`: how many new users the office can take, from when, and which kinds. */
export const tellOpeningsCommand = command({
  id: 'openings.tell',
  words: {
    noun: (t) => t.commands.openings.noun,
    verb: (t) => t.commands.openings.tell.verb,
    description: (t) => t.commands.openings.tell.description,
  },
  permission: 'openings.tell',
  shortcut: { global: (t) => t.menus.openings.tell },
  options: { office: officeOption },
  form: {
    title: (t) => t.openings.title,
    submit: (t) => t.openings.submit,
    fields: {
      newUsers: wholeNumber({ words: (t) => t.openings.fields.newUsers, min: 0, max: 99 }),
      from: shortText({ words: (t) => t.openings.fields.from, maxLength: 20, schema: monthText }),
      kinds: optional(shortText<string>({ words: (t) => t.openings.fields.kinds, maxLength: 60 })),
    },
  },
  run: async (call) => {
    const office = officeFor(call, call.options.office)
    if (!office.ok) return office.refusal
    const before = (await allOpenings(call.scope)).find(({ officeId }) => officeId === office.id)
    return {
      kind: 'ask',
      open: {
        intro: officeName(call.region, office.id),
        initial: {
          newUsers: before && String(before.newUsers),
          from: (before?.from ?? call.today.toPlainYearMonth()).toString(),
          kinds: before?.kinds,
        },
      },
    }
  },
  submit: async (call) => {
    const { scope, values, asker, now, region, language, text } = call
    const office = officeFor(call, call.options.office)
    if (!office.ok) return office.refusal
    const told = { ...values, kinds: values.kinds ?? '', officeId: office.id }
    await tellOpenings(scope, { ...told, toldBy: asker.memberId, toldAt: now })
    const line = { ...told, office: officeName(region, office.id) }
    return { kind: 'say', card: toldOpeningsCard(line, language, text) }
  },
})

const officeFor = (
  { region, asker, text }: BaseCall,
  named: string | undefined,
): { ok: true; id: string } | { ok: false; refusal: Outcome } => {
  const words = text.openings
  const refuse = (heading: string) => ({
    ok: false as const,
    refusal: { kind: 'refuse', card: refusalCard('openings.office', heading) } satisfies Outcome,
  })
  const wanted = named ?? asker.officeId
  const office = region.offices.find(({ id, name }) => id === wanted || name === wanted)
  if (!office) return refuse(named === undefined ? words.noOffice : words.unknownOffice(named))
  return mayTellFor(asker, office.id) ? { ok: true, id: office.id } : refuse(words.otherOffice)
}
