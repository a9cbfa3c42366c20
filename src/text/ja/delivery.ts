export const deliveryCommands = {
  deliveries: {
    verb: 'お知らせ',
    description: '自分へのお知らせがいつ届いたか、届かなかったわけを見ます',
    arguments: { member: { name: 'メンバー', description: 'だれへのお知らせか（書かなければ自分）' } },
    onlyOwn: '自分へのお知らせの記録だけを見られます',
  },
  undelivered: { verb: '届かない', description: '圏域で届かなかったお知らせと、遅れたお知らせを見ます' },
  retry: {
    verb: '再送',
    description: '届かなかったお知らせをもう一度送ります',
    retried: (kind: string) => `${kind}を、もう一度送ります`,
    retriedNext: '少しあとに /tsunagi undelivered を開くと、届いたかどうかがわかります。',
    notAgain: 'このお知らせは、もう一度送るものではなくなっています',
    notAgainNext:
      'もう届いたか、ほかの方が送り直したかもしれません。/tsunagi undelivered で確かめてください。',
  },
}

/** お知らせの記録: what was to be said to whom, when it went out, and why not. Never what it said. */
export const deliveries = {
  otherKind: 'お知らせ',
  own: {
    heading: (name: string) => `${name}さんへのお知らせの記録`,
    none: 'この2週間に、お知らせはありません。',
    note: '中身は載せません。2週間より前のものは、基幹相談支援センターにおたずねください。',
    region: '圏域で届かなかったもの',
  },
  region: {
    heading: '圏域で届かなかったお知らせ・遅れたお知らせ',
    none: 'この2週間に、届かなかったお知らせや、遅れたお知らせはありません。',
    note: 'わけを直してから「もう一度送る」を押してください。いまも伝える意味があるものだけが送られます。',
    retry: 'もう一度送る',
  },
  line: (when: string, kind: string) => `${when} ${kind}`,
  to: (whom: string) => `${whom} あて`,
  inChannel: (platform: string) => `${platform}のチャンネル`,
  sentOnTime: (at: string) => `${at}に届きました。`,
  sentLate: (at: string, after: string) => `${at}に届きました（${after}遅れ）。`,
  planned: '予定どおりに送ります。',
  waits: (until: string, why: string) => `まだ送っていません。${why}${until}に、もう一度送ります。`,
  soon: (why: string) => `まだ送っていません。${why}まもなく送ります。`,
  looks: (until: string) => `届いたかどうかを確かめています。次に確かめるのは${until}です。`,
  /** What stands in the way for now; each ends as a sentence does. */
  waiting: {
    'out-of-hours': '時間外のため、開所まで待っています。',
    paced: 'チャットの受け取れる速さに合わせて、順番を待っています。',
    'rate-limited': 'チャットから待つように言われています。',
    unavailable: 'チャットにつながりません。',
    'platform-not-running': 'このチャットは、いま動いていません。設定を確かめてください。',
    'not-connected': 'チャットとの接続が切れています。つなぎ直してください。',
    'workspace-left': 'ワークスペースからボットが外されています。入れ直してください。',
  } as Record<string, string>,
  otherWaiting: 'うまく送れなかったため、もう一度試します。',
  /** Why it was not said at all; what can be done, where something can. */
  skipped: {
    withheld: '名簿にいない方がいるなど、出してはいけない場所でした。チャンネルの参加者を直してください。',
    'no-place': '送り先のチャンネルやアカウントが見つかりません。/tsunagi setup で送り先を確かめてください。',
    'no-permission': 'そこに書く権限がボットにありません。チャンネルにボットを入れてください。',
    'closed-to-bots': 'ボットからのメッセージを受け取らない設定です。ご本人に設定をお願いしてください。',
    malformed: 'チャットが受け取れない形でした。つなぎの不具合です。管理する方に知らせてください。',
    'never-open': '開所の日がなく、送る時がありません。/tsunagi region で開所日を確かめてください。',
    'workspace-left': 'ワークスペースからボットが外されていました。入れ直してください。',
    'answer-lost': '届いたかどうかを確かめられないまま、ボットが外されました。ご本人に確かめてください。',
    'day-is-over': 'その日のうちに送れなかったため、やめました。続いているものは次の朝にお知らせします。',
    'nothing-left-to-say': '送る前に、すべて済んでいました。',
    settled: '送る前に、済んでいました。',
    over: '送る前に、時が過ぎて要らなくなりました。',
    'meeting-gone': '会議がなくなっていました。',
    'changed-again': 'そのあとの変更でお知らせしました。',
    'published-already': '次第が先に出ていました。',
    'came-back': 'ボットが戻っていました。',
    erased: 'ご本人のデータが消されました。',
  } as Record<string, string>,
  otherSkipped: '送る前に、要らなくなりました。',
  late: {
    heading: '止まっていたあいだに遅れたお知らせ',
    text: (from: string, to: string) =>
      `${from} から ${to} までのあいだ、つなぎかチャットが動かず、次のお知らせが遅れました。いまはすべて済んでいます。`,
    sent: (count: number, last: string) => `${count}通を遅れて届けました（最後は${last}）。`,
    givenUp: (count: number) =>
      `${count}通は、その日のうちに送れませんでした。続いているものは次の朝にお知らせします。`,
    planned: (at: string) => `${at}の予定`,
    open: '届かなかったものを見る',
  },
  cli: {
    noMember: (named: string) =>
      `${named} という方は、圏域にいません。tsunagi region export で id を確かめてください。`,
    badSince: (typed: string) => `--since ${typed} は日付ではありません。2026-11-20 のように書いてください。`,
    none: 'お知らせはありません。',
    more: (limit: number) => `新しいほうから${limit}通です。--since で期間を短くしてください。`,
  },
}
