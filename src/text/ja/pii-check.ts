/** `tsunagi pii check` */
export const piiCheck = {
  unreadable: (file: string) => `「${file}」を読めません。ファイルの名前を確かめてください`,
  notText: (file: string) => `「${file}」はUTF-8の文章ではありません。UTF-8で保存し直してください`,
  found: (line: number, kinds: string, marked: string) => `${line}行目　${kinds} → ${marked}`,
  nothing: '個人情報は見つかりませんでした',
}
