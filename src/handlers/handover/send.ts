import { handoverSaidCard } from '../../cards/handover.ts'
import { sendSheet } from '../../store/handover/handover-sheets.ts'
import { findOpenCase } from '../case/find-case.ts'
import { dateText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { choice, date, lines } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'

/** `/handover send CODE`: 引き継ぎシート (seed 003, 藤沢市), with the person's consent recorded. */
export const sendHandover = command({
  id: 'handover.send',
  words: {
    noun: (t) => t.commands.handover.noun,
    verb: (t) => t.commands.handover.send.verb,
    description: (t) => t.commands.handover.send.description,
  },
  permission: 'handover.write',
  options: { case: caseOption },
  form: {
    title: (t) => t.handovers.send.title,
    submit: (t) => t.handovers.send.submit,
    fields: {
      to: choice<string>({ words: (t) => t.handovers.fields.to }),
      why: lines<string>({ words: (t) => t.handovers.fields.why, maxLength: 400 }),
      expected: lines<string>({ words: (t) => t.handovers.fields.expected, maxLength: 400 }),
      consent: lines<string>({ words: (t) => t.handovers.fields.consent, maxLength: 100 }),
      consentOn: date({ words: (t) => t.handovers.fields.consentOn, schema: dateText }),
      assigns: choice({
        words: (t) => t.handovers.fields.assigns,
        values: ['no', 'yes'] as const,
        labels: (t) => t.handovers.assigns,
      }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { region, asker, text } = call
    const to = region.members
      .filter(({ id, office }) => office !== undefined && id !== asker.memberId)
      .map(({ id, name }) => ({ value: id, label: name }))
    const intro = text.handovers.send.intro(found.kase.code)
    return { kind: 'ask', open: { intro, initial: { assigns: 'no' }, choices: { to } } }
  },
  submit: async (call) => {
    const { scope, region, asker, values, today, now, text } = call
    const words = text.handovers
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const to = region.members.find(({ id, office }) => id === values.to && office !== undefined)
    const ahead = Temporal.PlainDate.compare(values.consentOn, today) > 0
    if (!to || to.id === asker.memberId || ahead) {
      const fields = {
        ...(to ? {} : { to: words.noReceiver }),
        ...(to?.id === asker.memberId ? { to: words.toOneself } : {}),
        ...(ahead ? { consentOn: words.consentAhead } : {}),
      }
      return { kind: 'correct', faults: { fields } }
    }
    const { why, expected, consent, consentOn, assigns } = values
    const { id: caseId, code } = found.kase
    const sides = { caseId, senderId: asker.memberId, receiverId: to.id }
    const sheet = { ...sides, consentOn, assigns: assigns === 'yes', sentAt: now }
    const id = await sendSheet(scope, sheet, { why, expected, consent })
    call.note('change', 'handover-sheet', id)
    return { kind: 'say', card: handoverSaidCard(words.send.said(code, to.name), words.send.next) }
  },
})
