/** Commands as people see them in completion, help and registrations. Nouns and verbs are also words to type. */
export const commands = {
  case: {
    noun: 'ケース',
    register: { verb: '登録', description: '新しいケースと計画を登録します' },
    list: { verb: '一覧', description: '担当するケースの一覧を見ます' },
    show: { verb: '表示', description: '1つのケースの計画とモニタリング月を見ます' },
    assign: { verb: '担当変更', description: '担当を変えます（1件、または退職する方の全部）' },
    close: { verb: '終了', description: '支援が終わったケースを終了します' },
    reopen: { verb: '再開', description: '終了したケースを戻します' },
    suspend: { verb: '休止', description: '長い入院などの間、モニタリングを止めます' },
    resume: { verb: '休止解除', description: '休止していたケースのモニタリングを始めます' },
    need: { verb: '必要度', description: '支援の必要度と、会議で見直す間隔を決めます' },
    selfplan: { verb: 'セルフプラン', description: 'セルフプランかどうかと、本人の希望によるかを記録します' },
  },
  plan: {
    noun: '計画',
    new: { verb: '新規', description: '新しい計画を登録します' },
    change: { verb: '変更', description: '変更した計画を登録します' },
    renew: { verb: '更新', description: '次の有効期間の計画を登録します' },
    certificate: { verb: '受給者証', description: '受給者証に書かれたモニタリング期間を記録します' },
  },
  openings: {
    noun: '空き',
    tell: { verb: '登録', description: '新しい方を何人受けられるかを知らせます' },
    list: { verb: '一覧', description: '事業所ごとに受けられる人数を見ます' },
  },
  leave: {
    noun: '不在',
    take: { verb: '登録', description: '休む間の代理の方を決めます' },
    end: { verb: '終了', description: '不在の登録をやめます' },
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
    propose: { verb: '期間提案', description: 'モニタリング期間の変更を市町村に提案します' },
    decide: { verb: '期間決定', description: '期間変更の提案を決めます' },
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
    from: { name: '変更前', description: 'いまの担当（その方のケースを全部変えるとき）' },
    office: { name: '事業所', description: 'どの事業所か（書かなければ自分の事業所）' },
    proposal: { name: '提案', description: 'どの提案か' },
    decision: { name: '決定', description: '認めるか' },
    monitoring: { name: 'モニタリング', description: 'どのモニタリング月か' },
  },
}
