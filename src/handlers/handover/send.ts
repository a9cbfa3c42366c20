import { handoverSaidCard } from '../../cards/handover.ts'
import { sendSheet } from '../../store/handover/handover-sheets.ts'
import { fieldFaults, say } from '../answer.ts'
import { openCaseArgument } from '../case/arguments.ts'
import { command } from '../command.ts'
import { choice, date, lines } from '../fields.ts'

/** `/handover send CODE`: 引き継ぎシート (seed 003, 藤沢市), with the person's consent recorded. */
export const sendHandover = command('handover.send', {
  permission: 'handover.write',
  args: { case: openCaseArgument },
  form: {
    to: choice(),
    why: lines({ maxLength: 400 }),
    expected: lines({ maxLength: 400 }),
    consent: lines({ maxLength: 100 }),
    consentOn: date(),
    assigns: choice({ values: ['no', 'yes'], labels: (t) => t.handovers.assigns }),
  },
  open: ({ args, region, asker, words }) => {
    const to = region.members
      .filter(({ id, office }) => office !== undefined && id !== asker.memberId)
      .map(({ id, name }) => ({ value: id, label: name }))
    return { intro: words.intro(args.case.code), initial: { assigns: 'no' }, choices: { to } }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { scope, region, asker, today, now, text } = call
    const { noReceiver, toOneself, consentAhead } = text.handovers
    const { why, expected, consent, consentOn, assigns } = values
    const to = region.members.find(({ id, office }) => id === values.to && office !== undefined)
    const ahead = Temporal.PlainDate.compare(consentOn, today) > 0
    if (!to || to.id === asker.memberId || ahead)
      throw fieldFaults({
        to: to ? (to.id === asker.memberId ? toOneself : undefined) : noReceiver,
        consentOn: ahead ? consentAhead : undefined,
      })
    const { id: caseId, code } = args.case
    const sides = { caseId, senderId: asker.memberId, receiverId: to.id }
    const sheet = { ...sides, consentOn, assigns: assigns === 'yes', sentAt: now }
    const id = await sendSheet(scope, sheet, { why, expected, consent })
    call.note('change', 'handover-sheet', id)
    return say(handoverSaidCard(words.said(code, to.name), words.next))
  },
})
