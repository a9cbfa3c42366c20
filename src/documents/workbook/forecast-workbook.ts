import writeXlsx from 'write-excel-file/node'
import type { Forecast } from '../../domain/forecast/forecast.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { monthSheet, municipalitySheet, officeSheet } from './forecast-sheets.ts'

/** The forecast as .xlsx bytes: by month, by office, by municipality with its self-plans. */
export const forecastWorkbook = async (
  forecast: Forecast,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets } = text.forecast.workbook
  const made = [
    { sheet: sheets.months, ...monthSheet(forecast, language, text) },
    { sheet: sheets.offices, ...officeSheet(forecast, language, text) },
    { sheet: sheets.municipalities, ...municipalitySheet(forecast, language, text) },
  ]
  const file = await writeXlsx(
    made.map(({ sheet, rows, widths, stickyColumns }) => ({
      sheet,
      data: rows,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: stickyColumns,
      orientation: 'landscape' as const,
    })),
    { fontFamily: text.forecast.workbook.font, fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(file)
}
