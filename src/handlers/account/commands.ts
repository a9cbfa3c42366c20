import type { Command } from '../command.ts'
import { declineRequest } from './decline.ts'
import { inviteMember } from './invite.ts'
import { linkAccount } from './link.ts'
import { matchAccount } from './match-account.ts'
import { chooseNotified } from './notify.ts'
import { confirmPledge } from './pledge.ts'
import { unlinkAccount } from './unlink.ts'

export const ownAccountCommands: readonly Command[] = [linkAccount, chooseNotified, confirmPledge]

export const memberAccountCommands: readonly Command[] = [
  inviteMember,
  matchAccount,
  declineRequest,
  unlinkAccount,
]
