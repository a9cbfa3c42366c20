/** `tsunagi monitoring months` */
export const monitoringMonths = {
  wrong: (option: string, typed: string, should: string) =>
    `${option} の「${typed}」が読めません。次のように書いてください: ${should}`,
  endBeforeStart: '--end が --start より前になっています',
  firstAndLast: '--first と --last は、両方書いてください',
  intervalWithFirst: '--first と --last には、--interval も書いてください',
  nothingGiven: '--interval か --line を書いてください',
  proposed: '（終了月からさかのぼった案です。受給者証で確かめてください）',
  lineFaults: {
    'last-before-first': '終わりの月が、はじめの月より前になっています',
    'last-not-reached': 'はじめの月からこの間隔で進むと、終わりの月に当たりません',
    'outside-validity': '有効期間の外の月があります',
  },
}
