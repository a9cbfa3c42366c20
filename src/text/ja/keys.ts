/** `tsunagi keys`. A key is named by eight letters that tell nothing of it. */
export const keys = {
  separator: '、',
  listed: {
    current: (id: string, texts: number) => `${id}　いまの鍵　${texts} 件`,
    older: (id: string, texts: number) => `${id}　前の鍵　${texts} 件`,
    missing: (id: string, texts: number) =>
      `${id}　手もとにない鍵　${texts} 件は読めません。保管してある鍵を足してください。`,
  },
  rotated: (id: string, texts: number) => `新しい鍵（${id}）で、${texts} 件の文章を封じ直しました。`,
  finished: (id: string, texts: number) =>
    `前の鍵の文章が残っていたので、いまの鍵（${id}）で ${texts} 件を封じ直しました。新しい鍵にするには、もう一度 tsunagi keys rotate を動かしてください。`,
  left: (id: string, texts: number) =>
    `前の鍵（${id}）の文章が、まだ ${texts} 件あります。少し待って、もう一度 tsunagi keys rotate を動かしてください。`,
  dropFromFile: (path: string) =>
    `${path} の控えを、いま新しくとってください。前の鍵は、前の鍵で作った控え（tsunagi backup）が要らなくなったら tsunagi keys forget で消せます。`,
  dropFromEnvironment:
    '前の鍵は、前の鍵で作った控え（tsunagi backup）が要らなくなったら、TSUNAGI_KEY（systemdの資格情報なら、そのファイル）から消してつなぎを再起動してください。',
  nothingToRotate: (id: string) =>
    `すべての文章が、TSUNAGI_KEY（か資格情報）の先頭の鍵（${id}）で封じてあります。先頭に新しい鍵を足し、すべてのつなぎを再起動してから、もう一度動かしてください。`,
  unknown: (id: string, known: string) => `鍵 ${id} はありません。あるのは ${known} です。`,
  isCurrent: (id: string) => `${id} は、いま使っている鍵です。先に tsunagi keys rotate を動かしてください。`,
  forgotten: (id: string) => `前の鍵（${id}）を消しました。この鍵で作った控えは、もう読めません。`,
}
