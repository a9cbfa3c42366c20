import { z } from 'zod'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Option } from '../legacy/command.ts'

/** Somebody on the roster of a body that meets. Proposed are those of the asker's own bodies; all to the centre. */
export const rosterMember: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.whichMember,
  suggest: async ({ region, asker }, typed) => {
    const bodies = [...new Set(region.series.map(({ body }) => body))].map((body) => rosterOf(region, body))
    const coordinates = asker.roles.includes('coordinator')
    const known = new Set(bodies.filter((roster) => coordinates || roster.includes(asker.memberId)).flat())
    return region.members
      .filter(({ id, name }) => known.has(id) && name.includes(typed.trim()))
      .map(({ id, name }) => ({ value: id, label: name }))
  },
}
