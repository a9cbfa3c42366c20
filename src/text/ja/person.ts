/** `tsunagi person` and `tsunagi case erase`: what is stored about somebody, given or taken away on request. */
export const person = {
  erasedName: '（名前を消した方）',
  unknown: (id: string) =>
    `${id} という方は、圏域にいません。tsunagi region export で id を確かめてください。`,
  inHand: (name: string) => `${name}さんには、まだ引き継いでいないものがあります。何も消していません。`,
  duties: {
    cases: (count: number) => `担当しているケース ${count} 件: /case assign で引き継いでください`,
    followUps: (count: number) => `終わっていない宿題 ${count} 件: 宿題のボタンで引き継いでください`,
    presentations: (count: number) => `これからの事例検討の発表 ${count} 件: /gsv offer で取り下げてください`,
    handovers: (count: number) => `答えを待つ引き継ぎシート ${count} 枚: /handover list で確かめてください`,
    absences: (count: number) => `ほかの方の不在の代理 ${count} 件: /absence で代理を替えてください`,
    polls: (count: number) => `進めている日程調整 ${count} 件: /meeting decide か withdraw で終えてください`,
    records: (count: number) => `これからの会議の記録係 ${count} 件: /meeting recorder で替えてください`,
    visits: (count: number) => `これからの検証訪問 ${count} 件: /visit list で替えてください`,
  },
  counted: {
    rota: (id: string) => `輪番 ${id}: 圏域のファイルで until を書くか、order から外してください`,
    groups: (id: string) =>
      `定例会議 ${id} のグループ: 圏域のファイルで facilitators・presenters から外してください`,
    duty: (id: string) => `会議体 ${id} の役（座長など）: 圏域のファイルで替えてください`,
  },
  would: (name: string) =>
    `${name}さんの名前・アカウント・所属・役割、下書き、不在、都合の答え、欠席の理由、カレンダーのアドレスを消します。記録（監査の記録、会議録、担当した仕事）は id のまま残ります。消すときは --yes を付けてください。`,
  erased: (id: string) =>
    `${id} の個人のデータを消しました。手もとの圏域のファイルも、tsunagi region export で書き直してください（もとのファイルを入れ直すと名前が戻ります）。これより前の控えには残っています。`,
  noCase: (code: string) => `ケース ${code} はありません。`,
  caseOpen: (code: string) =>
    `ケース ${code} は、終了していません。/case close で終了してから、もう一度お試しください。`,
  wouldCase: (code: string) =>
    `ケース ${code} の概要、記録、引き継ぎシート、宿題の文章を消します。番号と日付は残ります。元に戻せません。消すときは --yes を付けてください。`,
  erasedCase: (code: string) =>
    `ケース ${code} について書かれたものを消しました。会議録に書かれたものは、会議録の保存年数まで残ります。`,
}
