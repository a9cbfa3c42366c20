import { askedFor } from '../../domain/absence/stand-in.ts'
import { toInstant } from '../../domain/calendar/working-calendar.ts'
import type { Morning } from '../../domain/digest/morning.ts'
import { coordinates, hasRole, type Role } from '../../domain/member/roles.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import { askerOf, stoodInFor } from '../../domain/region/roster.ts'
import { isThereOn } from '../../domain/region/term.ts'
import { absencesFrom } from '../../store/absence/absences.ts'
import type { Scope } from '../../store/engine/database.ts'
import { eachOf } from '../../store/engine/read-concurrently.ts'
import type { Told } from '../../store/outbox/deliveries.ts'
import { lastMorning } from '../region/standing-reminders.ts'
import type { DigestReader, Inquiry, Load, SaidPart } from './section.ts'
import { DIGEST_SECTIONS } from './sections.ts'

/** What one person hears, section by section. */
export type Digest = readonly SaidPart[]

/**
 * Composes this morning's digests, of those who have something to hear, in few queries whatever the number of members.
 * `readers`: of these members only, composed anew at the moment of sending.
 */
export const digestsOf = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  readers: ReadonlySet<string> = new Set(region.members.map(({ id }) => id)),
): Promise<Map<string, Digest>> => {
  if (readers.size === 0) return new Map()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const morning: Morning = {
    today,
    since: await lastMorning(scope, region, today),
    calendar: calendarOf(region),
    settings: region.settings,
  }
  const said = await ask(scope, region, now, morning, readers)
  return new Map([...said].filter(([, digest]) => digest.length > 0))
}

/** How long a change stays on a person's page. */
const PAGE_DAYS = 7

/** Composes what waits for one person now, whatever morning it is: the page that they open to work. */
export const waitingFor = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  memberId: string,
): Promise<Digest> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const since = today.subtract({ days: PAGE_DAYS })
  const { settings } = region
  const morning: Morning = { today, since, calendar: calendarOf(region), settings, asked: true }
  const digest = (await ask(scope, region, now, morning, new Set([memberId]))).get(memberId)
  if (!digest) throw new Error(`${memberId} is not in region ${region.id}`)
  return digest
}

/** Sums the reminders of a digest, by kind. */
export const toldBy = (digest: Digest): Partial<Told> => {
  const sum: Partial<Told> = {}
  for (const { told } of digest)
    for (const [kind, count] of Object.entries(told) as [keyof Told, number][])
      sum[kind] = (sum[kind] ?? 0) + count
  return sum
}

/** Collects from each section what it has for each reader. */
const ask = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  morning: Morning,
  readers: ReadonlySet<string>,
): Promise<Map<string, Digest>> => {
  const inquiry = await inquiryOf(scope, region, now, morning, readers)
  const sections = DIGEST_SECTIONS.filter(({ exists }) => exists(inquiry))
  const opened = await eachOf(sections.map((section) => section.open(inquiry)))
  const answering = Map.groupBy(inquiry.asked.keys(), (id) => inquiry.asked.get(id))
  return new Map(
    region.members
      .filter((member) => readers.has(member.id) && isThereOn(member, morning.today))
      .map((member) => {
        const reader = readerOf(member, inquiry, answering.get(member.id) ?? [])
        return [member.id, opened.flatMap((partFor) => partFor(reader) ?? [])]
      }),
  )
}

const inquiryOf = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  morning: Morning,
  readers: ReadonlySet<string>,
): Promise<Inquiry> => {
  const absences = await absencesFrom(scope, morning.today)
  const asked = new Map(region.members.map(({ id }) => [id, askedFor(id, absences, morning.today)]))
  const isReadBy = (role: Role): boolean =>
    region.members.some((member) => readers.has(member.id) && hasRole(member, role))
  const loaded = new Map<unknown, Promise<unknown>>()
  const inquiry: Inquiry = {
    ...{ scope, region, now, morning, absences, asked, isReadBy },
    toldFrom: toInstant(morning.calendar, morning.since, region.settings.digestAt),
    // A coordinator's digest can name everybody's cases, another's only those of whose work they are asked for.
    carriers: isReadBy('coordinator')
      ? undefined
      : region.members.map(({ id }) => id).filter((id) => readers.has(asked.get(id) ?? '')),
    read: <Facts>(load: Load<Facts>) => {
      const facts = (loaded.get(load) as Promise<Facts> | undefined) ?? load(inquiry)
      loaded.set(load, facts)
      return facts
    },
  }
  return inquiry
}

const readerOf = (
  member: Region['members'][number],
  { asked, region, morning }: Inquiry,
  answersFor: readonly string[],
): DigestReader => {
  const { id, municipality } = member
  const here = asked.get(id) === id
  return {
    id,
    municipality,
    here,
    asker: {
      ...askerOf(member, morning.today),
      standsInFor: stoodInFor(
        region,
        answersFor.filter((other) => other !== id),
      ),
    },
    coordinates: here && coordinates(member),
    decides: here && hasRole(member, 'officer'),
  }
}
