export const visitCommands = {
  noun: '訪問',
  list: { verb: '一覧', description: 'モニタリング検証の訪問の予定と報告を見ます' },
  show: { verb: '表示', description: '訪問の報告を1つ見ます' },
  done: {
    verb: '報告',
    description: '訪問で見たことを市町村に報告します',
    form: {
      title: '訪問の報告',
      submit: '報告する',
      fields: {
        doneOn: { label: '訪問した日', hint: '例: R8.8.10' },
        report: {
          label: '見たこと、話したこと',
          hint: 'モニタリング報告の書き方、困っていること、次に見ること。名前は書きません',
        },
      },
    },
    intro: (office: string) => `${office}への訪問で見たことを、市町村へ短く報告します。`,
  },
}

export const visits = {
  list: {
    heading: (count: number) => `これからの訪問 ${count}件`,
    none: '訪問の予定はありません',
    item: (date: string, office: string) => `${date}　${office}`,
    visitor: (name: string) => `訪問する方: ${name}`,
    coming: 'これから',
    waiting: '報告を待っているもの',
    reported: '報告があったもの',
    report: '報告する',
    read: '読む',
    more: (count: number) => `ほかに${count}件あります`,
  },
  done: {
    said: (office: string) => `${office}への訪問を報告しました`,
    next: '市町村の担当の方には、次の朝のお知らせで伝わります。',
  },
  show: { heading: (office: string, date: string) => `${office}への訪問（${date}）` },
  future: '今日までの日付を書いてください',
  gone: 'その訪問は見つかりません',
  goneNext: '/visit list で、いまの予定を見られます。',
  notYours: '報告できるのは、訪問する方と基幹相談支援センターの方です',
  reportedAlready: (name: string) => `この訪問は、${name}さんが報告しています`,
  notReported: 'この訪問は、まだ報告されていません',
  digest: {
    heading: 'モニタリング検証の訪問',
    soon: (date: string, office: string) => `${date}　${office}`,
    today: (office: string) => `今日　${office}`,
    overdue: (date: string, office: string) => `${date}の${office}の報告がまだです`,
    reported: '訪問の報告',
  },
}
