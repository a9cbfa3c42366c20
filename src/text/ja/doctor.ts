/** `tsunagi doctor`: each line says what was looked at, and what to do. */
export const doctor = {
  separator: '、',
  andOthers: (names: string, rest: number) => `${names}、ほか${rest}`,
  marks: { ok: '○', look: '△', mend: '×' },
  well: '動かすのに困るところはありません（△は知っておくことです）。',
  toMend: (faults: number) =>
    `×が ${faults} つあります。直して、もう一度 tsunagi doctor を動かしてください。`,
  fresh: 'このフォルダーでは、まだ一度も動かしていません。npm start で始めると、データベースが用意されます。',
  practice: '練習用のワークスペースのデータベースを見ています。',
  noPlatform: 'SlackもDiscordも、つないでいません。練習用ワークスペースだけが使えます。',
  node: {
    ok: (version: string) => `Node.js ${version}`,
    old: (version: string, needed: number) =>
      `Node.js ${version} では動きません。npm ci を実行すると、Node.js ${needed} が用意されます。`,
  },
  fonts: {
    ok: '書類（PDF・図）の文字: Noto Sans JP',
    missing: '書類の文字のファイルがありません。npm ci をもう一度実行してください。',
  },
  folder: {
    ok: (path: string) => `データのフォルダー: ${path}`,
    fresh: (path: string) => `データのフォルダー ${path} は、はじめて動かすときに作られます。`,
    closed: (path: string) =>
      `データのフォルダー ${path} に書けません。持ち主を、つなぎを動かす利用者にしてください。`,
  },
  key: {
    ok: (file: string) => `文章の鍵: ${file}（持ち主だけが読めます）`,
    environment: '文章の鍵: TSUNAGI_KEY',
    none: (folder: string) => `文章の鍵は、はじめて動かすときに ${folder} に作られます。`,
    open: (file: string) => `文章の鍵 ${file} を、ほかの利用者も読めます。chmod 600 ${file} としてください。`,
    together: (file: string, folder: string, elsewhere: string) =>
      `文章の鍵 ${file} が、データベースと同じフォルダーにあります。フォルダーを写されると、文章も読まれます。つなぎを止めて mkdir -p ${folder} && mv ${file} ${elsewhere} とし、.env に KEY_FILE=${elsewhere} と書いて、始めてください。`,
  },
  disk: {
    ok: (gigabytes: number) => `空き容量: ${gigabytes} GB`,
    little: (gigabytes: number) =>
      `空き容量が ${gigabytes} GB です。減りつづけていないか、見ておいてください。`,
    full: (path: string) => `空き容量が 1 GB もありません。${path} のあるディスクを空けてください。`,
  },
  port: {
    any: 'ポート: 空いている番号を使います',
    free: (port: number) => `ポート ${port}: 空いています（つなぎは止まっています）`,
    ours: (port: number) => `ポート ${port}: つなぎが動いています`,
    unready: (port: number) =>
      `ポート ${port} でつなぎが動いていますが、データベースかRedisとつながっていません。下の×を直してください。`,
    unreachable: (platform: string) =>
      `動いているつなぎが、${platform} につながっていません。くりかえし試しています。ネットワークを確かめてください。`,
    refused: (platform: string) =>
      `動いているつなぎが、${platform} に断られています。トークンと設定を直して、もう一度始めてください。`,
    taken: (port: number) => `ポート ${port} は、ほかのプログラムが使っています。PORT を変えてください。`,
    closed: (port: number, code: string) =>
      `ポート ${port} で待ち受けられません（${code}）。HOST と PORT を確かめてください。`,
  },
  postgres: {
    ok: (version: string) => `PostgreSQL ${version}`,
    old: (version: string) => `PostgreSQL ${version} は古すぎます。16以上にしてください。`,
    away: (code: string) =>
      `PostgreSQLにつながりません（${code}）。DATABASE_URL と、サーバーが動いているかを確かめてください。`,
  },
  migrations: {
    current: '表は、この版のものです。',
    none: '表がまだありません。はじめて動かすときに作られます。',
    missing: (steps: number) =>
      `表が ${steps} 段階古い版のものです。次に始めるときに新しくなります。先に控えをとってください。`,
    newer: '表が、もっと新しいつなぎのものです。つなぎを新しくしてください。',
  },
  databaseRole: {
    ok: 'データベースの利用者: 特別な権限はありません',
    privileged:
      'データベースの利用者に、仕切りを越える権限（SUPERUSER か BYPASSRLS）があります。CREATEROLE だけの利用者をデータベースの持ち主にして、DATABASE_URL に書いてください（docs/operations.md の「設定」）。',
  },
  rowSecurity: {
    ok: '圏域の仕切り（行の保護）: すべての表で効いています',
    off: (tables: string) =>
      `圏域の仕切りが効いていません: ${tables}。手で変えられたようです。つなぎを止め、控えから戻してください。`,
  },
  clock: {
    ok: '時計: データベースと合っています',
    off: (seconds: number) =>
      `時計がデータベースと ${seconds} 秒ずれています。時刻合わせ（NTP）を入れてください。お知らせの時刻がずれます。`,
  },
  redis: {
    ok: (version: string) => `Redis / Valkey ${version}`,
    old: (version: string, needed: string) => `Redis ${version} は古すぎます。${needed}以上にしてください。`,
    away: (code: string) =>
      `Redisにつながりません（${code}）。REDIS_URL と、サーバーが動いているかを確かめてください。`,
    keeps: 'Redisは、いっぱいになっても消しません（noeviction）',
    evicts: (policy: string) =>
      `Redisが、いっぱいになると仕事を消します（${policy}）。maxmemory-policy を noeviction にしてください。`,
    persists: 'Redisは、書いたものを残します（appendonly）',
    forgets:
      'Redisは、止まると忘れます。データベースから入れ直すので失われませんが、appendonly yes を勧めます。',
  },
  keys: {
    ok: '書かれた文章は、すべて手もとの鍵で読めます。',
    missing: (ids: string, texts: number) =>
      `${texts} 件の文章を読む鍵（${ids}）がありません。保管してある鍵を、鍵のファイルか TSUNAGI_KEY に足してください。`,
  },
  sealing: {
    ok: '文章は、すべて置き場所（圏域・表・列・行・版）に結びつけて封じてあります。',
    old: (texts: number) =>
      `${texts} 件の文章が、前の版の封じかたのままです。つなぎを動かしておくと、少しずつ封じ直します。前の版のつなぎがまだ動いていれば、止めてください。止まるまで待ちます。`,
    refused: (texts: number) =>
      `前の版の封じかたの文章が ${texts} 件あり、開きません。封じ直しが終わったあとに、前の版のつなぎが書いたか、だれかが古い写しを入れています。operations.md の「文章の鍵」をごらんください。`,
  },
  keysWithin: {
    unchecked:
      '圏域をまたがないしくみのうち、前の版の行をまだ確かめていないものがあります。つなぎを動かしておくと、確かめます。',
    broken: (rows: number, names: string) =>
      `ほかの圏域か、ない行をさす行が ${rows} 件あります（${names}）。画面には出ません。控えをとってから、開発者に相談してください。`,
  },
  region: {
    none: '圏域がまだありません。tsunagi region apply で入れてください。',
    noWorkspace: (id: string) =>
      `圏域 ${id}: workspaces がないので、SlackにもDiscordにもお知らせが出ません。`,
    members: (id: string, count: number) => `圏域 ${id}: ${count} 人すべてに accounts があります`,
    noAccount: (id: string, names: string) =>
      `圏域 ${id}: accounts がないので、お知らせが届かない方: ${names}`,
    bodies: (id: string, count: number) => `圏域 ${id}: ${count} の会議体すべてに channels があります`,
    noChannel: (id: string, names: string) => `圏域 ${id}: channels がないので、次第が出ない会議体: ${names}`,
    codes: (id: string) => `圏域 ${id}: 名前や証の番号として読めるケース番号はありません`,
    wrongCodes: (id: string, kinds: string) =>
      `圏域 ${id}: 人がわかってしまうおそれのあるケース番号があります（${kinds}）。基幹センターの調整役にお伝えください。今の番号のまま使えますが、新しい番号を付けることをおすすめします。`,
    codeFaults: {
      shape: (count: number) => `形が決まりと違うもの${count}件`,
      certificate: (count: number) => `受給者証番号などとして読めるもの${count}件`,
      'birth-date': (count: number) => `生年月日として読めるもの${count}件`,
      name: (count: number) => `名前として読めるもの${count}件`,
    },
  },
  slack: {
    ok: {
      token: (team: string) => `Slack: ${team} につながります`,
      'app-token': () => 'Slack: アプリトークン（ソケットモード）が使えます',
      scopes: () => 'Slack: 権限（スコープ）がそろっています',
      channel: (id: string) => `Slack: チャンネル ${id} にボットがいます`,
    },
    mend: {
      token: (detail: string) =>
        `Slackのボットトークンが使えません（${detail}）。SLACK_BOT_TOKEN を、アプリの「OAuth & Permissions」から写し直してください。`,
      'app-token': (detail: string) =>
        `Slackのアプリトークンが使えません（${detail}）。SLACK_APP_TOKEN を「Basic Information」から写し直してください（connections:write）。`,
      scopes: (missing: string) =>
        `Slackの権限が足りません: ${missing}。tsunagi slack manifest をアプリに貼り直し、インストールし直してください。`,
      workspace: (id: string) =>
        `圏域のファイルのワークスペース ${id} は、このトークンのものではありません。workspaces を直すか、そのワークスペースに入れ直してください。`,
      channel: (detail: string) =>
        `Slackのチャンネル ${detail} に出せません。チャンネルで /invite @tsunagi とするか、圏域のファイルの channels を直してください。`,
      unreachable: (detail: string) =>
        `Slackに届きません（${detail}）。このコンピューターから slack.com に出られるか確かめてください。`,
    },
  },
  discord: {
    ok: {
      token: (name: string) => `Discord: ${name} としてつながります`,
      intents: (name: string) => `Discord: ${name} が入っています`,
      channel: (id: string) => `Discord: チャンネル ${id} に書けます`,
    },
    mend: {
      token: (detail: string) =>
        `Discordのトークンが使えません（${detail}）。DISCORD_TOKEN を「Bot」の画面で作り直してください。`,
      intents: (name: string) =>
        `Discordの ${name} が入っていません。「Bot」の画面の Privileged Gateway Intents で入れてください。ないと、ケースの内容を含む次第がチャンネルに出ません。`,
      workspace: (id: string) =>
        `Discordのサーバー ${id} にボットがいません。招待のURLで入れるか、圏域のファイルの workspaces を直してください。`,
      channel: (detail: string) =>
        `Discordのチャンネル ${detail} に出せません。チャンネルの設定でボットに権限を付けるか、圏域のファイルの channels を直してください。`,
      unreachable: (detail: string) =>
        `Discordに届きません（${detail}）。このコンピューターから discord.com に出られるか確かめてください。`,
    },
  },
}
