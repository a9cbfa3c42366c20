import { noticeCard } from '../../cards/answer.ts'
import { refuse } from '../answer.ts'
import { nameText, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { shortText } from '../fields.ts'

const alreadyConnected = ({ region, text }: Call): never => {
  const heading = text.commands.tsunagi.connect.already(region.name)
  throw refuse(noticeCard('connecting.already', heading, text.connecting.alreadyNext))
}

/**
 * `/tsunagi connect [code]`: connects a workspace that is in no region, and makes its asker known there. Unlinked users
 * are answered before any command runs (`account/unlinked-user.ts`); a connected workspace is only told so.
 */
export const connectWorkspace = command('tsunagi.connect', {
  permission: 'account.own',
  args: { code: typed(nameText) },
  form: { code: shortText({ maxLength: 40 }) },
  open: alreadyConnected,
  submit: alreadyConnected,
})
