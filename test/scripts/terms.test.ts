import { expect, test } from 'vitest'
import { faultsIn } from '../../scripts/prose/terms.ts'

test.each([
  ['ケースコードを選んでください', '1: ケースコード -> ケース番号'],
  ['メンバを選びます', '1: メンバ -> with a ー at its end'],
  ['線\n前の引継ぎ', '2: 引継ぎ -> 引き継ぎ'],
  ['the homework of a meeting', '1: homework -> follow-up (宿題)'],
  ['Case numbers only', '1: Case numbers -> case code (ケース番号)'],
])('%s: another term', (text, fault) => {
  expect(faultsIn(text)).toEqual([fault])
})

test.each(['メンバー、サーバーとフォルダー', 'ケース番号', '引き継ぎシート', 'a follow-up by its case code'])(
  '%s passes',
  (text) => {
    expect(faultsIn(text)).toEqual([])
  },
)
