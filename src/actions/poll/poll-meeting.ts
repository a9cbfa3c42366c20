import { takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { sitsInGroups } from '../../domain/gsv/participants.ts'
import {
  type AdHoc,
  adHocSeriesOf,
  newAdHocSeries,
  regularSeries,
} from '../../domain/region/ad-hoc-series.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { occurrencesOf } from '../../store/meeting/meetings.ts'
import type { Poll } from '../../store/poll/polls.ts'
import { addSeries, loadRegion, lockRegion } from '../../store/region/regions.ts'

type Planned = Pick<Poll, 'bodyId' | 'preparatory'>

const useOf = ({ preparatory }: Planned): AdHoc => (preparatory ? 'preparatory' : 'meeting')

/**
 * Whether a poll of this body plans one more of its regular meetings. One that sits in groups is none of these: a day
 * for a talk asks nobody for groups.
 */
export const meetsRegularly = (region: Region, bodyId: string): boolean =>
  regularOf(region, bodyId).length > 0

/** The body's series in the order in which they take an extra meeting: those without an agenda to fill first. */
const regularOf = (region: Region, bodyId: string): string[] =>
  regularSeries(region)
    .filter((one) => one.body === bodyId && !sitsInGroups(one))
    .toSorted((a, b) => Number(takesSummaries(region, a)) - Number(takesSummaries(region, b)))
    .map(({ id }) => id)

/** The series that a poll's day may become a meeting of. None: the bot has still to make it. */
const seriesFor = (region: Region, poll: Planned): string[] => {
  const regular = poll.preparatory ? [] : regularOf(region, poll.bodyId)
  return regular.length > 0 ? regular : [adHocSeriesOf(region, poll.bodyId, useOf(poll))?.id ?? []].flat()
}

type Room = { seriesId: string | undefined }

/** The series that has no meeting of its own for this day, or that it is still to be made. Undefined where all have one. */
export const roomOn = async (
  scope: Scope,
  region: Region,
  poll: Planned,
  day: Temporal.PlainDate,
): Promise<Room | undefined> => {
  const possible = seriesFor(region, poll)
  if (possible.length === 0) return { seriesId: undefined }
  for (const seriesId of possible)
    if ((await occurrencesOf(scope, seriesId, day, day)).length === 0) return { seriesId }
  return undefined
}

/**
 * The same for a poll about to be decided: makes the series where there is none. Holds the region locked until the
 * transaction ends, so that of two polls of a body decided at once neither takes the other's day.
 */
export const takeRoomOn = async (
  scope: Scope,
  poll: Planned,
  at: Temporal.ZonedDateTime,
  minutes: number,
): Promise<{ region: Region; seriesId: string } | undefined> => {
  await lockRegion(scope)
  const region = await loadRegion(scope)
  const room = await roomOn(scope, region, poll, at.toPlainDate())
  if (!room) return undefined
  if (room.seriesId !== undefined) return { region, seriesId: room.seriesId }
  const body = region.bodies.find(({ id }) => id === poll.bodyId)
  if (!body) return undefined
  const first = { day: at.toPlainDate(), time: at.toPlainTime(), minutes }
  const made = newAdHocSeries(region, body, useOf(poll), first)
  return { region: await addSeries(scope, region, made), seriesId: made.id }
}
