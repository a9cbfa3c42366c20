import { requestAccount } from '../../actions/account/request-account.ts'
import type { Interaction, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import { notConnectedCard, noticeCard, unknownMemberCard } from '../../cards/answer.ts'
import { textIn } from '../../cards/region-text.ts'
import { linkedCard } from '../../cards/workspace.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { languageIn } from '../../domain/region/language.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { isExternal } from '../../domain/workspace/platforms.ts'
import type { Database } from '../../store/engine/database.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { type Catalogue, catalogues } from '../../text/catalogue.ts'
import { formView } from '../form.ts'
import type { Meaning } from '../meaning.ts'
import { recordStranger } from '../trail.ts'
import { connectWorkspace } from '../workspace/connect.ts'
import { redeemCode } from './redeem-code.ts'

type Options = { database: Database; clock: Clock }
type Proceed = (interaction: Interaction) => Promise<Reply>

/** What an unlinked user asks for: to enter a code, or something that they cannot have. */
type Wanted = { kind: 'code'; typed: string; inForm: boolean } | { kind: 'form' } | { kind: 'other' }

/**
 * Answers an unlinked user: one in a workspace of no region, or whom its region does not know. All they can do is enter
 * a code; in a connected workspace the coordinators are asked who they are. Once linked, they `proceed` to the first
 * run as the member they are now.
 */
export const answerUnlinkedUser = async (
  options: Options,
  interaction: Interaction,
  meaning: Meaning,
  regionId: string | undefined,
  proceed: Proceed,
): Promise<Reply> => {
  const region = regionId === undefined ? undefined : await options.database.inRegion(regionId, loadRegion)
  const usual = region && languageIn(region, interaction.account)
  const language = interaction.language ?? usual ?? 'ja'
  const text = region ? textIn(region, language) : catalogues[language]
  const wanted = wantedOf(interaction, meaning)
  switch (wanted.kind) {
    case 'code':
      return withCode(options, interaction, wanted, regionId, text, proceed)
    case 'form':
      return { kind: 'form', form: codeForm(text) }
    case 'other':
      return region ? unknown(options, interaction, meaning, region, text) : unconnected(interaction, text)
    default:
      return wanted satisfies never
  }
}

const CODE_COMMANDS = new Set(['tsunagi.connect', 'tsunagi.link'])

const wantedOf = (interaction: Interaction, meaning: Meaning): Wanted => {
  const press = pressed(interaction, meaning)
  if (!press || !CODE_COMMANDS.has(press.command)) return { kind: 'other' }
  const inForm = interaction.kind === 'submit'
  const typed = interaction.kind === 'submit' ? [interaction.values.code ?? ''].flat()[0] : press.options.code
  if (typed !== undefined && (typed !== '' || inForm)) return { kind: 'code', typed, inForm }
  return press.command === 'tsunagi.connect' ? { kind: 'form' } : { kind: 'other' }
}

const pressed = ({ kind }: Interaction, { press, misread }: Meaning): Press | undefined => {
  // A code that was typed with spaces in it.
  if (misread?.reason === 'too-many-words')
    return { command: misread.command.id, options: { code: misread.words.join('') } }
  return kind === 'words' || kind === 'run' || kind === 'submit' ? press : undefined
}

const codeForm = (text: Catalogue, typed?: string) =>
  formView(connectWorkspace, { initial: { code: typed } }, {}, text, undefined)

const withCode = async (
  { database, clock }: Options,
  interaction: Interaction,
  { typed, inForm }: Extract<Wanted, { kind: 'code' }>,
  regionId: string | undefined,
  text: Catalogue,
  proceed: Proceed,
): Promise<Reply> => {
  const { account, event, channel, language } = interaction
  const redeemed = await redeemCode(database, { account, event, typed, now: clock.now() })
  if (!redeemed.ok) {
    if (regionId !== undefined)
      await database.inRegion(regionId, (scope) =>
        recordStranger(scope, account, 'tsunagi.link', clock.now()),
      )
    const words = text.connecting.refused[redeemed.reason]
    if (!inForm) return toAsker(noticeCard('connecting.refused', words.heading, words.next))
    const faults = { fields: { code: `${words.heading}。${words.next}` } }
    return { kind: 'correct', form: codeForm(text, typed), faults }
  }
  const { region, memberId, connected } = redeemed
  const opening = linkedCard({ member: memberName(region, memberId), region: region.name, connected }, text)
  if (!connected) return toAsker(opening)
  const first = await proceed({
    event: `${event} first`,
    account,
    channel,
    language,
    kind: 'run',
    press: { command: 'tsunagi.setup', options: {} },
  })
  if (first.kind !== 'card') return toAsker(opening)
  return { ...first, card: { ...first.card, parts: [...opening.parts, ...first.card.parts] } }
}

const unconnected = ({ account, kind }: Interaction, text: Catalogue): Reply =>
  quiet(kind) ?? toAsker(notConnectedCard(account.platform, account.workspace, text))

const unknown = async (
  { database, clock }: Options,
  interaction: Interaction,
  meaning: Meaning,
  region: Region,
  text: Catalogue,
): Promise<Reply> => {
  const { account, kind, name } = interaction
  const unsaid = quiet(kind)
  if (unsaid) return unsaid
  const now = clock.now()
  await database.inRegion(region.id, async (scope) => {
    if (kind !== 'home' && isExternal(account.platform)) await requestAccount(scope, account, name, now)
    await recordStranger(scope, account, meaning.command?.id ?? 'unknown', now)
  })
  return toAsker(unknownMemberCard(region.name, text))
}

/** Proposes nothing to an unlinked user, and stores no draft of theirs. */
const quiet = (kind: Interaction['kind']): Reply | undefined => {
  if (kind === 'suggest') return { kind: 'suggestions', choices: [] }
  return kind === 'keep' ? { kind: 'nothing' } : undefined
}

const toAsker = (card: Extract<Reply, { kind: 'card' }>['card']): Reply => ({
  kind: 'card',
  card,
  to: 'asker',
})
