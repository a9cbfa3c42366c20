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

/** Commands as people see them in completion, help and registrations. Nouns and verbs are also words to type. */
export const commands = {
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
    code: { name: 'コード', description: '受け取ったコード（例: BCDF-GHJK-LMNP）' },
    account: { name: 'アカウント', description: 'どのアカウントか' },
    request: { name: '申し出', description: 'どの方か' },
    channel: { name: 'チャンネル', description: 'どのチャンネルか' },
    case: { name: 'ケース', description: 'ケース番号（例: S-0142）' },
    member: { name: '担当', description: '担当する相談支援専門員' },
    delivery: { name: 'お知らせ', description: 'どのお知らせか' },
    on: { name: '日付', description: '会議の日（例: 4/17）' },
    year: { name: '年度', description: 'どの年度か（例: R9、2027）' },
    body: { name: '会議体', description: 'どの会議体のカレンダーか（書かなければ自分の）' },
    meeting: { name: '会議', description: 'どの会議か（書かなければ次の会議）' },
    poll: { name: '日程調整', description: 'どの日程調整か（何の集まりか）' },
    day: { name: '候補', description: 'どの候補の日か' },
    sure: { name: '確認', description: '本当に取りやめるか' },
    office: { name: '事業所', description: 'どの事業所か（書かなければ自分の事業所）' },
    proposal: { name: '提案', description: 'どの提案か' },
    decision: { name: '決定', description: '認めるか' },
    seen: { name: '版', description: 'どの版から直すか' },
    plain: { name: '中身なし', description: 'ケースの中身を出さずに公開する' },
    followup: { name: '宿題', description: 'どの宿題か' },
    sheet: { name: 'シート', description: 'どの引き継ぎシートか' },
    visit: { name: '訪問', description: 'どの訪問か' },
    summary: { name: '概要', description: 'どの概要か' },
    series: { name: '会議名', description: 'どの定例会議か（書かなければ次に開く会議）' },
    act: { name: 'すること', description: '組み直すか、決めるか' },
    presentation: { name: '事例', description: 'どの事例か' },
    presenter: { name: '事例提供者', description: 'どなたとの打合せか' },
    as: { name: '形式', description: 'Word、PDF、テキストのどれか' },
    rota: { name: '輪番', description: 'どの輪番か' },
    swap: { name: '交代', description: 'どの交代か' },
    agrees: { name: '返事', description: '交代するか' },
    monitoring: { name: 'モニタリング', description: 'どのモニタリング月か' },
    whichMember: { name: '名前', description: 'どなたか（書かなければ自分）' },
    item: { name: '項目', description: 'どの項目か' },
    attendance: { name: '出欠', description: 'どの出欠か' },
    month: { name: '月', description: 'どの月か（例: R8.6。書かなければ今月）' },
  },
}
