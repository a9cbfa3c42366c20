/** `tsunagi backup` and `tsunagi restore`. */
export const backup = {
  separator: '、',
  written: (file: string, regions: number, tables: number, rows: number) =>
    `控えを書きました: ${file}（圏域 ${regions}、表 ${tables}、${rows} 行）`,
  keyInFile: (path: string) =>
    `文章を読む鍵は、控えには入っていません。${path} を、控えとは別の場所に保管してください。`,
  keyInEnvironment:
    '文章を読む鍵は、控えには入っていません。TSUNAGI_KEY の値を、控えとは別の場所に保管してください。',
  fileTaken: (file: string) => `${file} は、もうあります。別の名前を書いてください。`,
  nothingThere: 'まだ圏域がありません。控えるものがないので、何も書きませんでした。',
  notWritten: (file: string, code: string) =>
    `${file} に書けませんでした（${code}）。置き場所と空き容量を確かめてください。`,
  unreadable: {
    'no-file': (file: string) => `${file} を開けません。名前と場所を確かめてください。`,
    'not-a-backup': (file: string) =>
      `${file} は、つなぎの控えではありません。tsunagi backup が書いたファイルを選んでください。`,
    newer: (file: string) =>
      `${file} は、もっと新しいつなぎの控えです。つなぎを新しくしてから、もう一度お試しください。`,
    damaged: (file: string) =>
      `${file} は、途中で切れているか、書きかえられています。別の控えを使ってください。何も変えていません。`,
  },
  keyMissing: (ids: string, path: string) =>
    `この控えの文章を読む鍵（${ids}）がありません。保管してある鍵を ${path} に置くか、TSUNAGI_KEY に書いてから、もう一度お試しください。何も変えていません。`,
  botRuns: 'このフォルダーでは、つなぎが動いています。止めてから、もう一度お試しください。',
  busy: (others: number) =>
    `データベースに、ほかの接続が ${others} 本あります。つなぎ（bot と worker）をすべて止めてから、もう一度お試しください。`,
  refused: {
    newer: 'この控えは、もっと新しいつなぎで作られています。つなぎを新しくしてから、もう一度お試しください。',
    'database-newer':
      'データベースは、もっと新しいつなぎのものです。つなぎを新しくするか、空のデータベースに戻してください。',
    'not-empty':
      'データベースに、もう圏域があります。置きかえてよければ、先にその控えをとり、--replace を付けてください。',
    unloadable: 'この控えの行が、表に入りませんでした。何も変えていません。別の控えを使ってください。',
  },
  restored: (file: string, madeAt: string, regions: number, rows: number) =>
    `控えに戻しました: ${file}（${madeAt} 時点、圏域 ${regions}、${rows} 行）`,
  afterRestore:
    '控えのあとに期限が来たお知らせは、送ったかどうかをSlackやDiscordで確かめてから送ります。控えのあとに書かれたものは、入っていません。',
}
