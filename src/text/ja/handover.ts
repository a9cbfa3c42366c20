const fields = {
  why: { label: '何をもって紹介したか', hint: '名前や住所は書きません' },
  expected: { label: '紹介先に期待すること' },
  consent: { label: '本人の同意', hint: 'どのように同意を得たか（例: 面談で説明し、書面に署名）' },
  question: { label: '聞きたいこと' },
}

export const handoverCommands = {
  noun: '引き継ぎ',
  send: {
    verb: '送る',
    description: '紹介の理由と、紹介先に期待することをシートにして送ります',
    form: {
      title: '引き継ぎシート',
      submit: '送る',
      fields: {
        to: { label: '紹介先の方' },
        why: fields.why,
        expected: fields.expected,
        consent: fields.consent,
        consentOn: { label: '同意を得た日', hint: '例: R8.8.10' },
        assigns: { label: '受け取ったら、担当も変えるか' },
      },
    },
    intro: (code: string) => `${code}を紹介する理由と、紹介先に期待することを書きます。`,
    said: (code: string, name: string) => `${code}の引き継ぎシートを${name}さんに送りました`,
    next: '次の朝のお知らせで伝わります。5営業日たっても受け取りがなければ、お知らせします。',
  },
  list: { verb: '一覧', description: '引き継ぎシートを見ます' },
  show: { verb: '表示', description: '引き継ぎシートを1つ見ます' },
  acknowledge: {
    verb: '受け取り',
    description: '引き継ぎシートを受け取ります',
    said: (code: string) => `${code}の引き継ぎシートを受け取りました`,
    assigned: 'このケースは、あなたの担当になりました。',
  },
  back: {
    verb: '戻す',
    description: '引き継ぎシートを質問をつけて戻します',
    form: { title: '質問をつけて戻す', submit: '戻す', fields: { question: fields.question } },
    said: (code: string) => `${code}のシートを戻しました`,
  },
}

export const handovers = {
  /** What the card of a sheet reads. */
  fields,
  assigns: { no: '変えない', yes: '変える' },
  toOneself: '自分には送れません。ほかの方を選んでください',
  notCarrying: '担当も変えるときは、相談支援専門員の方を選んでください',
  noReceiver: 'その方は名簿にいないか、事業所の方ではありません。一覧から選んでください',
  consentAhead: '同意を得てから送ります。今日までの日付を書いてください',
  gone: 'その引き継ぎシートは見つかりません',
  goneNext: '/handover list で、いまの引き継ぎシートを見られます。',
  answered: {
    acknowledged: 'このシートは受け取り済みです',
    returned: 'このシートは質問をつけて戻されています',
    expired: 'このシートは、事情が変わったため使えなくなりました',
  },
  expiredNext: '引き続き必要なときは、基幹相談支援センターの担当の方にご相談ください。',
  answeredNext: 'つけ加えることがあれば、新しいシートを送ってください。',
  notReceiver: '答えられるのは、紹介先の方と代理の方です',
  list: {
    heading: (count: number) => `引き継ぎシート ${count}件`,
    none: '引き継ぎシートはありません',
    sides: (from: string, to: string) => `${from}さんから${to}さんへ`,
    item: (code: string, from: string, to: string) => `${code}　${from}さんから${to}さんへ`,
    open: '開く',
    states: {
      sent: '受け取り待ち',
      acknowledged: '受け取り済み',
      returned: '質問あり',
      expired: '使えなくなりました',
    },
  },
  show: {
    heading: (code: string) => `${code}の引き継ぎシート`,
    consent: (how: string, date: string) => `${how}（${date}）`,
    acknowledge: '受け取る',
    send: '質問をつけて戻す',
  },
  digest: {
    heading: '引き継ぎシート',
    received: (code: string, name: string) => `${code}　${name}さんから`,
    late: (code: string, name: string) => `${code}　${name}さんがまだ受け取っていません`,
    acknowledged: (code: string, name: string) => `${code}　${name}さんが受け取りました`,
    returned: (code: string, name: string) => `${code}　${name}さんから質問があります`,
    expired: {
      receiver: (name: string) => `${name}さんからのシートは、事情が変わったため使えなくなりました`,
      sender: (name: string) => `${name}さんへのシートは、事情が変わったため使えなくなりました`,
    },
  },
}
