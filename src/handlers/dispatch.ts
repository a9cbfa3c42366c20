import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Card } from '../bot/card.ts'
import type { CommandView, Dispatch, Interaction, Reply } from '../bot/port.ts'
import { bugCard, noticeCard } from '../cards/answer.ts'
import { textIn } from '../cards/region-text.ts'
import { standsInFor } from '../domain/absence/stand-in.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import { may } from '../domain/member/permission.ts'
import type { Role } from '../domain/member/roles.ts'
import { nameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Tokenise } from '../domain/privacy/names/token.ts'
import { memberByAccount } from '../domain/region/accounts.ts'
import { languageIn } from '../domain/region/language.ts'
import { namesOfNobody } from '../domain/region/names.ts'
import { askerOf, stoodInFor } from '../domain/region/roster.ts'
import { isThereOn } from '../domain/region/term.ts'
import { isExternal } from '../domain/workspace/platforms.ts'
import { inSpan } from '../observability/span.ts'
import { stopwatch } from '../observability/stopwatch.ts'
import type { Answered, Watch } from '../observability/watch.ts'
import { absencesOn } from '../store/absence/absences.ts'
import type { Database, Scope } from '../store/engine/database.ts'
import { postgresCode, REFERENCE_BROKEN } from '../store/engine/postgres-error.ts'
import { claimEvent } from '../store/outbox/received-events.ts'
import { loadRegion, regionOfWorkspace } from '../store/region/regions.ts'
import { catalogues } from '../text/catalogue.ts'
import { answerUnlinkedUser } from './account/unlinked-user.ts'
import type { Call } from './call.ts'
import { answerUnwritable, type Meaning, meaningOf } from './meaning.ts'
import type { Registry } from './registry.ts'
import { answer, Undone } from './run-command.ts'
import { beginTrail, leaving, recordAnswer, recordRefusal, type Trail } from './trail.ts'

export type DispatchOptions = {
  database: Database
  registry: Registry
  clock: Clock
  log: Logger
  watch: Watch
  /** The dictionary by which names are found in what people write. */
  tokenise: Tokenise
  publicUrl: string
  /** The practice workspace, where one is served. */
  practiceUrl?: string | undefined
  /** Wakes the sweep for what a command made due. May fail: the next tick finds it too. */
  wake: () => Promise<void>
}

/**
 * Handles every interaction: finds the region and the person, runs the command in one transaction, audits, wakes the
 * sweep.
 */
export const dispatcher =
  (options: DispatchOptions): Dispatch =>
  (interaction) => {
    const meaning = meaningOf(options.registry, interaction)
    return watched(options, interaction, meaning, async (how) => {
      const unwritable = answerUnwritable(interaction)
      if (unwritable) {
        how('refused')
        return unwritable
      }
      let due = false
      const left: Left = {}
      const observed = { ...options, database: tellingOfDue(options.database, () => (due = true)) }
      try {
        return await answerOf(observed, interaction, meaning, left)
      } catch (error) {
        return await answerError(observed, interaction, meaning, left, error, how)
      } finally {
        if (due) wakeLater(options)
      }
    })
  }

/** The trail of the last attempt, for what a rollback takes away. */
type Left = { trail?: Trail }

/** Calls `tell` for each transaction that wrote to the outbox. */
const tellingOfDue = (database: Database, tell: () => void): Database => ({
  ...database,
  inRegion: (regionId, work) =>
    database.inRegion(regionId, async (scope) => {
      const value = await work(scope)
      if (scope.outbox.isWritten) tell()
      return value
    }),
})

const answerOf = async (
  options: DispatchOptions,
  interaction: Interaction,
  meaning: Meaning,
  left: Left,
): Promise<Reply> => {
  const { database, registry } = options
  const { platform, workspace } = interaction.account
  const regionId = await database.atGate((gate) => regionOfWorkspace(gate, platform, workspace))
  const reply =
    regionId &&
    (await database.inRegion(regionId, (scope) => inRegion(options, interaction, meaning, scope, left)))
  if (reply) return reply
  return answerUnlinkedUser(options, interaction, meaning, regionId, (next) =>
    answerOf(options, next, meaningOf(registry, next), left),
  )
}

const answerError = async (
  options: DispatchOptions,
  interaction: Interaction,
  meaning: Meaning,
  left: Left,
  error: unknown,
  how: (answered: Answered) => void,
): Promise<Reply> => {
  const refusal = refusalOf(options, interaction, error)
  if (!refusal) return answerBug(options, interaction, error, how)
  try {
    await settleRefusal(options, interaction, meaning, left, refusal)
    how('refused')
    return refusal.reply
  } catch (unsettled) {
    return answerBug(options, interaction, unsettled, how)
  }
}

type Refusal = Pick<Undone, 'reply' | 'isOnRecord' | 'isShowing'> & { keepsDraft: boolean }

