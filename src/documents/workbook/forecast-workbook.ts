import type { Forecast } from '../../domain/monitoring/forecast/forecast.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { monthSheet, municipalitySheet, officeSheet } from './forecast-sheets.ts'
import { writeWorkbook } from './write-workbook.ts'

/** The forecast as .xlsx bytes: by month, by office, by municipality with its self-plans. */
export const forecastWorkbook = (
  forecast: Forecast,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets } = text.forecast.workbook
  return writeWorkbook(
    [
      { sheet: sheets.months, ...monthSheet(forecast, language, text) },
      { sheet: sheets.offices, ...officeSheet(forecast, language, text) },
      { sheet: sheets.municipalities, ...municipalitySheet(forecast, language, text) },
    ],
    text.forecast.workbook.font,
  )
}
