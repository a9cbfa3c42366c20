import { mayLinkBodies } from '../../domain/calendar/permission.ts'
import { nameText } from '../arguments.ts'
import type { Option } from '../legacy/command.ts'

export const bodyOption: Option<string> = {
  schema: nameText,
  required: false,
  words: (t) => t.commands.options.body,
  suggest: async ({ region, asker }, typed) =>
    mayLinkBodies(asker)
      ? region.bodies
          .filter(({ name }) => name.includes(typed.trim()))
          .map(({ id, name }) => ({ value: id, label: name }))
      : [],
}
