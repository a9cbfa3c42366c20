import type { Catalogue } from '../catalogue.ts'

export const fieldFaults: Catalogue['fieldFaults'] = {
  'colleague-name': 'Write the name alone, up to 20 letters',
  'https-link': 'Please give a link that begins with https://',
  month: 'This cannot be read as a month. Please write it like 2026-09 or R8.9',
  'whole-number': 'Digits only, please (e.g. 2)',
  unwritable:
    'There are characters that cannot be used, such as invisible control characters. Please remove or retype them',
  date: 'This cannot be read as a date. Please write it like 2026-04-01 or R8.4.1',
  time: 'This cannot be read as a time of day. Please write it like 14:00',
  'case-code':
    'A case code has letters, digits and hyphens, 20 at most, with at least one digit (e.g. S-0142, 25-031)',
  'case-code-certificate':
    'A number of ten digits or more (a certificate, telephone or personal number) cannot be a case code. Write the code your region gave (e.g. S-0142, 25-031)',
  'case-code-birth-date':
    'What reads as a date of birth cannot be a case code. Write the code your region gave (e.g. S-0142, 25-031)',
  'case-code-name':
    'Letters that read as a name cannot be a case code. Use three letters at most (e.g. S-0142, K2024-001)',
  'monitoring-line':
    'Please write it as the certificate prints it, 6月ごと(R8.9~R9.3), or the interval alone: 1, 2, 3, 4, 6 or 12',
}
