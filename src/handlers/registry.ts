import type { CommandView, Words } from '../bot/port.ts'
import { catalogues, type Label } from '../text/catalogue.ts'
import { endLeaveCommand } from './absence/end.ts'
import { takeLeaveCommand } from './absence/take.ts'
import { declineStranger } from './account/decline.ts'
import { inviteMember } from './account/invite.ts'
import { linkAccount } from './account/link.ts'
import { nameStranger } from './account/match-account.ts'
import { chooseNotified } from './account/notify.ts'
import { unlinkAccount } from './account/unlink.ts'
import { discussItem } from './agenda/discuss.ts'
import { editAgenda } from './agenda/edit.ts'
import { exportAgenda } from './agenda/export.ts'
import { historyOfAgendas } from './agenda/history.ts'
import { changePresenterCommand } from './agenda/presenter.ts'
import { previewAgenda } from './agenda/preview.ts'
import { publishAgenda } from './agenda/publish.ts'
import { showAgenda } from './agenda/show.ts'
import { linkCalendar } from './calendar/link.ts'
import { revokeCalendar } from './calendar/revoke.ts'
import { confirmMeetingYear, meetingYear } from './calendar/year.ts'
import { assignCase } from './case/assign.ts'
import { closeCase } from './case/close.ts'
import { listCases } from './case/list.ts'
import { setNeedLevel } from './case/need.ts'
import { priorityReviews } from './case/priority.ts'
import { registerCase } from './case/register.ts'
import { reopenCase } from './case/reopen.ts'
import { resume } from './case/resume.ts'
import { setSelfPlan } from './case/selfplan.ts'
import { showCase } from './case/show.ts'
import { suspend } from './case/suspend.ts'
import type { Command } from './command.ts'
import { ownDeliveries } from './delivery/deliveries.ts'
import { retryDelivery } from './delivery/retry.ts'
import { undelivered } from './delivery/undelivered.ts'
import { home } from './digest/home.ts'
import { addFollowUp } from './followup/add.ts'
import { finishFollowUp } from './followup/done.ts'
import { dropFollowUp } from './followup/drop.ts'
import { extendFollowUp } from './followup/extend.ts'
import { handOverFollowUp } from './followup/handover.ts'
import { listFollowUps } from './followup/list.ts'
import { showFollowUp } from './followup/show.ts'
import { answerGsv } from './gsv/answer.ts'
import { gsvGroups } from './gsv/groups.ts'
import { nextGsv } from './gsv/next.ts'
import { offerGsv } from './gsv/offer.ts'
import { gsvOutcome } from './gsv/outcome.ts'
import { gsvResult } from './gsv/result.ts'
import { acknowledgeHandover } from './handover/acknowledge.ts'
import { returnHandover } from './handover/back.ts'
import { listHandovers } from './handover/list.ts'
import { sendHandover } from './handover/send.ts'
import { showHandover } from './handover/show.ts'
import { attendMeeting } from './meeting/attend.ts'
import { showAttendance } from './meeting/attendance.ts'
import { cancelMeetingCommand } from './meeting/cancel.ts'
import { recordAttendance } from './meeting/correct-attendance.ts'
import { exportRecords } from './meeting/export.ts'
import { meetingFileCommand } from './meeting/file.ts'
import { listMeetings } from './meeting/list.ts'
import { recordRest } from './meeting/mark-unanswered.ts'
import { moveMeetingCommand } from './meeting/move.ts'
import { stepOn } from './meeting/next-item.ts'
import { recordMeeting } from './meeting/record.ts'
import { chooseRecorder } from './meeting/recorder.ts'
import { restoreMeetingCommand } from './meeting/restore.ts'
import { startMeeting } from './meeting/start.ts'
import { approveMinutesCommand } from './minutes/approve.ts'
import { correctMinutes } from './minutes/correct.ts'
import { exportMinutes } from './minutes/export.ts'
import { finishMinutes } from './minutes/finish.ts'
import { showMinutes } from './minutes/show.ts'
import { decideInterval } from './monitoring/decide.ts'
import { recordMonitoring } from './monitoring/done.ts'
import { dueMonitoring } from './monitoring/due.ts'
import { forecastMonths } from './monitoring/forecast.ts'
import { proposeIntervalCommand } from './monitoring/propose.ts'
import { standardInterval } from './monitoring/standard.ts'
import { listOpenings } from './openings/list.ts'
import { tellOpeningsCommand } from './openings/tell.ts'
import { certificate } from './plan/certificate.ts'
import { changePlan } from './plan/change.ts'
import { newPlan } from './plan/new.ts'
import { removePlanCommand } from './plan/remove.ts'
import { renewPlan } from './plan/renew.ts'
import { answerPollCommand } from './poll/answer.ts'
import { askPoll, dropPollDay } from './poll/ask.ts'
import { decideDay } from './poll/decide.ts'
import { findDay } from './poll/find.ts'
import { showPoll } from './poll/show.ts'
import { withdrawPollCommand } from './poll/withdraw.ts'
import { passedNames } from './privacy/exceptions.ts'
import { answerRotaSwap } from './rota/answer.ts'
import { listRota } from './rota/list.ts'
import { rotaNow } from './rota/now.ts'
import { swapRota } from './rota/swap.ts'
import { listSeries } from './series/list.ts'
import { setBody } from './setup/body.ts'
import { setChannel } from './setup/channel.ts'
import { help } from './setup/help.ts'
import { addMembers } from './setup/members.ts'
import { addOffices } from './setup/offices.ts'
import { addPeople } from './setup/people.ts'
import { setRegion } from './setup/region.ts'
import { addSeries } from './setup/series.ts'
import { showSetup } from './setup/setup.ts'
import { showWeek } from './setup/week.ts'
import { agreeSummaryCommand } from './summary/agree.ts'
import { submitIntake } from './summary/intake.ts'
import { submitIssue } from './summary/issue.ts'
import { listSummaries } from './summary/list.ts'
import { submitNotice } from './summary/notice.ts'
import { submitMonitoringResult } from './summary/result.ts'
import { submitReview } from './summary/review.ts'
import { submitGsvStrengths } from './summary/strengths.ts'
import { submitCaseStudy } from './summary/study.ts'
import { submitSummary } from './summary/submit.ts'
import { submitGsvSupporter } from './summary/support.ts'
import { summaryVersions } from './summary/versions.ts'
import { reportVisitCommand } from './visit/done.ts'
import { listVisits } from './visit/list.ts'
import { showVisit } from './visit/show.ts'
import { connectWorkspace } from './workspace/connect.ts'

