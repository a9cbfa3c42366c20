import { writeFile } from 'node:fs/promises'
import { systemClock } from '../../clock.ts'
import type { Config } from '../../config.ts'
import { forecastChart } from '../../documents/forecast-chart.ts'
import { forecastWorkbook } from '../../documents/forecast-workbook.ts'
import { writeMonth } from '../../domain/date-text/write-date.ts'
import { forecast } from '../../domain/forecast/forecast.ts'
import { forecastFacts } from '../../store/forecast-facts.ts'
import { loadRegion, regionIds } from '../../store/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'

export type ForecastOptions = { region?: string; xlsx?: string; png?: string }

const text = catalogues.ja
const refused = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

/** `tsunagi monitoring forecast`: the coming twelve months of a region, printed and, where asked, written as files. */
export const forecastOfRegion = (options: ForecastOptions, config: Config): Promise<Spoken> =>
  withDatabase(config, async (database): Promise<Spoken> => {
    const known = await database.atGate(regionIds)
    const { region: id } = options
    const chosen = id === undefined && known.length === 1 ? known[0] : known.find((one) => one === id)
    const words = text.regionFile
    if (chosen === undefined)
      return refused(known.length === 0 ? words.noRegion : words.which(known.join(words.or)))
    const { region, facts } = await database.inRegion(chosen, async (scope) => {
      const region = await loadRegion(scope)
      const today = systemClock.now().toZonedDateTimeISO(region.timeZone).toPlainDate()
      return {
        region,
        facts: await forecastFacts(scope, region, { reach: 'region' }, today.toPlainYearMonth()),
      }
    })
    const made = forecast(facts)
    const { xlsx, png } = options
    if (xlsx !== undefined) await writeFile(xlsx, await forecastWorkbook(made, text))
    if (png !== undefined) await writeFile(png, forecastChart(made, region.name, text))
    const lines = made.total.map((load, index) => {
      const month = made.months[index]
      const { forecasts } = text
      const counts = `${forecasts.monitoring} ${load.monitoring}　${forecasts.plansNeeded} ${load.plansNeeded}`
      return `${month ? writeMonth(month, 'ja') : ''}　${counts}`
    })
    const wrote = [xlsx, png].flatMap((path) => (path === undefined ? [] : [text.forecasts.wrote(path)]))
    return { ok: true, lines: [...lines, ...wrote], data: { ...made, months: made.months.map(String) } }
  })
