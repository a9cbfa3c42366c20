export const ledger = {
  file: {
    'no-file': 'ファイルが読めません。場所と名前を確かめてください',
    'too-large': 'ファイルが大きすぎます（20MBまで）',
    'too-wide':
      '表が大きすぎます。使っていないシートや、表から遠く離れた行と列を消して、保存し直してください',
    empty: 'ファイルが空です',
    'not-a-ledger': '台帳として読めません。.xlsx か .ods か .csv で保存したものを使ってください',
    broken:
      'ファイルを開けません。パスワードがかかっているか、古い形式（.xls）です。.xlsx で保存し直してください',
  },
  noSheet: (missing: string, names: string) => `「${missing}」というシートはありません。あるのは: ${names}`,
  noHeading:
    '見出しの行が見つかりません。「ケース番号」の列と、事業所か担当の列を付けてください。ケース番号は名前から作りません',
  nothingStored: (rows: number) => `${rows}行に直すところがあるため、何も取りこんでいません`,
  row: (sheet: string, row: number) => `${sheet === '' ? '' : `シート「${sheet}」の`}${row}行目`,
  place: (sheet: string, row: number, heading: string | undefined, typed: string | undefined) =>
    `${sheet === '' ? '' : `${sheet} `}${row}行目${heading === undefined ? '' : `「${heading}」`}${typed === undefined ? '' : `（${typed}）`}: `,
  fault: {
    'no-code': 'ケース番号がありません',
    'counting-column':
      '行を数える列に見えます。ケース番号の列がほかにあれば見出しを「ケース番号」に、この番号がケース番号なら、この見出しを「ケース番号」にしてください',
    'code-is-date':
      'ケース番号が、Excelで日付に変わっています。列の表示形式を「文字列」にして、番号を打ち直してください',
    'no-member':
      '担当がわかりません。担当の列に、メンバーの名前を書いてください（結合したセルは .csv にすると空になります。.xlsx のまま取りこめます）',
    'error-cell': 'セルがエラーです。Excelで直してから、取りこんでください',
    ambiguous: (others: string) =>
      `${others === '' ? '' : `「${others}」と`}どちらを使うか決められません。使わない列の見出しを消してください`,
    'no-validity':
      '計画の有効期間がわかりません。見出しを「支給決定期間（自）」「支給決定期間（至）」のようにしてください。計画の日付でなければ、この列を消してください',
    'half-period': '有効期間は、開始と終了の両方が必要です',
    'end-before-start': '終了日が開始日より前です',
    'too-early': '計画相談支援が始まった2012年4月より前の日付です。年を確かめてください',
    'too-long': '有効期間が3年をこえています。年を確かめてください',
    'too-far': '1年より先に始まる計画です。年を確かめてください',
    'long-over':
      '2年より前に終わった計画です。年を確かめて、終わったケースなら「終結日」に日付を書いてください',
    'in-future': '先の日付です。日付を確かめてください',
    'bad-kind': '新規・変更・更新のどれかを書いてください',
    'bad-state': '続いているか、終わったかがわかりません。継続・休止・終了のどれかを書いてください',
    'bad-interval': 'モニタリング期間は、1・2・3・4・6・12か月ごとか、受給者証のとおりに書いてください',
    'month-or-interval':
      '「何か月ごと」か「何月」かがわかりません。「6か月ごと」や「6月・12月」のように書いてください',
    'outside-validity': 'モニタリング月が有効期間に合いません',
    'bad-mark': '印の意味がわかりません。モニタリングの月に「○」を付けて、ほかの月は空けてください',
    'which-year':
      '何年度の月かがわかりません。見出しを「R8.4」「R8.5」のようにするか、月の上に「令和8年度」と書いてください',
    'bad-need': '支援の必要度は、1・2・3 で書いてください',
    twice: (first: string) => `${first}と同じケース番号です`,
    unknown: (nearest: string) => `圏域にありません。近いもの: ${nearest}`,
  },
  date: {
    'not-a-date': '日付として読めません。R8.4.1 や 2026-04-01 のように書いてください',
    'no-year': '日付として読めません。R8.4.1 や 2026-04-01 のように、元号か西暦の年を付けてください',
    'no-such-year': '日付として読めません。その年はありません。年を確かめてください',
    'no-such-month': '日付として読めません。その月はありません。月を確かめてください',
    'no-such-day': '日付として読めません。その月に、その日はありません。日を確かめてください',
  },
  why: {
    hidden: '表示されていないシート',
    empty: '何も書かれていない',
    'no-heading': '「ケース番号」と、事業所や担当などの見出しがない',
    'not-chosen': '選ばれていない',
  },
  unreadSheet: (name: string, why: string) => `読んでいないシート「${name}」: ${why}`,
  note: {
    remark: (rows: string, count: number) => `ケースではないとみて読んでいない行（${count}行）: ${rows}`,
    'other-table': (rows: string, _count: number) => `ケース番号の列がないため読んでいない表: ${rows}から下`,
    ended: (rows: string, count: number) =>
      `終わったケースで終結日がないため、取りこんでいない行（${count}行）: ${rows}`,
    'no-months': (rows: string, count: number) => `モニタリングの月がわからない計画（${count}件）: ${rows}`,
    'name-folded': (row: string, typed: string, taken: string) =>
      `${row}: 「${typed}」を「${taken}」として読みました`,
    'last-not-reached': (row: string, typed: string) =>
      `${row}（${typed}）: はじめの月からこの間隔で進むと、終わりの月に当たりません。受給者証を確かめてください`,
    'marks-outside': (row: string, typed: string) =>
      `${row}: 有効期間の外にある印は読んでいません（${typed}）`,
  },
  separator: '、',
  wouldTake: (cases: number) => `${cases}件のケースが読めました。まだ取りこんでいません`,
  question: (cases: number, months: number, first: string, current: string) =>
    `過ぎた月のモニタリングが${cases}件のケースに${months}回あります（${first}から）。何月から数えますか。今月から数えるなら --from ${current}、過ぎた月も数えるなら --from all を付けて、もう一度実行してください`,
  ask: (cases: number, months: number, first: string, current: string) =>
    `過ぎた月のモニタリングが${cases}件のケースに${months}回あります（${first}から）。何月から数えますか。過ぎた月も数えるなら all [${current}]: `,
  badFrom: (typed: string) =>
    `--from に書けるのは、2026-11 のような月か all です${typed === '' ? '' : `（${typed}）`}`,
  progress: (done: number, all: number) => `取りこんでいます: ${done}/${all}件`,
  done: (added: number, changed: number, unchanged: number) =>
    `取りこみました: 追加${added}件、変更${changed}件、そのまま${unchanged}件`,
  personal: (headings: string) => `個人情報の列は取りこんでいません: ${headings}`,
  notUsed: (headings: string) => `使わない列: ${headings}`,
}
