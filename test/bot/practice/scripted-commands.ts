import type { CommandView, OptionView, Words } from '../../../src/bot/port.ts'

const NOUNS: Record<string, string> = {
  case: 'ケース',
  summary: '概要',
  monitoring: 'モニタリング',
  meeting: '会議',
  agenda: '次第',
  tsunagi: 'つなぎ',
}

const CASE_OPTION: OptionView = {
  name: 'case',
  words: { ja: 'ケース', en: 'case' },
  description: { ja: 'ケース番号（例: S-0142）', en: 'A case code, e.g. S-0142' },
  required: true,
  suggests: true,
}

const command = (id: string, verb: Words, description: Words, options: OptionView[] = []): CommandView => {
  const noun = id.split('.')[0] ?? ''
  return {
    id,
    noun: { ja: NOUNS[noun] ?? noun, en: noun },
    verb,
    description,
    options,
    opensForm: id === 'summary.submit',
  }
}

export const COMMANDS: readonly CommandView[] = [
  command(
    'case.register',
    { ja: '登録', en: 'register' },
    { ja: '新しいケースと計画を登録します', en: 'Register a new case and its plan' },
  ),
  command(
    'case.list',
    { ja: '一覧', en: 'list' },
    { ja: '担当するケースの一覧を見ます', en: 'See your cases' },
  ),
  command(
    'case.show',
    { ja: '表示', en: 'show' },
    { ja: '1つのケースの計画とモニタリング月を見ます', en: 'See one case' },
    [CASE_OPTION],
  ),
  command(
    'summary.submit',
    { ja: '提出', en: 'submit' },
    { ja: '会議にかけるケース概要を書いて出します', en: 'Write and submit a case summary' },
    [{ ...CASE_OPTION, required: false }],
  ),
  command(
    'monitoring.due',
    { ja: '期限', en: 'due' },
    { ja: '今月と、期限を過ぎたモニタリングを見ます', en: 'See the monitoring due' },
  ),
  command(
    'agenda.publish',
    { ja: '公開', en: 'publish' },
    { ja: '次第を会議体のチャンネルに出します', en: 'Post the agenda' },
    [
      {
        name: 'length',
        words: { ja: '長さ', en: 'length' },
        description: { ja: '次第の長さ', en: 'How long' },
        required: false,
        suggests: false,
        choices: [
          { value: 'short', words: { ja: '短い', en: 'short' } },
          { value: 'full', words: { ja: '全部', en: 'full' } },
        ],
      },
    ],
  ),
  command(
    'tsunagi.help',
    { ja: 'ヘルプ', en: 'help' },
    { ja: '使えるコマンドを見ます', en: 'See what can be done' },
  ),
]
