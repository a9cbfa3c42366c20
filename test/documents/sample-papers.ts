import type { AgendaPaperFacts } from '../../src/domain/agenda/agenda-paper.ts'
import type { AgendaTopic, AgendaView, ShownAgenda } from '../../src/domain/agenda/agenda-view.ts'
import { composeAgendaOf } from '../../src/domain/agenda/compose.ts'
import { disclose } from '../../src/domain/agenda/disclose.ts'
import type { Disclosed, Disclosure } from '../../src/domain/agenda/disclosure.ts'
import { LIAISON_SECTIONS } from '../../src/domain/agenda/templates.ts'
import type { MinutesPaper } from '../../src/domain/minutes/minutes-paper.ts'
import { type FormName, SUMMARY_FORMS } from '../../src/domain/summary/forms.ts'

const at = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Asia/Tokyo]`)

/** Invented, and reads like it. */
const SAYS: Record<string, string> = {
  situation: '一人暮らしを始めたいが、家事の経験がない。日中の過ごし方も決まっていない。',
  assessment:
    '50代。母と二人暮らし。平日は生活介護に通い、休日は家で過ごす。母の体調の変化により、休日の外出の機会が減っている。身の回りのことは声かけがあればできる。電車の時刻表を読むのが得意で、行き先を自分で調べることができる。',
  wishes: '「休みの日に、電車を見に行きたい」。将来は、一人で暮らしてみたい。',
  policy: '本人の得意なことを生かして、休日の外出を一つずつ増やす。母の休息も大切にする。',
  content:
    '移動支援を月2回（第1・第3土曜日）。生活介護は週5日を続ける。\n短期入所の見学を年度内に1回。\n3か月ごとにモニタリングを行い、外出の様子を本人と振り返る。',
  progress: '計画どおりに週2回の訪問が続いている。本人は「来てくれると安心」と話す。',
  change: '朝起きられる日が増え、就労継続支援B型の見学を希望している。',
  proposal: '今のサービスを続け、見学に同行する。モニタリングは3か月ごとのままとする。',
  strengths: '料理が好きで、毎日の献立をノートに書いている。近所の商店の方と顔なじみ。',
  help: '本人が「できている」と感じられる関わりの工夫。',
  background: '4つの事例で、土日の外出を断られている。',
}

const written = (form: FormName) =>
  SUMMARY_FORMS[form].fields
    .filter(({ name }) => name !== 'topic')
    .map(({ name }) => ({
      field: name,
      text: SAYS[name] ?? '見学会の日時は、あらためてお知らせします。',
    }))

const topic = (form: FormName, presenter: string, more: Partial<AgendaTopic> = {}): AgendaTopic => ({
  form,
  presenter,
  carriedOver: 0,
  written: written(form),
  ...more,
})

const TOPICS: [string, AgendaTopic][] = [
  ['intake-1', topic('intake', '見本はるか', { title: 'U-012 市役所から' })],
  [
    'plan-1',
    topic('plan_review', '見本なつき', {
      code: 'S-0142',
      planKind: 'new',
      carriedOver: 1,
      paper: { title: '生活の週間表', url: 'https://papers.example.jp/s-0142' },
    }),
  ],
  ['plan-2', topic('plan_review', '見本あきら', { code: 'S-0107', planKind: 'renewal' })],
  ['plan-3', topic('plan_review', '見本ふゆみ', { code: 'S-0131', planKind: 'change' })],
  ['result-1', topic('monitoring_result', '見本なつき', { code: 'S-0118' })],
  [
    'gsv-1',
    topic('gsv_strengths', '見本あきら', {
      code: 'S-0125',
      paper: { title: 'ストレングスアセスメント票', url: 'https://papers.example.jp/gsv' },
    }),
  ],
  ['issue-1', topic('regional_issue', '見本はるか', { title: '移動支援の担い手が足りない' })],
  ['notice-1', topic('notice', '見本市 障害福祉課', { title: '就労継続支援B型事業所の見学会' })],
]

const CODES = ['U-012', 'S-0142', 'S-0107', 'S-0131', 'S-0118', 'S-0125']
const ALL = TOPICS.map(([id]) => id)

/** A liaison meeting of two hours, as its readers see it. `only`: the ids of its items. */
export const agendaView = (only: readonly string[] = ALL, level: Disclosure = 'codes'): ShownAgenda => {
  const whole = wholeAgenda(only, level)
  return disclose(whole, whole.clearance)
}

export const wholeAgenda = (only: readonly string[] = ALL, level: Disclosure = 'codes'): AgendaView => {
  const topics = TOPICS.filter(([id]) => only.includes(id))
  const startsAt = at('2026-11-20T14:00')
  return {
    meetingId: '00000000-0000-4000-8000-000000000001',
    clearance: level === 'topics' ? { level, codes: CODES } : { level },
    seriesName: '相談支援連絡会議',
    fiscalYear: 2026,
    ordinal: 32,
    startsAt,
    durationMinutes: 120,
    place: '見本市役所 3階 第2会議室',
    limitMinutes: 120,
    agenda: composeAgendaOf(LIAISON_SECTIONS, {
      start: startsAt.toPlainTime(),
      candidates: topics.map(([id, { form, planKind, carriedOver }]) => ({
        id,
        section: SUMMARY_FORMS[form ?? 'notice'].section,
        carriedOver,
        submittedAt: at('2026-11-10T09:00').toInstant(),
        isNewPlan: planKind === 'new',
        agreed: true,
      })),
    }),
    topics: new Map(topics),
    changes: [],
  }
}

export const agendaFacts = (more: Partial<AgendaPaperFacts> = {}): AgendaPaperFacts => ({
  issuedAt: at('2026-11-19T10:00'),
  council: '見本市自立支援協議会',
  online: 'ビデオ会議（招待は前日に送ります）',
  presenters: new Map([
    ['intake-1', { office: '基幹相談支援センター みほん' }],
    ['plan-1', { office: '相談室くも' }],
    ['plan-2', { office: 'ほしぞら相談支援事業所' }],
    ['plan-3', { role: 'specialist' }],
    ['result-1', { office: '相談室くも' }],
    ['gsv-1', { office: 'ほしぞら相談支援事業所' }],
  ]),
  itemPapers: new Map([['gsv-1', [{ title: 'これまでの経過', handed: 'at_meeting' }]]]),
  papers: [{ title: '見本市 障害福祉のしおり', handed: 'reference' }],
  next: { startsAt: at('2026-11-27T14:00'), place: '見本市役所 3階 第2会議室' },
  ...more,
})

export const minutesPaper = (more: Partial<MinutesPaper> = {}): Disclosed<MinutesPaper> =>
  disclose(wholeMinutes(more), { level: 'summaries' })

const wholeMinutes = (more: Partial<MinutesPaper>): MinutesPaper => ({
  title: { fiscalYear: 2026, ordinal: 32, council: '見本市自立支援協議会', body: '相談支援連絡会議' },
  occasion: {
    startsAt: at('2026-11-20T14:00'),
    endsAt: at('2026-11-20T15:52'),
    place: '見本市役所 3階 第2会議室',
  },
  holdsCases: true,
  chair: '見本はるか（基幹相談支援センター みほん）',
  recorder: '見本ふゆみ（相談室くも）',
  attendance: [
    { office: '基幹相談支援センター みほん', present: ['見本はるか', '例示さくら'], absent: [] },
    {
      office: '相談室くも',
      present: ['見本ふゆみ'],
      absent: [{ name: '見本なつき', deputy: '見本ふゆみ', remark: '途中まで' }],
    },
    { office: 'ほしぞら相談支援事業所', present: ['見本あきら'], absent: [{ name: '例示もみじ' }] },
    { office: '見本市 障害福祉課', present: ['例示つばき'], absent: [] },
  ],
  sections: [
    {
      name: 'intake_decision',
      items: [
        {
          topic: { form: 'intake', title: 'U-012 市役所から' },
          decisions: ['相談室くもが受理する。初回の面接には基幹が同行する。'],
          followUps: [
            {
              what: '初回の面接の日時を決める',
              who: '相談室くも',
              by: Temporal.PlainDate.from('2026-11-27'),
            },
          ],
        },
      ],
    },
    {
      name: 'plan_review',
      items: [
        {
          topic: { form: 'plan_review', planKind: 'new', code: 'S-0142' },
          discussion:
            '休日の外出を増やす方針はよい。母が休める時間をどうつくるかについて、短期入所のほか、日中一時支援も考えられるという意見があった。',
          decisions: ['計画案のとおりに進める。', 'モニタリングは、はじめの3か月は毎月行う。'],
          followUps: [
            {
              what: '短期入所の空きを確かめる',
              who: '相談室くも',
              by: Temporal.PlainDate.from('2026-12-04'),
            },
            { what: '日中一時支援の資料を配る', who: '見本市 障害福祉課' },
          ],
        },
        {
          topic: { form: 'plan_review', planKind: 'renewal', code: 'S-0107' },
          decisions: [],
          followUps: [],
          goesOn: true,
        },
      ],
    },
    { name: 'other', items: [{ topic: { title: '年末の連絡体制' }, decisions: [], followUps: [] }] },
    { name: 'closing', items: [] },
  ],
  carriedOver: [
    { topic: { form: 'plan_review', planKind: 'change', code: 'S-0131' }, reason: '時間が足りなかったため' },
  ],
  next: { startsAt: at('2026-11-27T14:00'), place: '見本市役所 3階 第2会議室' },
  approval: { by: '会長　例示つばき', on: Temporal.PlainDate.from('2026-11-25') },
  version: 2,
  corrections: [
    {
      version: 2,
      on: Temporal.PlainDate.from('2026-11-24'),
      by: '見本ふゆみ',
      what: '2(1) モニタリングの間隔を「毎月」に直した',
    },
  ],
  issuedAt: at('2026-11-25T09:00'),
  ...more,
})
