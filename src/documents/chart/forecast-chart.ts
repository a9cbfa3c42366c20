import { Resvg } from '@resvg/resvg-js'
import type { Forecast } from '../../domain/monitoring/forecast/forecast.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { forecastSvg } from './forecast-svg.ts'

/** The months' work as PNG bytes, 1200 by 675. The letters come with the bot, so it looks the same on any machine. */
export const forecastChart = (
  forecast: Forecast,
  region: string,
  language: 'ja' | 'en',
  text: Catalogue,
): Uint8Array =>
  new Resvg(forecastSvg(forecast, region, language, text), { font: { loadSystemFonts: false } })
    .render()
    .asPng()
