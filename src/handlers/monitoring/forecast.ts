import { forecastFacts } from '../../actions/monitoring/forecast-facts.ts'
import { forecastCard } from '../../cards/monitoring/forecast.ts'
import { forecastChart } from '../../documents/chart/forecast-chart.ts'
import { forecastWorkbook } from '../../documents/workbook/forecast-workbook.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { forecast } from '../../domain/monitoring/forecast/forecast.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { WORKBOOK } from '../meeting/paper-files.ts'

/** `/monitoring forecast`: the next twelve months, of the region for the centre, of their own for a municipality. */
export const forecastMonths = command('monitoring.forecast', {
  permission: 'forecast.read',
  run: async ({ scope, region, asker, today, language, text }) => {
    const month = today.toPlainYearMonth()
    const facts = await forecastFacts(scope, region, caseReach(asker), month)
    const made = forecast(facts)
    const card = forecastCard(made, region.name, language, text)
    if (facts.counts.length === 0) return say(card)
    return say(card, [
      {
        name: `forecast-${month}.png`,
        mediaType: 'image/png',
        bytes: forecastChart(made, region.name, language, text),
        alt: text.forecast.chart.alt(region.name),
      },
      {
        name: `forecast-${month}.xlsx`,
        mediaType: WORKBOOK,
        bytes: await forecastWorkbook(made, language, text),
        alt: text.forecast.workbook.title(region.name),
      },
    ])
  },
})
