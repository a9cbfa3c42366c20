export const help = {
  heading: 'つなぎの使いかた',
  intro: (name: string, roles: string) => `${name}さん（${roles}）が使えるコマンドです。日本語でも打てます。`,
  line: (en: string, ja: string) => `${en}（${ja}）`,
  note: 'お知らせは毎朝1通だけです。名前や住所などの個人情報は書かず、ケース番号でやりとりしてください。',
  try: 'すぐに試す',
  submit: '概要を書く',
  due: 'モニタリングを見る',
  home: {
    heading: (name: string) => `${name}さんを待っているもの`,
    nothing: '待っているものはありません',
    monitoring: 'モニタリング',
    summaries: 'ケース概要',
    meetings: '次の会議',
    agendas: '次第の案',
    help: '使いかたを見る',
  },
}
