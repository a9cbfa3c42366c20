export const accountCommands = {
  link: {
    verb: 'アカウント',
    description: 'ほかのSlackやDiscordのアカウントを、自分のものとして結びます',
    already: (member: string) => `このアカウントは、もう${member}さんのものです`,
  },
  notify: {
    verb: '通知先',
    description: 'お知らせをどのアカウントで聞くかを選びます',
    chosen: (place: string) => `これから、お知らせは${place}に届きます`,
    none: 'まだどこのアカウントも結ばれていません。',
  },
  invite: {
    verb: '招待',
    description: 'メンバーのアカウントを結ぶコードや、接続コードを作ります',
    arguments: { member: { name: '名前', description: 'どなたか（書かなければ自分）' } },
    unknown: (typed: string) => `名簿に「${typed}」という方はいません`,
    unknownNext: '名簿のとおりの名前か、候補から選んでください。',
  },
  unlink: {
    verb: '外す',
    description: '結んだアカウントを外します',
    unlinked: (place: string) => `${place}のアカウントを外しました`,
    undone: (member: string) => `${member}さんとの結びつきを取り消しました`,
  },
  known: {
    verb: 'だれか',
    description: '名簿と結びついていない方を、名簿の方と結びます',
    form: {
      title: 'この方はどなたですか',
      submit: '結ぶ',
      fields: {
        member: { label: '名簿の方', hint: 'この場所のアカウントがまだない方' },
        named: { label: '一覧にないとき', hint: '名簿のとおりの名前' },
      },
    },
    choose: '一覧から選ぶか、名前を書いてください',
    unknown: '名簿にその名前の方はいません',
    taken: 'このアカウントは、もうほかの方のものです',
  },
  decline: {
    verb: '結ばない',
    description: '名簿と結びついていない方を、結ばないことにします',
    declined: '名簿と結ばないことにしました',
    declinedNext: 'あとで結ぶときは /tsunagi invite でその方のコードを作ってください。',
  },
  pledge: {
    verb: '守秘義務',
    description: '協議会の委員として、会議体ごとに守秘義務を確認します',
    arguments: { body: { name: '会議体', description: 'どの会議体か（書かなければ、まだのもの）' } },
    form: {
      title: '守秘義務の確認',
      submit: '確認する',
      fields: { body: { label: '会議体' }, confirmed: { label: 'この守秘義務を' } },
    },
    intro:
      '協議会の事務に従事する方、従事していた方は、正当な理由なく、協議会の事務で知った秘密を漏らしてはなりません（障害者総合支援法第89条の3第5項）。委員を退いたあとも同じです。',
    answers: { yes: '確認しました' },
    done: (body: string) => `「${body}」の守秘義務を確認しました`,
    before: (body: string) => `「${body}」の守秘義務は、もう確認されています`,
    day: '確認した日',
    waiting: '守秘義務の確認がまだの会議体',
    nothing: 'これから守秘義務を確認する会議体はありません',
    unknown: (typed: string) => `委員になっている会議体に「${typed}」はありません`,
  },
}
