import { OFFICE_KINDS } from '../../domain/region/seat.ts'
import { withOffices } from '../../domain/setup/edit-region.ts'
import { knownBy, readOfficeLines } from '../../domain/setup/read-lines.ts'
import { catalogues } from '../../text/catalogue.ts'
import { command } from '../command.ts'
import { lines, ofColleague } from '../fields.ts'
import { lineFaults, saveStep } from './save-step.ts'

/** A step of the first run: offices, a line each, as they come out of a table. */
export const addOffices = command('tsunagi.offices', {
  hidden: true,
  permission: 'region.change',
  form: { lines: ofColleague(lines({ maxLength: 3000 })) },
  open: ({ words }) => ({ intro: words.intro }),
  submit: ({ values, ...call }) =>
    saveStep(call, (region) => {
      const read = readOfficeLines(values.lines, region, KINDS)
      const known = OFFICE_KINDS.map((kind) => call.text.setup.offices.kinds[kind])
      if (!read.ok) throw lineFaults(read.faults, known, call.text)
      return withOffices(region, read.rows)
    }),
})

/** In either language, or as the region file writes them. */
const KINDS = knownBy(
  OFFICE_KINDS.flatMap((kind) => [
    [kind, kind] as const,
    [catalogues.ja.setup.offices.kinds[kind], kind] as const,
    [catalogues.en.setup.offices.kinds[kind], kind] as const,
  ]),
)