/** Every command of the product, in the order the help shows them. */
const COMMANDS: readonly Command[] = [
  registerCase,
  listCases,
  showCase,
  assignCase,
  closeCase,
  reopenCase,
  suspend,
  resume,
  setNeedLevel,
  priorityReviews,
  setSelfPlan,
  newPlan,
  changePlan,
  renewPlan,
  certificate,
  removePlanCommand,
  submitSummary,
  submitIntake,
  submitMonitoringResult,
  submitReview,
  submitCaseStudy,
  submitIssue,
  submitNotice,
  submitGsvStrengths,
  submitGsvSupporter,
  agreeSummaryCommand,
  summaryVersions,
  passedNames,
  listSummaries,
  dueMonitoring,
  recordMonitoring,
  proposeIntervalCommand,
  standardInterval,
  forecastMonths,
  decideInterval,
  tellOpeningsCommand,
  listOpenings,
  takeLeaveCommand,
  endLeaveCommand,
  addFollowUp,
  listFollowUps,
  showFollowUp,
  finishFollowUp,
  extendFollowUp,
  handOverFollowUp,
  dropFollowUp,
  sendHandover,
  listHandovers,
  showHandover,
  acknowledgeHandover,
  returnHandover,
  listVisits,
  showVisit,
  reportVisitCommand,
  listMeetings,
  attendMeeting,
  showAttendance,
  recordAttendance,
  recordRest,
  chooseRecorder,
  startMeeting,
  stepOn,
  recordMeeting,
  exportRecords,
  showMinutes,
  finishMinutes,
  approveMinutesCommand,
  correctMinutes,
  exportMinutes,
  listSeries,
  meetingYear,
  confirmMeetingYear,
  moveMeetingCommand,
  cancelMeetingCommand,
  restoreMeetingCommand,
  meetingFileCommand,
  findDay,
  dropPollDay,
  askPoll,
  answerPollCommand,
  showPoll,
  decideDay,
  withdrawPollCommand,
  linkCalendar,
  revokeCalendar,
  nextGsv,
  offerGsv,
  answerGsv,
  gsvGroups,
  gsvOutcome,
  gsvResult,
  rotaNow,
  listRota,
  swapRota,
  answerRotaSwap,
  previewAgenda,
  publishAgenda,
  editAgenda,
  changePresenterCommand,
  discussItem,
  historyOfAgendas,
  exportAgenda,
  showAgenda,
  help,
  home,
  linkAccount,
  chooseNotified,
  ownDeliveries,
  undelivered,
  retryDelivery,
  connectWorkspace,
  inviteMember,
  nameStranger,
  declineStranger,
  unlinkAccount,
  showSetup,
  setRegion,
  addOffices,
  addMembers,
  addPeople,
  setBody,
  setChannel,
  addSeries,
  showWeek,
]

export type Registry = {
  commands: readonly Command[]
  find(id: string): Command | undefined
  views: readonly CommandView[]
}

/** Checks the declarations once, at start: throws with what to mend. */
export const registry = (commands: readonly Command[] = COMMANDS): Registry => {
  const byId = new Map<string, Command>()
  for (const declared of commands) {
    const { id } = declared
    if (!/^[a-z]+\.[a-z]+$/.test(id))
      throw new Error(`command ${id}: write its id as noun.verb in small letters`)
    if (byId.has(id)) throw new Error(`command ${id} is declared twice: rename one`)
    if (Boolean(declared.form) !== Boolean(declared.submit))
      throw new Error(`command ${id}: a form needs a submit, and a submit a form`)
    if (declared.shortcut?.message && !declared.form)
      throw new Error(`command ${id}: a shortcut on a message needs a form that takes its text`)
    byId.set(id, declared)
  }
  return {
    commands,
    find: (id) => byId.get(id),
    views: commands.filter(({ hidden }) => !hidden).map(commandView),
  }
}

const both = (label: Label): Words => ({ ja: label(catalogues.ja), en: label(catalogues.en) })

const shortcutOf = ({ shortcut }: Command): Pick<CommandView, 'shortcut' | 'shortcutNames'> => {
  if (!shortcut) return {}
  const { global, message } = shortcut
  return {
    shortcut: message ? 'message' : 'global',
    shortcutNames: {
      ...(global ? { global: both(global) } : {}),
      ...(message ? { message: both(message.name) } : {}),
    },
  }
}

const commandView = (declared: Command): CommandView => ({
  id: declared.id,
  noun: both(declared.words.noun),
  verb: both(declared.words.verb),
  description: both(declared.words.description),
  opensForm: declared.form !== undefined,
  ...shortcutOf(declared),
  options: Object.entries(declared.options)
    .filter(([, option]) => !option.hidden)
    .map(([name, option]) => ({
      name,
      words: both((text) => option.words(text).name),
      description: both((text) => option.words(text).description),
      required: option.required,
      suggests: option.suggest !== undefined,
    })),
})
