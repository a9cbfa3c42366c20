import { inviteAddress } from '../../bot/discord/invite.ts'
import type { Spoken } from '../command-line.ts'
import { withApplication } from './application.ts'

/** Prints the URL that invites the bot to a server with the permissions it needs (`tsunagi discord invite`). */
export const inviteToDiscord = (discord: Parameters<typeof withApplication>[0]): Promise<Spoken> =>
  withApplication(discord, async (_calls, application) => {
    const address = inviteAddress(application)
    return { ok: true, lines: [address], data: { address } }
  })
