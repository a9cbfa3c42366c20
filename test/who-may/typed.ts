import type { Things } from './things.ts'

/** What is typed into a field in place of the usual, by `command.field`. */
export const FILLS: Record<string, string> = {
  'followup.extend.dueOn': '2026-08-31',
  'followup.handover.to': 'midori',
  'handover.send.to': 'ichika',
  'case.assign.to': 'haruto',
  'gsv.postpone.on': '2026-06-08',
  'tsunagi.known.member': 'riku',
  'tsunagi.known.named': '',
  'tsunagi.body.name': 'あたらしいつどい',
  'tsunagi.region.from': '09:00',
  'tsunagi.region.to': '17:00',
  'tsunagi.offices.lines': '相談室 みつば, 指定特定, 蓮田市',
  'tsunagi.members.lines': '架空 あらた, 相談室 くも（見本）, 相談支援専門員',
}

/** What a press carries besides, without which it means nothing. */
const CARRIED: Record<string, Record<string, string>> = {
  'summary.agree': { agreed: 'yes' },
  'monitoring.decide': { decision: 'accepted' },
  'rota.answer': { agrees: 'yes' },
  'meeting.step': { do: 'next', at: '1' },
  'meeting.rest': { was: 'present' },
  'meeting.dropday': { day: '1' },
  'gsv.prepared': { presenter: 'koharu' },
  'gsv.postpone': { presenter: 'koharu' },
  'meeting.confirm': { year: '2026', seen: 'another' },
  'minutes.correct': { item: '1' },
  'agenda.presenter': { form: 'plan_review' },
}

export const carriedBy = (command: string, things: Things): Record<string, string> => {
  const item = things.get('summary')?.get('discussed')?.value ?? ''
  return command === 'agenda.discuss' ? { item } : (CARRIED[command] ?? {})
}
