import { OFFICE_KINDS } from '../../domain/region/seat.ts'
import { withOffices } from '../../domain/setup/edit-region.ts'
import { knownBy, readOfficeLines } from '../../domain/setup/read-lines.ts'
import { catalogues } from '../../text/catalogue.ts'
import { command } from '../legacy/command.ts'
import { lines } from '../legacy/field.ts'
import { lineFaults } from './line-faults.ts'
import { saveStep } from './setup-view.ts'

/** A step of the first run: offices, a line each, as they come out of a table. */
export const addOffices = command({
  id: 'tsunagi.offices',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.offices.verb,
    description: (t) => t.commands.tsunagi.offices.description,
  },
  hidden: true,
  permission: 'region.change',
  options: {},
  form: {
    title: (t) => t.setup.offices.title,
    submit: (t) => t.setup.offices.submit,
    fields: {
      lines: {
        ...lines<string>({ words: (t) => t.setup.offices.lines, maxLength: 3000 }),
        namesColleague: true,
      },
    },
  },
  run: async ({ text }) => ({ kind: 'ask', open: { intro: text.setup.offices.intro } }),
  submit: async (call) => {
    const { values, text } = call
    return saveStep(call, (region) => {
      const read = readOfficeLines(values.lines, region, KINDS)
      if (read.ok) return withOffices(region, read.rows)
      const known = OFFICE_KINDS.map((kind) => text.setup.offices.kinds[kind])
      return { fields: { lines: lineFaults(read.faults, known, text) } }
    })
  },
})

/** In either language, or as the region file writes them. */
const KINDS = knownBy(
  OFFICE_KINDS.flatMap((kind) => [
    [kind, kind] as const,
    [catalogues.ja.setup.offices.kinds[kind], kind] as const,
    [catalogues.en.setup.offices.kinds[kind], kind] as const,
  ]),
)
