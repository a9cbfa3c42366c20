import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Card } from '../bot/card.ts'
import type { CommandView, Dispatch, Interaction, Reply } from '../bot/port.ts'
import { bugCard, refusalCard } from '../cards/answer.ts'
import { textIn } from '../cards/region-text.ts'
import { standsInFor } from '../domain/absence/stand-in.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import { may, type Role } from '../domain/member/permission.ts'
import { nameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Tokenise } from '../domain/privacy/names/token.ts'
import { memberByAccount } from '../domain/region/accounts.ts'
import { languageIn } from '../domain/region/language.ts'
import type { Watch } from '../observability/watch.ts'
import { leavesOn } from '../store/absence/absences.ts'
import type { Database, Scope } from '../store/engine/database.ts'
import { postgresCode, REFERENCE_BROKEN } from '../store/engine/postgres-error.ts'
import { type AuditEntry, writeAudit } from '../store/keeping/audit.ts'
import { claimEvent } from '../store/outbox/received-events.ts'
import { loadRegion, regionOfWorkspace } from '../store/region/regions.ts'
import { catalogues } from '../text/catalogue.ts'
import { answerStranger } from './account/unlinked-user.ts'
import { answer } from './answer.ts'
import type { BaseCall } from './command.ts'
import type { Registry } from './registry.ts'
import { watchedDispatch } from './traced-dispatch.ts'
import { answerUnwritable } from './writable.ts'

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
  /** Has the sweep look at once for what a command made due. May fail: the next tick finds it too. */
  wake: () => Promise<void>
}

/** A reply that undoes its transaction: nothing of a refused command stays. */
class Undone extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('undone')
    this.reply = reply
  }
}

/** The one door: finds the region and the person, runs the command in one transaction, audits, wakes the sweep. */
export const dispatcher = (options: DispatchOptions): Dispatch => {
  const { log } = options
  return watchedDispatch(options, async (interaction, how) => {
    const unwritable = answerUnwritable(interaction)
    if (unwritable) {
      how('refused')
      return unwritable
    }
    try {
      const reply = await answerOf(options, interaction)
      if (interaction.kind !== 'suggest' && interaction.kind !== 'keep') await wakeQuietly(options)
      return reply
    } catch (error) {
      how('refused')
      if (error instanceof Undone) {
        if (error.reply.kind === 'correct') await keepRefused(options, interaction)
        return error.reply
      }
      if (postgresCode(error) === REFERENCE_BROKEN) {
        log.warn({ error, kind: interaction.kind }, 'an interaction names what is not there')
        await keepRefused(options, interaction)
        const { gone } = catalogues[interaction.language ?? 'ja'].answers
        return toAsker(refusalCard('answer.gone', gone.heading, gone.text))
      }
      how('failed')
      const reference = randomUUID().slice(0, 8)
      log.error({ error, reference, kind: interaction.kind }, 'an interaction failed')
      return toAsker(bugCard(reference, catalogues[interaction.language ?? 'ja']))
    }
  })
}

const answerOf = async (options: DispatchOptions, interaction: Interaction): Promise<Reply> => {
  const { database } = options
  const { platform, workspace } = interaction.account
  const regionId = await database.atGate((gate) => regionOfWorkspace(gate, platform, workspace))
  const reply =
    regionId && (await database.inRegion(regionId, (scope) => inRegion(options, interaction, scope)))
  if (reply) return reply
  return answerStranger(options, interaction, regionId, (next) => answerOf(options, next))
}

/** The refusal undid everything; what was typed is kept beside it. */
const keepRefused = async (options: DispatchOptions, interaction: Interaction): Promise<void> => {
  if (interaction.kind !== 'submit') return
  const { platform, workspace } = interaction.account
  const { database } = options
  const regionId = await database.atGate((gate) => regionOfWorkspace(gate, platform, workspace))
  if (!regionId) return
  await database.inRegion(regionId, (scope) => inRegion(options, { ...interaction, kind: 'keep' }, scope))
}

const toAsker = (card: Card): Reply => ({ kind: 'card', card, to: 'asker' })

/** Redis may be away: what is due stays in the store, and the next tick finds it. */
const wakeQuietly = async ({ wake, log }: DispatchOptions): Promise<void> => {
  try {
    await wake()
  } catch (error) {
    log.warn({ error }, 'the sweep could not be woken; the next tick finds what is due')
  }
}

/** Undefined for somebody whom the region does not know. */
const inRegion = async (
  options: DispatchOptions,
  interaction: Interaction,
  scope: Scope,
): Promise<Reply | undefined> => {
  const region = await loadRegion(scope)
  const member = memberByAccount(region, interaction.account)
  if (!member) return undefined
  const language = member.language ?? interaction.language ?? languageIn(region, interaction.account)
  const text = textIn(region, language)
  const now = options.clock.now()
  if (!changesNothing(interaction) && !(await claimEvent(scope, interaction.event, now)))
    return { kind: 'nothing' }

  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const notes: Pick<AuditEntry, 'access' | 'subjectKind' | 'subjectId'>[] = []
  const call: BaseCall = {
    asker: {
      memberId: member.id,
      name: member.name,
      roles: member.roles,
      ...(member.office === undefined ? {} : { officeId: member.office }),
      ...(member.municipality === undefined ? {} : { municipalityId: member.municipality }),
      standsInFor: standsInFor(member.id, await leavesOn(scope, today), today),
    },
    region,
    scope,
    account: interaction.account,
    ...(interaction.channel === undefined ? {} : { channel: interaction.channel }),
    now,
    today,
    language,
    text,
    names: nameGuard(
      options.tokenise,
      region.members.map(({ name }) => name),
    ),
    publicUrl: options.publicUrl,
    practiceUrl: interaction.account.platform === 'practice' ? undefined : options.practiceUrl,
    usable: usableBy(options.registry, member.roles),
    note: (access, subjectKind, subjectId) => notes.push({ access, subjectKind, subjectId }),
  }
  const { reply, action, undo } = await answer(options.registry, interaction, call)
  if (undo) throw new Undone(reply)
  await writeAudit(
    scope,
    notes.map((note) => ({ ...note, action, memberId: member.id, at: now })),
  )
  return reply
}

const usableBy = ({ commands, views }: Registry, roles: readonly Role[]): CommandView[] =>
  views.filter(({ id }) => {
    const declared = commands.find((one) => one.id === id)
    return declared !== undefined && may({ roles }, declared.permission)
  })

/** Nothing that coming twice would do twice. */
const changesNothing = ({ kind }: Interaction): boolean =>
  kind === 'home' || kind === 'suggest' || kind === 'keep'
