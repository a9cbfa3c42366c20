/** Why a typed value was not accepted, by the name its schema gives. */
export const fieldFaults = {
  'colleague-name': '名前だけを、20文字までで書いてください',
  'https-link': 'https:// で始まるリンクを書いてください',
  month: '月として読めません。R8.9 や 2026-09 のように書いてください',
  'whole-number': '数字だけで書いてください（例: 2）',
  unwritable: '使えない文字（見えない制御文字など）が混ざっています。そこを消すか、打ちなおしてください',
  date: '日付として読めません。R8.4.1 や 2026-04-01 のように書いてください',
  time: '時刻として読めません。14:00 や 14時30分 のように書いてください',
  'case-code': 'ケース番号は、文字と数字とハイフンで20文字までです（例: S-0142）',
  'monitoring-line':
    '「6月ごと(R8.9~R9.3)」のように受給者証のとおり書くか、間隔の数字（1、2、3、4、6、12）だけを書いてください',
}
