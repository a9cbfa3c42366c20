const proposeFields = {
  interval: { label: '新しい期間' },
  from: { label: 'いつの月から', hint: '例: R8.9、2026-09' },
  reason: { label: '理由', hint: '名前や住所は書きません' },
}

const doneFields = {
  monitoring: { label: 'ケースと月' },
  doneOn: { label: 'した日', hint: '例: R8.4.1、4月1日' },
  outcome: { label: '結果' },
  reason: { label: '理由・気づいたこと', hint: '「会えなかった」のときは必ず。名前や住所は書きません' },
}

export const monitoringCommands = {
  noun: 'モニタリング',
  due: {
    verb: '期限',
    description: '今月と、期限を過ぎたモニタリングを見ます',
    menu: { global: '今月のモニタリング' },
  },
  done: {
    verb: '記録',
    description: 'モニタリングをした日と結果を記録します',
    form: {
      title: 'モニタリングの記録',
      submit: '記録する',
      fields: doneFields,
    },
    nothingDue: (code: string) => `ケース ${code} に、記録を待つモニタリングはありません`,
    reasonMissing: '会えなかったときは、理由を書いてください',
    future: '今日より後の日付は記録できません',
  },
  forecast: { verb: '見通し', description: 'これから12か月のモニタリングと計画の数を見ます' },
  standard: {
    verb: '標準期間',
    description: 'サービスと事情から、標準期間の目安を調べます',
    form: {
      title: '標準期間を調べる',
      submit: '調べる',
      fields: {
        services: { label: '使うサービス' },
        circumstances: { label: 'あてはまるもの' },
        reasons: { label: '短い期間が望ましい事情' },
      },
    },
    intro: '期間を決めるのは市町村です。ここで出るのは、省令の標準にもとづく目安です。何も保存しません。',
    chooseOne: 'サービスか、あてはまるものを選んでください',
  },
  propose: {
    verb: '期間提案',
    description: 'モニタリング期間の変更を市町村に提案します',
    form: {
      title: '期間変更の提案',
      submit: '提案する',
      fields: proposeFields,
    },
    intro: 'モニタリング期間を決めるのは市町村です。提案は、市町村の担当の方の次の朝のお知らせに入ります。',
    outside: '計画の有効期間の中の月を書いてください',
    waiting: (code: string) => `ケース ${code} には、決定を待っている提案がもうあります`,
  },
  decide: { verb: '期間決定', description: '期間変更の提案を決めます' },
}

export const monitoring = {
  due: {
    heading: (count: number) => `モニタリング（${count}件）`,
    none: '今月までのモニタリングは、すべて記録されています',
    item: (code: string, month: string) => `${code}　${month}分`,
    overdue: '期限を過ぎています',
    thisMonth: '今月です',
    record: '記録する',
  },
  every: (months: number) => (months === 1 ? '毎月' : months === 12 ? '1年ごと' : `${months}月ごと`),
  propose: {
    interval: proposeFields.interval,
    from: proposeFields.from,
    done: (code: string) => `ケース ${code} の期間変更を提案しました`,
    next: (officers: string) => `${officers}さんに伝わります。決まるまでは、今の期間のままです。`,
    nobodyDecides:
      'このケースの市町村の担当の方が、まだ登録されていません。電話などで伝え、決まったら /plan certificate で受給者証を記録してください。',
  },
  decide: {
    heading: (code: string) => `ケース ${code} の期間変更の提案`,
    proposedBy: '提案した方',
    accept: '認める',
    decline: '今のままとする',
    note: '認めると、その月からの計画として登録され、受給者証が記録されるまで案のままになります。',
    decisions: { accepted: '認める', declined: '今のままとする' },
    done: (code: string, decision: string) => `ケース ${code}: ${decision}ことにしました`,
    acceptedNext: '担当の方に、次の朝のお知らせで伝わります。受給者証の書きかえをお願いします。',
    declinedNext: '担当の方に、次の朝のお知らせで伝わります。',
    notFound: 'その提案は見つかりません',
    overtaken: 'この提案のもとになった計画が変わったため、いまは決められません',
    already: (name: string, decision: string) => `${name}さんが、もう「${decision}」と決めています`,
  },
  claims: {
    plan_only:
      '請求について: モニタリングから計画の作成まで続けて行ったときは、ふつう計画の分だけです（月をまたいでも同じ）。市町村にお確かめください。',
    month_not_set:
      '請求について: 決められた月とちがう月のモニタリングは、先に市町村で月の変更が必要とされています。市町村にお確かめください。',
  },
  done: {
    done: (code: string, month: string) => `ケース ${code} の${month}分を記録しました`,
    already: (name: string, date: string) => `${date}分として、${name}さんがもう記録しています`,
    notFound: 'そのモニタリング月は見つからないか、いまはほかの方の担当です',
    planChangeNext: '計画の変更が必要です。変更した計画の概要を、次の会議に出してください。',
    intervalChangeNext:
      '期間を変えるには、先に市町村の決定が必要です。「期間変更を提案する」から提案してください。',
    proposeInterval: '期間変更を提案する',
    changePlan: '計画の変更を登録する',
    notMetNext: '次の朝のお知らせで、基幹相談支援センターの担当の方にも伝わります。',
  },
  fields: doneFields,
  outcomes: {
    as_planned: '計画どおり続ける',
    plan_change_needed: '計画の変更が必要',
    interval_change_needed: 'モニタリング期間の変更が必要',
    could_not_meet: '会えなかった',
  },
}
