import { ROLES } from '../../domain/member/roles.ts'
import { coordinatorsOf } from '../../domain/region/roster.ts'
import { withMembers } from '../../domain/setup/edit-region.ts'
import { knownBy, readMemberLines } from '../../domain/setup/read-lines.ts'
import { catalogues } from '../../text/catalogue.ts'
import { fieldFaults } from '../answer.ts'
import { command } from '../command.ts'
import { lines, ofColleague } from '../fields.ts'
import { lineFaults, saveStep } from './save-step.ts'

/** A step of the first run: members, a line each, as they come out of a table. */
export const addMembers = command('tsunagi.members', {
  hidden: true,
  permission: 'region.change',
  form: { lines: ofColleague(lines({ maxLength: 3000 })) },
  open: ({ words }) => ({ intro: words.intro }),
  submit: ({ values, words, ...call }) =>
    saveStep(call, (region) => {
      const read = readMemberLines(values.lines, region, ROLE_WORDS)
      const known = ROLES.map((role) => call.text.answers.roles[role])
      if (!read.ok) throw lineFaults(read.faults, known, call.text)
      const after = withMembers(region, read.rows)
      if (coordinatorsOf(after).length === 0) throw fieldFaults({ lines: words.nobodyLeads })
      return after
    }),
})

/** In either language, in full or short, or as the region file writes them. */
const ROLE_WORDS = knownBy(
  ROLES.flatMap((role) => [
    [role, role] as const,
    ...[catalogues.ja, catalogues.en].flatMap((text) => [
      [text.answers.roles[role], role] as const,
      ...text.setup.members.roles[role].map((word) => [word, role] as const),
    ]),
  ]),
)
