import { ROLES } from '../../domain/member/roles.ts'
import { withMembers } from '../../domain/setup/edit-region.ts'
import { knownBy, readMemberLines } from '../../domain/setup/read-lines.ts'
import { catalogues } from '../../text/catalogue.ts'
import { command } from '../legacy/command.ts'
import { lines } from '../legacy/field.ts'
import { lineFaults } from './line-faults.ts'
import { saveStep } from './setup-view.ts'

/** A step of the first run: members, a line each, as they come out of a table. */
export const addMembers = command({
  id: 'tsunagi.members',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.members.verb,
    description: (t) => t.commands.tsunagi.members.description,
  },
  hidden: true,
  permission: 'region.change',
  options: {},
  form: {
    title: (t) => t.setup.members.title,
    submit: (t) => t.setup.members.submit,
    fields: {
      lines: {
        ...lines<string>({ words: (t) => t.setup.members.lines, maxLength: 3000 }),
        namesColleague: true,
      },
    },
  },
  run: async ({ text }) => ({ kind: 'ask', open: { intro: text.setup.members.intro } }),
  submit: async (call) => {
    const { values, text } = call
    return saveStep(call, (region) => {
      const read = readMemberLines(values.lines, region, ROLE_WORDS)
      if (read.ok) {
        const after = withMembers(region, read.rows)
        const led = after.members.some(({ roles }) => roles.includes('coordinator'))
        return led ? after : { fields: { lines: text.setup.members.nobodyLeads } }
      }
      const known = ROLES.map((role) => text.answers.roles[role])
      return { fields: { lines: lineFaults(read.faults, known, text) } }
    })
  },
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
