export const monitoring = {
  due: {
    heading: (count: number) => `モニタリング（${count}件）`,
    none: '今月までのモニタリングは、すべて記録されています',
    item: (code: string, month: string) => `${code}　${month}分`,
    overdue: '期限を過ぎています',
    thisMonth: '今月です',
    record: '記録する',
  },
  done: {
    title: 'モニタリングの記録',
    submit: '記録する',
    intro: (code: string, month: string) => `ケース ${code}、${month}分`,
    done: (code: string, month: string) => `ケース ${code} の${month}分を記録しました`,
    already: (name: string, date: string) => `${date}分として、${name}さんがもう記録しています`,
    notFound: 'そのモニタリング月は見つかりません',
    nothingDue: (code: string) => `ケース ${code} に、記録を待つモニタリングはありません`,
    future: '今日より後の日付は記録できません',
    notYours: 'このケースのモニタリングは、担当の事業所の方が記録します',
    planChangeNext: '計画の変更が必要です。変更した計画の概要を、次の会議に出してください。',
    intervalChangeNext: '期間を変えるには、先に市町村の決定が必要です。市町村の担当の方にご相談ください。',
  },
  fields: {
    monitoring: { label: 'ケースと月' },
    doneOn: { label: 'した日', hint: '例: R8.4.1、4月1日' },
    outcome: { label: '結果' },
  },
  outcomes: {
    as_planned: '計画どおり続ける',
    plan_change_needed: '計画の変更が必要',
    interval_change_needed: 'モニタリング期間の変更が必要',
    could_not_meet: '会えなかった',
  },
}
