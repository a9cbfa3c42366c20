import { expect, test } from 'vitest'
import { caseCodeFault, foldCaseCode } from '../../../src/domain/case/case-code.ts'

const faultOf = (typed: string) => caseCodeFault(foldCaseCode(typed))

test.each([
  [
    'a letter and a serial number',
    ['S-0142', 'A-12', 'A1', 's-0142', 'Ｓ－０１４２', 'Sー0142', 'KSW-0142', 'ABC-1'],
  ],
  ['a serial number', ['0142', '25-031', '1', '000112', '250312', '20260']],
  ['a year and a serial number', ['K2024-001', '2024-0101', '2026-031', 'KC-2024-0001', 'R8-031', 'H28-12']],
  ['a letter and six digits', ['S-012345', 'H-010203']],
])('a region’s own code may be %s', (_, codes) => {
  for (const code of codes) expect(faultOf(code), code).toBeUndefined()
})

test.each([
  [
    '1234567890',
    '１２３４５６７８９０',
    '12-3456-7890',
    '1234-5678-90',
    '１２３４－５６７８－９０',
    'S1234567890',
    'S-1234567890',
  ],
  ['09012345678', '090-1234-5678', '0312345678', '123456789012', '1234-5678-9012'],
])('a certificate, telephone or personal number is none: %s', (...codes) => {
  for (const code of codes) expect(faultOf(code), code).toBe('certificate')
})

test('a birth date is none, in any calendar, alone or after initials', () => {
  for (const code of [
    '19850709',
    '1985-07-09',
    '1985-7-9',
    '1985-0709',
    '850709',
    '85-07-09',
    '05-03-12',
    '2015-03-12',
  ])
    expect(faultOf(code), code).toBe('birth-date')
  for (const code of [
    'S60-07-09',
    'S60-7-9',
    'S-60-07-09',
    'S600709',
    'H27-01-05',
    'R050312',
    'Ｓ６０－７－９',
  ])
    expect(faultOf(code), code).toBe('birth-date')
  for (const code of ['YT-850709', 'TY19850709', 'YAMADA-TARO-850709'])
    expect(faultOf(code), code).toBe('birth-date')
})

test('a name is none, nor what is mostly letters', () => {
  for (const code of [
    'YAMADA-TARO-01',
    'YAMADA01',
    'SATO-0142',
    'HANAKO-0142',
    'ABE-0142',
    'YA-MA-DA-85',
    'MIHON-0142',
    'ABCDE-01',
  ])
    expect(faultOf(code), code).toBe('name')
})

test('nothing but letters, digits and hyphens, with a digit, twenty at most', () => {
  for (const code of ['', '-1', 'S', 'S 0142', '山田-01', 'S/0142', '012345678901234567890'])
    expect(faultOf(code), code).toBe('shape')
})
