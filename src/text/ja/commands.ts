/** Commands as people see them in completion, help and registrations. Nouns and verbs are also words to type. */
export const commands = {
  case: {
    noun: 'ケース',
    register: { verb: '登録', description: '新しいケースと計画を登録します' },
    list: { verb: '一覧', description: '担当するケースの一覧を見ます' },
    show: { verb: '表示', description: '1つのケースの計画とモニタリング月を見ます' },
  },
  summary: {
    noun: '概要',
    submit: { verb: '提出', description: '会議にかけるケース概要（プラン検討）を書いて出します' },
    list: { verb: '一覧', description: '提出したケース概要と、まだのケースを見ます' },
  },
  monitoring: {
    noun: 'モニタリング',
    due: { verb: '期限', description: '今月と、期限を過ぎたモニタリングを見ます' },
    done: { verb: '記録', description: 'モニタリングをした日と結果を記録します' },
  },
  meeting: {
    noun: '会議',
    list: { verb: '一覧', description: 'これからの会議の日時と場所を見ます' },
  },
  agenda: {
    noun: '次第',
    preview: { verb: '確認', description: '次の会議の次第の案を見ます' },
    publish: { verb: '公開', description: '次第を会議体のチャンネルに出します' },
  },
  tsunagi: {
    noun: 'つなぎ',
    help: { verb: 'ヘルプ', description: '使えるコマンドと、いまできることを見ます' },
    home: { verb: 'ホーム', description: '自分を待っているものを見ます' },
  },
  options: {
    case: { name: 'ケース', description: 'ケース番号（例: S-0142）' },
    member: { name: '担当', description: '担当する相談支援専門員' },
    meeting: { name: '会議', description: 'どの会議か（書かなければ次の会議）' },
    monitoring: { name: 'モニタリング', description: 'どのモニタリング月か' },
  },
}
