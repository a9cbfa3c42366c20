export const workspaceCommands = {
  connect: {
    verb: '接続',
    description: '接続コードを入れて、このワークスペースを圏域につなぎます',
    form: {
      title: 'コードを入れる',
      submit: 'つなぐ',
      fields: {
        code: { label: 'コード', hint: '例: BCDF-GHJK-LMNP（大文字でも小文字でも）' },
      },
    },
    already: (region: string) => `このワークスペースは、もう${region}につながっています`,
  },
}

/** Codes, accounts and workspaces. */
export const connecting = {
  practice: '練習用のワークスペース',
  /** A workspace as people tell it from others. */
  place: (platform: string, name: string) => `${platform}「${name}」`,
  refused: {
    'not-good': {
      heading: 'このコードは使えません',
      next: '写しまちがいがないか確かめてください。コードは30分、1回だけ使えます。使えないときは、新しいコードを作ってもらってください。',
    },
    'too-many': {
      heading: '続けて入れられたため、少しお休みします',
      next: '15分ほど待ってから、新しいコードで試してください。',
    },
  },
  connected: (region: string) => `${region}につながりました`,
  linked: (member: string) => `${member}さんのアカウントとして使えるようになりました`,
  linkedNext: 'お知らせをどこで聞くかは /tsunagi notify で選べます。',
  alreadyNext:
    'ほかのアカウントを結ぶときは、ここで /tsunagi link と打ち、出たコードを向こうで入れてください。',
  code: {
    mine: 'ほかのアカウントを結ぶコード',
    others: (member: string) => `${member}さんのコード`,
    label: 'コード',
    until: '使える時刻',
    untilValue: (time: string) => `${time}まで、1回だけ`,
    where: (line: string) =>
      `結びたいアカウントで、つなぎのいるワークスペースを開き、${line} と打ってください。`,
    connects: (line: string) =>
      `まだつながっていないSlackやDiscordで ${line} と打つと、そこがこの圏域につながり、打った方がこの方になります。`,
    secret: 'このコードを入れた方が、この方として使えるようになります。ご本人だけに渡してください。',
    show: '使いかたを見る',
  },
  notify: {
    heading: 'お知らせを聞くところ',
    hears: '（ここで聞く）',
    choose: 'ここで聞く',
    left: '（つなぎが外されています）',
    unlink: 'このアカウントを外す',
    unlinkQuestion: 'このアカウントを外しますか。ここからは使えなくなります。',
    yes: '外す',
    no: 'やめる',
    one: '結ばれているアカウントは1つだけです。ほかでも聞くときは /tsunagi link でコードを出してください。',
    fallback: '届かないときは、ほかのアカウントに送ります。どれか1つにだけ届きます。',
    gone: 'そのアカウントは、もう結ばれていません',
  },
  request: {
    heading: 'この方は名簿のどなたですか',
    text: (place: string) => `${place}で、まだ名簿と結びついていない方がつなぎを使おうとしました。`,
    name: '画面の名前',
    account: 'アカウント',
    choose: '名簿の方を選ぶ',
    decline: '結ばない',
    declineQuestion: 'この方を名簿と結ばないことにしますか。',
    yes: '結ばない',
    no: 'やめる',
    linked: (name: string, member: string) => `${name}さんを、名簿の${member}さんと結びました`,
    undo: '取り消す',
    settled: 'もう、ほかの方が答えました',
  },
  left: {
    heading: (place: string) => `${place}からつなぎが外されました`,
    text: (date: string) =>
      `そこには何も送られません。${date}までにもう一度入れてコードでつなぐと、アカウントとチャンネルの覚えが元のまま戻ります。過ぎると消えます。`,
    elsewhere: 'そこだけで聞いていた方には、お知らせが届きません。',
    more: (count: number) => `ほか${count}人`,
  },
  unreachable: {
    heading: (member: string) => `${member}さんにお知らせが届きません`,
    text: '結ばれているどのアカウントにも、つなぎからの個別のメッセージが送れませんでした。ご本人に、次のどれかをお願いしてください。',
    ways: [
      'Discordの「サーバーのメンバーからのダイレクトメッセージを許可」を入れる',
      '/tsunagi notify で、聞くところを変える',
      '/tsunagi link で、ほかのアカウントを結ぶ',
    ],
  },
}
