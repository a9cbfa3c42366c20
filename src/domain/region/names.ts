import { writeDate } from '../calendar/write-date.ts'
import type { Region } from './region.ts'

/** Resolves stored ids to the names people read. An id that left the region file shows as itself. */

export const memberName = ({ members }: Pick<Region, 'members'>, id: string): string =>
  members.find((member) => member.id === id)?.name ?? id

export const officeName = ({ offices }: Pick<Region, 'offices'>, id: string): string =>
  offices.find((office) => office.id === id)?.name ?? id

export const seriesName = ({ series }: Pick<Region, 'series'>, id: string): string =>
  series.find((one) => one.id === id)?.name ?? id

/** What a meeting is called: an extra one by its own title. */
export const meetingTitle = (
  region: Pick<Region, 'series'>,
  { title, seriesId }: { title: string | null; seriesId: string },
): string => title ?? seriesName(region, seriesId)

export const bodyName = ({ bodies }: Pick<Region, 'bodies'>, id: string): string =>
  bodies.find((body) => body.id === id)?.name ?? id

type Language = Region['language']
type Speaking = { region: Pick<Region, 'series' | 'timeZone'> }

/** The day of a meeting by the region's clock. */
export const meetingDate = (
  { region }: Speaking,
  { startsAt }: { startsAt: Temporal.Instant },
): Temporal.PlainDate => startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()

/** `4月17日（金）の○○連絡会` */
export const meetingName = (
  call: Speaking & { language: Language },
  meeting: { startsAt: Temporal.Instant; title: string | null; seriesId: string },
): string => `${writeDate(meetingDate(call, meeting), call.language)} ${meetingTitle(call.region, meeting)}`

/** Shorter ones may be a family name alone, which would then pass for everybody. */
const LONG_ENOUGH = 4

/** What the privacy guard takes for nobody's name: the region's offices, municipalities and bodies, and its own list. */
export const namesOfNobody = ({ offices, municipalities, bodies, settings }: Region): string[] => [
  ...[...offices, ...municipalities, ...bodies]
    .map(({ name }) => name)
    .filter(({ length }) => length >= LONG_ENOUGH),
  ...settings.notNames,
]
