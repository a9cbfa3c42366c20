import { handoverSaidCard } from '../../cards/handover.ts'
import { mayReceiveSheet } from '../../domain/handover/permission.ts'
import { sendSheet } from '../../store/handover/handover-sheets.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
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
      .filter((member) => member.id !== asker.memberId && mayReceiveSheet(member, { assigns: false }))
      .map(({ id, name }) => ({ value: id, label: name }))
    return { intro: words.intro(args.case.code), initial: { assigns: 'no' }, choices: { to } }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { scope, region, asker, today, now, text } = call
    const { consentAhead } = text.handovers
    const { why, expected, consent, consentOn } = values
    const assigns = values.assigns === 'yes'
    const to = region.members.find(({ id }) => id === values.to)
    const receiver = receiverFault(call, to, assigns)
    const ahead = Temporal.PlainDate.compare(consentOn, today) > 0
    if (!to || receiver !== undefined || ahead)
      throw fieldFaults({ to: receiver, consentOn: ahead ? consentAhead : undefined })
    const { id: caseId, code } = args.case
    const sides = { caseId, senderId: asker.memberId, receiverId: to.id }
    const sheet = { ...sides, consentOn, assigns, sentAt: now }
    const id = await sendSheet(scope, sheet, { why, expected, consent })
    call.note('change', 'handover-sheet', id)
    return say(handoverSaidCard(words.said(code, to.name), words.next))
  },
})

const receiverFault = (
  { asker, text: { handovers: words } }: Call,
  to: Call['region']['members'][number] | undefined,
  assigns: boolean,
): string | undefined => {
  if (!to || !mayReceiveSheet(to, { assigns: false })) return words.noReceiver
  if (to.id === asker.memberId) return words.toOneself
  return mayReceiveSheet(to, { assigns }) ? undefined : words.notCarrying
}
