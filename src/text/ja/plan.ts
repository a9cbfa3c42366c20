/** What the certificate says of a plan. */
export const planFields = {
  validFrom: { label: '有効期間の開始日', hint: '例: R8.4.1、2026-04-01', placeholder: 'R8.4.1' },
  validTo: { label: '有効期間の終了日', hint: '例: R9.3.31、2027-03-31', placeholder: 'R9.3.31' },
  monitoring: {
    label: 'モニタリング期間',
    hint: '受給者証のとおりに、1行ずつ書くのが確実です。間隔だけ（6）なら、月は終了月から計算します',
    placeholder: '6月ごと(R8.9~R9.3)',
  },
}

const formOf = (title: string) => ({ title, submit: '登録する', fields: planFields })

export const planCommands = {
  noun: '計画',
  new: { verb: '新規', description: '新しい計画を登録します', form: formOf('新しい計画') },
  change: { verb: '変更', description: '変更した計画を登録します', form: formOf('計画の変更') },
  renew: { verb: '更新', description: '次の有効期間の計画を登録します', form: formOf('計画の更新') },
  remove: {
    verb: '取消',
    description: 'まちがえて登録した最後の計画を取り消します',
    inUse: 'この計画には、もう記録があります',
    inUseNext: (code: string) =>
      `取り消さずに、/plan change ${code}（/計画 変更）で正しい計画を登録してください。`,
    removed: (code: string) => `ケース ${code} の最後の計画を取り消しました`,
  },
  certificate: {
    verb: '受給者証',
    description: '受給者証に書かれたモニタリング期間を記録します',
    form: {
      title: '受給者証の記録',
      submit: '記録する',
      fields: {
        lines: {
          label: 'モニタリング期間（1行ずつ）',
          hint: '例: 1月ごと(R8.5~R8.7)、6月ごと(R8.10~R9.4)。月を並べても書けます: R8.10・R9.4',
        },
      },
    },
    intro: (code: string) =>
      `ケース ${code}。受給者証に書かれたモニタリング期間です。このとおりなら、そのまま記録してください。`,
    asPrinted: '受給者証に書かれた月まで書いてください（例: 6月ごと(R8.9~R9.3)）',
    done: (code: string) => `ケース ${code} の受給者証を記録しました`,
  },
}

export const plans = {
  intro: (code: string) => `ケース ${code}。受給者証のとおりに書いてください。`,
  introSelfPlan: (code: string) =>
    `ケース ${code}（セルフプラン）。有効期間だけで登録できます。更新の時期をお知らせします。`,
  done: (code: string, kind: string) => `ケース ${code} の${kind}の計画を登録しました`,
  none: (code: string) => `ケース ${code} には、まだ計画がありません`,
  noneNext: (code: string) => `/plan new ${code}（/計画 新規）で登録してください。`,
  faults: {
    endBeforeStart: '終了日が開始日より前になっています。受給者証の日付を確かめてください',
    monitoringMissing: 'モニタリング期間を書いてください。間隔の数字だけでもかまいません',
    lastBeforeFirst: '終わりの月が、はじめの月より前になっています。受給者証を確かめてください',
    lastNotReached: (month: string) =>
      `はじめの月からこの間隔で進むと、終わりの月に当たりません。その前で当たるのは${month}です。はじめの月、終わりの月、間隔のどれかを確かめてください`,
    outsideValidity: (month: string, from: string, to: string) =>
      `${month}が有効期間（${from}から${to}まで）の外にあります。受給者証を確かめてください`,
  },
}
