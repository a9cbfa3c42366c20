import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Account, CommandView, Dispatch, Interaction, Reply } from '../port.ts'
import type { People } from './people.ts'
import type { Origin } from './render-form.ts'
import { type Asking, publishHome } from './show-reply.ts'

export type Receiving = {
  people: People
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  /** Timeout after which a submitted form says that it is being saved. Slack waits 3 s. */
  patienceMs: number
  /** Does work after its acknowledgement; a failure goes to the log, and `stop` waits for it. */
  background: (work: () => Promise<void>) => void
  /** The app is no longer in a workspace. */
  left: (workspace: string, leftAt: Temporal.Instant) => Promise<void>
}

/** Acknowledges, and only logs a failure: a broken connection must not lose what the person did. */
export const acknowledge = async (
  ack: () => Promise<void>,
  { log }: Pick<Receiving, 'log'>,
): Promise<void> => {
  try {
    await ack()
  } catch (error) {
    log.warn({ error }, 'slack: not acknowledged')
  }
}

/** The product's answer, in the language of the person's Slack where it is one of ours. */
export const answerTo = async (
  interaction: Interaction,
  client: WebClient,
  { people, dispatch }: Receiving,
): Promise<Reply> => {
  const { workspace, user } = interaction.account
  const language = await people.language(client, workspace, user)
  return dispatch({ ...interaction, language })
}

export const accountOf = (workspace: string, user: string): Account => ({
  platform: 'slack',
  workspace,
  user,
})

export const common = (
  client: WebClient,
  { log }: Pick<Receiving, 'log'>,
  user: string,
  origin: Origin,
): Asking => ({ client, log, user, origin })

/** The workspace; on an organisation's own install Slack names it beside the person. */
export const teamOf = ({ team, user }: { team: { id: string } | null; user: { team_id?: string } }): string =>
  team?.id ?? user.team_id ?? ''

/** What was done from their page is no longer on it. Somebody who did two things at once sees both done. */
export const renewHome = async (
  account: Account,
  event: string,
  { client, user }: Asking,
  receiving: Receiving,
  seen?: string,
): Promise<void> => {
  const reply = await answerTo({ kind: 'home', event: `${event}:home`, account }, client, receiving)
  if (reply.kind !== 'home') return
  const published = await publishHome(reply.card, { client, user }, seen)
  if (!published) await renewHome(account, event, common(client, receiving, user, {}), receiving)
}
