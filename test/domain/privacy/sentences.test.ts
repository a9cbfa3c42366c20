import { expect, test } from 'vitest'
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts'
import { maskFindings } from '../../../src/domain/privacy/mask-findings.ts'
import { HARMLESS, PERSONAL } from './sentences.ts'

test.each(PERSONAL)('%s: %s', (kind, marked) => {
  const text = marked.replaceAll(/[【】]/gu, '')
  const findings = findPersonalData(text)
  expect(maskFindings(text, findings)).toBe(marked)
  expect(findings.map((finding) => finding.kind)).toContain(kind)
})

test.each(HARMLESS)('harmless: %s', (text) => {
  expect(maskFindings(text, findPersonalData(text))).toBe(text)
})