const refusalOf = (
  { log }: DispatchOptions,
  { kind, language }: Interaction,
  error: unknown,
): Refusal | undefined => {
  if (error instanceof Undone) {
    const { reply, isOnRecord, isShowing } = error
    return { reply, isOnRecord, isShowing, keepsDraft: reply.kind === 'correct' }
  }
  if (postgresCode(error) !== REFERENCE_BROKEN) return undefined
  const { gone } = catalogues[language ?? 'ja'].answers
  log.warn({ error, kind }, 'an interaction names what is not there')
  const reply = toAsker(noticeCard('answer.gone', gone.heading, gone.text))
  return { reply, isOnRecord: true, isShowing: false, keepsDraft: true }
}

const answerBug = (
  { log }: DispatchOptions,
  { kind, language }: Interaction,
  error: unknown,
  how: (answered: Answered) => void,
): Reply => {
  how('failed')
  const reference = randomUUID().slice(0, 8)
  log.error({ error, reference, kind }, 'an interaction failed')
  return toAsker(bugCard(reference, catalogues[language ?? 'ja']))
}

/**
 * Records a refusal and saves the draft of the refused form, in a transaction of its own: the refusal rolled back the
 * command's. The reply waits for it: nothing is refused without a row.
 */
const settleRefusal = async (
  options: DispatchOptions,
  interaction: Interaction,
  meaning: Meaning,
  { trail }: Left,
  refusal: Refusal,
): Promise<void> => {
  if (!trail) return
  await options.database.inRegion(trail.by.regionId, async (scope) => {
    const keeps = refusal.keepsDraft && interaction.kind === 'submit'
    if (keeps) await inRegion(options, { ...interaction, kind: 'keep' }, meaning, scope, {})
    await recordRefusal(scope, trail, interaction, refusal, !keeps)
  })
}

const toAsker = (card: Card): Reply => ({ kind: 'card', card, to: 'asker' })

/**
 * Wakes the sweep without blocking the reply. Redis may be down: what is due is in the store, and the next tick finds
 * it.
 */
const wakeLater = ({ wake, log }: DispatchOptions): void => {
  wake().catch((error: unknown) =>
    log.warn({ error }, 'the sweep could not be woken; the next tick finds what is due'),
  )
}

/** Undefined for somebody whom the region does not know. */
const inRegion = async (
  options: DispatchOptions,
  interaction: Interaction,
  meaning: Meaning,
  scope: Scope,
  left: Left,
): Promise<Reply | undefined> => {
  const region = await loadRegion(scope)
  const now = options.clock.now()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const member = memberByAccount(region, interaction.account)
  if (!member || !isThereOn(member, today)) return undefined
  const language = member.language ?? interaction.language ?? languageIn(region, interaction.account)
  const text = textIn(region, language)
  if (!changesNothing(interaction) && !(await claimEvent(scope, interaction.event, now)))
    return { kind: 'nothing' }

  const action = meaning.command?.id ?? 'unknown'
  const trail = beginTrail(
    { regionId: region.id, memberId: member.id, listId: member.office ?? region.id, action, at: now },
    scope,
  )
  left.trail = trail
  const call: Call = {
    asker: {
      ...askerOf(member, today),
      standsInFor: stoodInFor(region, standsInFor(member.id, await absencesOn(scope, today), today)),
    },
    region,
    scope,
    account: interaction.account,
    channel: interaction.channel,
    now,
    today,
    language,
    text,
    names: nameGuard(
      options.tokenise,
      region.members.map(({ name }) => name),
      namesOfNobody(region),
    ),
    publicUrl: options.publicUrl,
    practiceUrl: isExternal(interaction.account.platform) ? options.practiceUrl : undefined,
    usable: usableBy(options.registry, member.roles),
    ...leaving(trail),
  }
  const reply = await answer(options.registry, interaction, meaning, call)
  if (interaction.kind !== 'keep') await recordAnswer(scope, trail, reply, changesNothing(interaction))
  return reply
}

const usableBy = ({ find, views }: Registry, roles: readonly Role[]): CommandView[] =>
  views.filter(({ id }) => {
    const declared = find(id)
    return declared !== undefined && may({ roles }, declared.permission)
  })

/** Idempotent interactions: their events need no deduplication. */
const changesNothing = ({ kind }: Interaction): boolean =>
  kind === 'home' || kind === 'suggest' || kind === 'keep'

/** Wraps each interaction in a span and measures its time. `how` reports an outcome other than `answered`. */
const watched = (
  { watch }: DispatchOptions,
  { kind, event, account }: Interaction,
  meaning: Meaning,
  dispatch: (how: (answered: Answered) => void) => Promise<Reply>,
): Promise<Reply> => {
  const command = meaning.command?.id ?? 'unknown'
  const facts = { 'tsunagi.platform': account.platform, 'tsunagi.kind': kind, 'tsunagi.event': event }
  return inSpan(`command ${command}`, facts, async (learned) => {
    const elapsed = stopwatch()
    let answered: Answered = 'answered'
    const reply = await dispatch((how) => {
      answered = how
    })
    learned({ 'tsunagi.answered': answered })
    // Leaves out what each keystroke sends: its short times would hide those that people wait for.
    if (kind !== 'suggest' && kind !== 'keep') watch.answered(command, answered, elapsed())
    return reply
  })
}
