import { notices } from './notices.ts'

const jobs: Record<string, string> = {
  'find-due': '期限の来たものをさがす',
  'settle-reminder': '予定を片づける',
  'deliver-due': '送る',
  'audit-deliveries': '送り残しを見はる',
}

/** The page for administrators. */
export const operations = {
  title: 'つなぎの運用',
  language: 'ja',
  languageName: '日本語',
  asOf: (time: string) => `${time} のようす`,
  reload: '読みなおす',
  leave: '閉じる（ログアウト）',
  time: (at: Temporal.ZonedDateTime): string =>
    at.toLocaleString('ja-JP', { dateStyle: 'medium', timeStyle: 'medium' }),
  door: {
    label: '合言葉（OPERATIONS_TOKEN）',
    hint: 'つなぎの設定に書いた OPERATIONS_TOKEN の値です。8時間で閉じます。',
    enter: '開く',
    wrong: '合言葉がちがいます。設定の OPERATIONS_TOKEN を確かめて、もう一度入れてください。',
    tooMany: '合言葉のまちがいが続いたため、10分のあいだ開けません。少し待って、もう一度お試しください。',
    foreign: 'ほかのページからの操作は受けつけません。この画面を開きなおして、もう一度お試しください。',
  },
  now: {
    heading: 'いま',
    database: 'データベース',
    queue: 'Redis',
    away: '答えません。動いているか、アドレスが正しいかを、doctor で確かめてください。',
    lastTick: '最後の見回り',
    noTick: 'まだありません。送るプロセス（--role worker か all）が動いているか確かめてください。',
    tickLate: (time: string) =>
      `${time}。1分より前です。送るプロセス（--role worker か all）が動いているか確かめてください。`,
    platforms: 'このプロセスがつながっているもの',
    noPlatforms: 'ありません',
    version: 'つなぎの版',
    versions: (tsunagi: string, node: string) => `${tsunagi}（Node.js ${node}）`,
  },
  queues: {
    heading: 'キュー',
    job: '仕事',
    waiting: '待ち',
    active: '実行中',
    delayed: 'あとで',
    jobs,
  },
  late: {
    heading: '遅れているもの',
    none: '予定から5分をこえて残っているものはありません。',
    region: '圏域',
    count: '件数',
    oldest: 'いちばん古い予定',
  },
  digests: {
    heading: '毎朝のまとめ（24時間以内の最後の朝）',
    none: '24時間以内に、まとめの朝はありませんでした。',
    region: '圏域',
    expected: '聞く方',
    told: '届いた方',
  },
  failed: {
    heading: '届かなかったもの（14日以内）',
    none: '届かなかったものはありません。',
    first: (count: number) => `新しいものから${count}件です。`,
    planned: '予定',
    kind: 'お知らせ',
    platform: '送り先',
    why: 'わけと、すること',
    act: '操作',
    retry: 'もう一度送る',
    retryOf: (kind: string, time: string) => `${time} の${kind}`,
    retried: 'もう一度送るようにしました。届いたかどうかは、少し待ってこの画面で確かめてください。',
    notRetried: 'その知らせは、もう届いたか、送り直しの途中です。何も変えていません。',
    away: 'データベースが答えないため、何も変えていません。少し待って、もう一度お試しください。',
    notices,
    reasons: {
      'no-place':
        'チャンネルか相手が見つかりません。圏域のファイルの channels と accounts を直してから送ってください。',
      'no-permission': 'ボットに権限がありません。チャンネルに招待し、権限を確かめてから送ってください。',
      'closed-to-bots':
        '相手がボットのメッセージを受けない設定です。設定を変えてもらってから送ってください。',
      malformed:
        'プラットフォームが形を受けつけませんでした。ログの同じidの行を添えて、開発元に知らせてください。',
      'workspace-left': 'ワークスペースからボットが外れています。入れ直してから送ってください。',
      'answer-lost': '送ったあとの答えが失われました。先に届いているかを調べ、なければ送ります。',
      withheld:
        'チャンネルが公開か、名簿にない方がいるため止めました。チャンネルを直してから送ってください（直っていなければ、また止まります）。',
      'never-open': '圏域に営業の日がありません。圏域のファイルの営業日を直してから送ってください。',
    },
  },
}
