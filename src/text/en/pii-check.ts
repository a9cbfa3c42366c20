import type { Catalogue } from '../catalogue.ts'

export const piiCheck: Catalogue['piiCheck'] = {
  unreadable: (file) => `Cannot read "${file}". Please check the name of the file`,
  notText: (file) => `"${file}" is no text in UTF-8. Please save it as UTF-8`,
  found: (line, kinds, marked) => `Line ${line}: ${kinds} → ${marked}`,
  nothing: 'No personal data was found',
}
