import { inviteAddress } from '../../bot/discord/invite.ts'
import type { Spoken } from '../command-line.ts'
import { withApplication } from './application.ts'

/** `tsunagi discord invite`: the address by which the bot is let into a server, with the permissions it needs. */
export const inviteToDiscord = (discord: Parameters<typeof withApplication>[0]): Promise<Spoken> =>
  withApplication(discord, async (_calls, application) => {
    const address = inviteAddress(application)
    return { ok: true, lines: [address], data: { address } }
  })
