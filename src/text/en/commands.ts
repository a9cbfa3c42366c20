import type { Catalogue } from '../catalogue.ts'
import { absenceCommands } from './absence.ts'
import { accountCommands } from './account.ts'
import { agendaCommands } from './agenda.ts'
import { calendarCommands, calendarYearCommands } from './calendar.ts'
import { caseCommands } from './case.ts'
import { deliveryCommands } from './delivery.ts'
import { digestCommands } from './digest.ts'
import { followUpCommands } from './followup.ts'
import { gsvCommands } from './gsv.ts'
import { handoverCommands } from './handover.ts'
import { meetingCommands } from './meeting.ts'
import { minutesCommands } from './minutes.ts'
import { monitoringCommands } from './monitoring.ts'
import { openingsCommands } from './openings.ts'
import { planCommands } from './plan.ts'
import { pollCommands } from './poll.ts'
import { rotaCommands } from './rota.ts'
import { seriesCommands } from './series.ts'
import { setupCommands } from './setup.ts'
import { summaryCommands } from './summary.ts'
import { visitCommands } from './visit.ts'
import { workspaceCommands } from './workspace.ts'

export const commands: Catalogue['commands'] = {
  case: caseCommands,
  plan: planCommands,
  openings: openingsCommands,
  absence: absenceCommands,
  summary: summaryCommands,
  monitoring: monitoringCommands,
  meeting: { ...meetingCommands, ...seriesCommands, ...calendarYearCommands, ...pollCommands },
  minutes: minutesCommands,
  calendar: calendarCommands,
  agenda: agendaCommands,
  followup: followUpCommands,
  gsv: gsvCommands,
  rota: rotaCommands,
  handover: handoverCommands,
  visit: visitCommands,
  tsunagi: {
    ...setupCommands,
    ...digestCommands,
    ...accountCommands,
    ...deliveryCommands,
    ...workspaceCommands,
  },
  options: {
    code: { name: 'code', description: 'The code you were given, e.g. BCDF-GHJK-LMNP' },
    account: { name: 'account', description: 'Which account' },
    request: { name: 'request', description: 'Who it is about' },
    channel: { name: 'channel', description: 'Which channel' },
    case: { name: 'case', description: 'Case code, e.g. S-0142' },
    member: { name: 'member', description: 'The specialist in charge' },
    delivery: { name: 'message', description: 'Which message' },
    on: { name: 'on', description: 'The day of the meeting (e.g. 2026-04-17)' },
    year: { name: 'year', description: 'Which fiscal year (e.g. 2027, R9)' },
    body: { name: 'body', description: 'Whose calendar (your own if left out)' },
    meeting: { name: 'meeting', description: 'Which meeting (the next one if left out)' },
    poll: { name: 'poll', description: 'Which poll (what it is for)' },
    day: { name: 'day', description: 'Which day offered' },
    sure: { name: 'sure', description: 'Whether to withdraw it' },
    office: { name: 'office', description: 'Which office (your own if left out)' },
    proposal: { name: 'proposal', description: 'Which proposal' },
    decision: { name: 'decision', description: 'Accept it or not' },
    seen: { name: 'seen', description: 'The version it was opened on' },
    plain: { name: 'plain', description: 'Publish without case content' },
    followup: { name: 'followup', description: 'Which follow-up' },
    sheet: { name: 'sheet', description: 'Which handover sheet' },
    visit: { name: 'visit', description: 'Which visit' },
    summary: { name: 'summary', description: 'Which summary' },
    series: { name: 'series', description: 'Which series (the one that meets next if left out)' },
    act: { name: 'act', description: 'Form again or confirm' },
    presentation: { name: 'presentation', description: 'Which case' },
    presenter: { name: 'presenter', description: 'With whom' },
    as: { name: 'as', description: 'Word, PDF or text' },
    rota: { name: 'rota', description: 'Which rota' },
    swap: { name: 'swap', description: 'Which swap' },
    agrees: { name: 'agrees', description: 'Whether you swap' },
    monitoring: { name: 'monitoring', description: 'Which monitoring month' },
    whichMember: { name: 'member', description: 'Who (you, if left out)' },
    item: { name: 'item', description: 'Which item' },
    attendance: { name: 'attendance', description: 'Which attendance' },
    month: { name: 'month', description: 'Which month, e.g. 2026-06 (this one if left out)' },
  },
}
