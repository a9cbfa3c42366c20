/** Lines printed in the terminal. */
export const start = {
  ready: (address: string) => `つなぎが動いています: ${address}`,
  practice: 'ブラウザーで上のアドレスを開くと、練習用のワークスペースが使えます。止めるには Ctrl-C を押してください。',
  alreadyRunning: (address: string) => `このフォルダーでは、もう動いています: ${address}`,
  alreadyRunningSomewhere: 'このフォルダーでは、もう動いています。',
  portTaken: (port: number) =>
    `ポート ${port} は、ほかのプログラムが使っています。PORT=3001 npm start のように、別の番号で始めてください。`,
  fault: (name: string, should: string) => `${name} を直してください: ${should}`,
  notConnected: (platform: string, reason: string) =>
    `${platform} につながりませんでした（${reason}）。トークンを確かめてください。ほかは動いています。`,
  stopping: '止めています…',
  stopped: '止まりました。',
  failed: (detail: string) => `始められませんでした: ${detail}`,
}
