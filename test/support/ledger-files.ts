import { zipSync } from 'fflate'
import iconv from 'iconv-lite'

/** A cell of a workbook made for a test: a text, a number with a format, a day, an error. */
export type MadeCell =
  | string
  | number
  | null
  | { day: string; format?: string }
  | { number: number; format: string }
  | { error: string }
export type MadeSheet = {
  name: string
  rows: readonly (readonly MadeCell[])[]
  /** Like `A1:B2`. */
  merges?: readonly string[]
  hidden?: boolean
}
type XlsxOptions = {
  /** How the 1904 date system is spelled in the file: `1`, `true`. */
  date1904?: string
  /** Some programs write cells without their places. */
  withoutRefs?: boolean
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

const dayNumber = (day: string, is1904: boolean): number =>
  Temporal.PlainDate.from('1899-12-30').until(Temporal.PlainDate.from(day)).days - (is1904 ? 1462 : 0)

/** Writes an .xlsx as bytes, with what libraries would not write: errors, odd spellings, cells without places. */
export const xlsxOf = (sheets: readonly MadeSheet[], options: XlsxOptions = {}): Uint8Array => {
  const formats = ['General', 'yyyy/m/d']
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format)
  }
  const is1904 = options.date1904 !== undefined && !['0', 'false'].includes(options.date1904)
  const cellXml = (cell: MadeCell, ref: string): string => {
    const at = options.withoutRefs ? '' : ` r="${ref}"`
    if (cell === null) return options.withoutRefs ? '<c/>' : ''
    if (typeof cell === 'string')
      return `<c${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    if (typeof cell === 'number') return `<c${at}><v>${cell}</v></c>`
    if ('error' in cell) return `<c${at} t="e"><v>${cell.error}</v></c>`
    if ('number' in cell) return `<c${at} s="${styleOf(cell.format)}"><v>${cell.number}</v></c>`
    return `<c${at} s="${styleOf(cell.format ?? 'yyyy/m/d')}"><v>${dayNumber(cell.day, is1904)}</v></c>`
  }
  const sheetXml = ({ rows, merges = [] }: MadeSheet): string => {
    const body = rows.map((row, y) => {
      const cells = row.map((cell, x) => cellXml(cell, `${letters(x)}${y + 1}`)).join('')
      return `<row${options.withoutRefs ? '' : ` r="${y + 1}"`}>${cells}</row>`
    })
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`
  }
  const files: Record<string, string> = {}
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)
  const entries = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const properties = options.date1904 === undefined ? '' : `<workbookPr date1904="${options.date1904}"/>`
  files['xl/workbook.xml'] =
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${properties}<sheets>${entries.join('')}</sheets></workbook>`
  files['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['rIdStyles', 'styles', 'styles.xml'],
  ])
  files['_rels/.rels'] = relations([['rId1', 'officeDocument', 'xl/workbook.xml']])
  files['xl/styles.xml'] = stylesXml(formats)
  files['[Content_Types].xml'] =
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}</Types>`
  return zipped(files)
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relations = (all: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const FIRST_OWN_FORMAT = 164

const stylesXml = (formats: readonly string[]): string => {
  const own = formats.map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escaped(code)}"/>`,
  )
  const styles = formats.map(
    (_, at) => `<xf numFmtId="${at === 0 ? 0 : FIRST_OWN_FORMAT + at}" applyNumberFormat="1"/>`,
  )
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`
}

const zipped = (files: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )

/** Writes an .ods as LibreOffice does: typed cells, covered cells, days as ISO. */
export const odsOf = (sheets: readonly MadeSheet[]): Uint8Array => {
  const table = ({ name, rows, merges = [], hidden }: MadeSheet): string => {
    const spans = new Map(merges.map((ref) => spanOf(ref)))
    const cell = (value: MadeCell, ref: string): string => {
      const span = spans.get(ref)
      const spanned = span
        ? ` table:number-columns-spanned="${span.columns}" table:number-rows-spanned="${span.rows}"`
        : ''
      const typed = odsValue(value)
      return typed ? `<table:table-cell${spanned}${typed}</table:table-cell>` : '<table:table-cell/>'
    }
    const body = rows.map(
      (row, y) =>
        `<table:table-row>${row.map((value, x) => cell(value, `${letters(x)}${y + 1}`)).join('')}</table:table-row>`,
    )
    return `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="hidden"' : ''}>${body.join('')}</table:table>`
  }
  const content = `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document-content>`
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
    'styles.xml': `${XML}<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  })
}

const odsValue = (value: MadeCell): string | undefined => {
  if (value === null || value === '') return undefined
  if (typeof value === 'number')
    return ` office:value-type="float" office:value="${value}"><text:p>${value}</text:p>`
  if (typeof value === 'string')
    return ` office:value-type="string">${value
      .split('\n')
      .map((line) => `<text:p>${escaped(line)}</text:p>`)
      .join('')}`
  if ('error' in value)
    return ` office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>${value.error}</text:p>`
  if ('number' in value) {
    const shown = String(value.number).padStart(/^0+$/.test(value.format) ? value.format.length : 0, '0')
    return ` office:value-type="float" office:value="${value.number}"><text:p>${shown}</text:p>`
  }
  return ` office:value-type="date" office:date-value="${value.day}"><text:p>${value.day.replaceAll('-', '/')}</text:p>`
}

const spanOf = (ref: string): [string, { columns: number; rows: number }] => {
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? []
  const column = (text: string) => [...text].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
  const columns = column(toColumn) - column(fromColumn) + 1
  return [`${fromColumn}${fromRow}`, { columns, rows: Number(toRow) - Number(fromRow) + 1 }]
}

type CsvOptions = { delimiter?: string; encoding?: string; bom?: boolean; newline?: string }

/** Writes a .csv or .tsv in an encoding, quoted where it must be. */
export const csvOf = (
  rows: readonly (readonly string[])[],
  { delimiter = ',', encoding = 'utf8', bom = false, newline = '\r\n' }: CsvOptions = {},
): Uint8Array => {
  const quoted = (value: string) =>
    value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  const text = rows.map((row) => row.map(quoted).join(delimiter)).join(newline)
  return new Uint8Array(iconv.encode((bom ? '\ufeff' : '') + text, encoding))
}
