import type { Card } from '../../../src/bot/card.ts'
import type { FormFaults, FormValues, FormView } from '../../../src/bot/form.ts'

const press = (command: string, options: Record<string, string> = {}) => ({ command, options })

export const homeCard: Card = {
  tag: 'home',
  summary: '今日は2つあります',
  parts: [
    {
      part: 'list',
      items: [
        {
          text: '11月の連絡会のケース概要がまだです（S-0142）',
          detail: '11月24日（火）まで',
          button: { label: '書く', press: press('summary.submit', { case: 'S-0142' }) },
        },
        {
          text: 'S-0177 のモニタリング月です',
          button: { label: '記録する', press: press('monitoring.due') },
        },
      ],
    },
    { part: 'note', text: '次の会議は11月27日（金）14:00、事業所連絡会です。' },
  ],
}

export const listCard: Card = {
  tag: 'case.list',
  summary: '担当するケースは3件です',
  parts: [
    { part: 'heading', text: '担当するケース（3件）' },
    {
      part: 'list',
      items: ['S-0142', 'S-0177', 'S-0201'].map((code) => ({
        text: code,
        detail: '次のモニタリング 12月 ・ 支給決定の有効期間 令和9年3月31日まで',
        button: { label: '見る', press: press('case.show', { case: code }) },
      })),
    },
  ],
}

export const agendaCard: Card = {
  tag: 'agenda.posted',
  summary: '11月の事業所連絡会の次第です',
  parts: [
    { part: 'heading', text: '11月の事業所連絡会 次第' },
    {
      part: 'fields',
      fields: [
        { label: '日時', value: '11月27日（金）14:00〜16:00' },
        { label: '場所', value: '見本市役所 第2庁舎 3階 会議室305（駐車場は北側をお使いください）' },
        { label: 'ファシリテーター（司会）', value: '例示 そら' },
      ],
    },
    {
      part: 'table',
      columns: ['時刻', '内容', '分', '担当'],
      rows: [
        ['14:00', '開会・前回のふりかえり', '10', '基幹'],
        ['14:10', 'プラン検討（新規2件・更新1件）', '45', 'ひだまり相談室'],
        ['14:55', '地域課題の共有', '25', '全員'],
      ],
    },
    { part: 'divider' },
    {
      part: 'text',
      text: 'ケースの内容は、当日その場でご覧いただきます。\n資料を持ち帰ることはできません。',
    },
    {
      part: 'list',
      ordered: true,
      items: [{ text: '受理判断が必要なケース 1件' }, { text: '宿題の確認 2件', detail: '期限 11月30日' }],
    },
    {
      part: 'select',
      label: 'プラン検討の順番',
      press: press('agenda.publish'),
      option: 'length',
      choices: [
        { value: 'short', label: '申し込み順', detail: '早く出された概要から' },
        { value: 'full', label: '急ぐ順' },
      ],
    },
    {
      part: 'buttons',
      buttons: [
        { label: '出席します', press: press('meeting.attend'), style: 'primary' },
        { label: '次第を見直す', press: press('agenda.preview') },
        {
          label: '会議を取りやめる',
          press: press('meeting.cancel'),
          style: 'danger',
          confirm: {
            question: 'この会議を取りやめますか？ 参加する方にお知らせが届きます。',
            yes: '取りやめる',
            no: 'やめておく',
          },
        },
      ],
    },
    { part: 'note', text: '次第は会議の前日17:00に締め切ります。' },
  ],
}

export const attendedCard: Card = {
  tag: 'meeting.attended',
  summary: '出席で承りました',
  parts: [
    { part: 'heading', text: '11月の事業所連絡会' },
    { part: 'text', text: '出席で承りました。' },
  ],
}

export const submittedCard = (values: FormValues): Card => ({
  tag: 'summary.submitted',
  summary: 'ケース概要を受け付けました',
  parts: [
    { part: 'heading', text: 'ケース概要を受け付けました' },
    {
      part: 'fields',
      fields: [
        { label: 'ケース', value: `${values.case}` },
        { label: 'プランの種類', value: `${values.kind}` },
        { label: '相談したいこと', value: `${values.question}` },
      ],
    },
    {
      part: 'buttons',
      buttons: [{ label: '連絡会に知らせる', press: press('summary.announce'), style: 'primary' }],
    },
  ],
})

export const announcedCard: Card = {
  tag: 'summary.announced',
  summary: 'ケース概要が1件出ました',
  parts: [
    { part: 'text', text: '次の連絡会のケース概要が1件出ました。' },
    {
      part: 'buttons',
      buttons: [{ label: '出席します', press: press('meeting.attend'), style: 'primary' }],
    },
  ],
}

export const textCard = (text: string): Card => ({
  tag: 'said',
  summary: text,
  parts: [{ part: 'text', text }],
})

/** The form as opened, or as it comes back with what was typed. */
export const summaryForm = (code: string, typed: FormValues = {}): FormView => {
  const held = (name: string) => {
    const value = typed[name]
    return typeof value === 'string' ? { initial: value } : {}
  }
  const topics = typed.topics
  return {
    press: press('summary.submit', code === '' ? {} : { case: code }),
    title: 'ケース概要を出す',
    submit: '提出する',
    cancel: 'やめる',
    intro: '次の事業所連絡会（11月27日）にかけます。お名前や住所は書かず、ケース番号で書いてください。',
    fields: [
      {
        name: 'case',
        label: 'ケース番号',
        required: true,
        kind: 'short-text',
        maxLength: 10,
        placeholder: 'S-0142',
        initial: code,
        ...held('case'),
      },
      {
        name: 'kind',
        label: 'プランの種類',
        required: true,
        kind: 'choice',
        choices: [
          { value: '新規', label: '新規' },
          { value: '更新', label: '更新', detail: '有効期間が終わる前の見直し' },
          { value: '変更', label: '変更' },
        ],
        ...held('kind'),
      },
      {
        name: 'question',
        label: '会議で相談したいこと',
        hint: '200文字まで（話すと約40秒）',
        required: true,
        kind: 'long-text',
        maxLength: 200,
        ...held('question'),
      },
      {
        name: 'topics',
        label: '関わる分野',
        required: false,
        kind: 'choices',
        choices: ['住まい', '就労', '医療的ケア', '家族支援'].map((value) => ({ value, label: value })),
        ...(Array.isArray(topics) ? { initial: topics } : {}),
      },
      { name: 'wanted', label: '希望する日', required: false, kind: 'date', ...held('wanted') },
    ],
  }
}

/** Undefined: the form is taken. */
export const faultsIn = (values: FormValues): FormFaults | undefined => {
  const fields: Record<string, string> = {}
  if (!values.kind) fields.kind = '一覧から選んでください'
  if (!values.question) fields.question = '入力してください'
  if (`${values.question}`.includes('090-'))
    fields.question = '電話番号が書かれているようです。消すか、言いかえてください → 090-0000-0000'
  return Object.keys(fields).length > 0 ? { fields } : undefined
}
