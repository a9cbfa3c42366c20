import { writeFile } from 'node:fs/promises'
import { forecastFacts } from '../../actions/monitoring/forecast-facts.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import { forecastChart } from '../../documents/chart/forecast-chart.ts'
import { forecastWorkbook } from '../../documents/workbook/forecast-workbook.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import { forecast } from '../../domain/monitoring/forecast/forecast.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { chooseRegion } from '../region/choose.ts'
import { withDatabase } from '../with-database.ts'

export type ForecastOptions = { region?: string; xlsx?: string; png?: string }

const text = catalogues.ja

/** Prints a region's forecast of twelve months, and writes it to files on request (`tsunagi monitoring forecast`). */
export const forecastOfRegion = (options: ForecastOptions, config: Config): Promise<Spoken> =>
  withDatabase(
    config,
    async (database): Promise<Spoken> => {
      const chosen = await chooseRegion(database, options.region)
      if (!chosen.ok) return refused(chosen.line)
      const { region, facts } = await database.inRegion(chosen.id, async (scope) => {
        const region = await loadRegion(scope)
        const today = systemClock.now().toZonedDateTimeISO(region.timeZone).toPlainDate()
        return {
          region,
          facts: await forecastFacts(scope, region, { reach: 'region' }, today.toPlainYearMonth()),
        }
      })
      const made = forecast(facts)
      const { xlsx, png } = options
      if (xlsx !== undefined) await writeFile(xlsx, await forecastWorkbook(made, 'ja', text))
      if (png !== undefined) await writeFile(png, forecastChart(made, region.name, 'ja', text))
      const lines = made.total.map((load, index) => {
        const month = made.months[index]
        const words = text.forecast
        const counts = `${words.monitoring} ${load.monitoring}　${words.plansNeeded} ${load.plansNeeded}`
        return `${month ? writeMonth(month, 'ja') : ''}　${counts}`
      })
      const wrote = [xlsx, png].flatMap((path) => (path === undefined ? [] : [text.forecast.wrote(path)]))
      return { ok: true, lines: [...lines, ...wrote], data: { ...made, months: made.months.map(String) } }
    },
    'either',
  )
