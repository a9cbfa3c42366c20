import { randomUUID } from 'node:crypto'
import type { Card } from '../../bot/card.ts'
import type { FormValues } from '../../bot/form.ts'
import type { Dispatch, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import { seriesWithAgenda } from '../../domain/agenda/which-agenda.ts'
import { mayApproveMinutes } from '../../domain/minutes/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { coordinatorsOf, rosterOf } from '../../domain/region/roster.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'

/** Days until the follow-ups given in a meeting are due. */
const DAYS_TO_DO_IT = 14

/**
 * Simulates meetings that have an agenda, through the same commands as people: started by the centre on time, each item
 * gone through, one decision and one follow-up recorded, minutes finished and approved.
 */
export const heldMeetings = (region: Region, dispatch: Dispatch) => {
  let given = 0
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const does = async (user: string, press: Press, values?: FormValues): Promise<Reply> => {
    const account = { platform: 'practice' as const, workspace: region.id, user }
    const event = randomUUID()
    const reply = values
      ? await dispatch({ kind: 'submit', press, values, account, event })
      : await dispatch({ kind: 'run', press, account, event })
    if (reply.kind === 'correct' || (reply.kind === 'card' && /refused$|\.bug$/.test(reply.card.tag)))
      throw new Error(`${press.command} by ${user} was not taken: ${JSON.stringify(reply)}`)
    return reply
  }
  const record = async (user: string, meeting: string, day: Temporal.PlainDate): Promise<void> => {
    const form = await does(user, { command: 'meeting.record', options: { meeting, item: '1' } })
    if (form.kind !== 'form') return
    const who = form.form.fields.find(({ name }) => name === 'who1')
    const people = who?.kind === 'choice' ? who.choices : []
    given += 1
    await does(user, form.form.press, {
      decision: '案のとおりに進める。',
      what1: '次の会議までに、空きの状況を確かめる',
      who1: people[given % Math.max(1, people.length)]?.value ?? user,
      by1: day.add({ days: DAYS_TO_DO_IT }).toString(),
    })
  }
  return {
    isHeld: ({ seriesId }: Pick<Meeting, 'seriesId'>): boolean => seriesWithAgenda(region).includes(seriesId),
    start: async ({ id, seriesId, startsAt }: Meeting): Promise<void> => {
      await does(leaderOf(region, seriesId, dayOf(startsAt)), {
        command: 'meeting.start',
        options: { meeting: id },
      })
    },
    end: async ({ id: meeting, seriesId, startsAt }: Meeting): Promise<void> => {
      const day = dayOf(startsAt)
      const leader = leaderOf(region, seriesId, day)
      let shown = cardOf(await does(leader, { command: 'meeting.start', options: { meeting } }))
      for (let next = stepOf(shown, 'next'); next; next = stepOf(shown, 'next'))
        shown = cardOf(await does(leader, next))
      await record(leader, meeting, day)
      const over = stepOf(shown, 'end')
      if (over) await does(leader, over)
      await does(leader, { command: 'minutes.finish', options: { meeting } })
      await does(approverOf(region, seriesId, day), {
        command: 'minutes.approve',
        options: { meeting, seen: '1' },
      })
    },
  }
}

const cardOf = (reply: Reply): Card | undefined => ('card' in reply ? reply.card : undefined)

const stepOf = (card: Card | undefined, what: string): Press | undefined =>
  card?.parts
    .flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
    .find(({ press }) => press.command === 'meeting.step' && press.options.do === what)?.press

const bodyOf = (region: Region, seriesId: string): string =>
  region.series.find(({ id }) => id === seriesId)?.body ?? ''

/** Picks a coordinator, from the body's roster where it has one. */
const leaderOf = (region: Region, seriesId: string, on: Temporal.PlainDate): string => {
  const roster = rosterOf(region, bodyOf(region, seriesId), on)
  const coordinators = coordinatorsOf(region)
  return (coordinators.find(({ id }) => roster.includes(id)) ?? coordinators[0])?.id ?? ''
}

const approverOf = (region: Region, seriesId: string, on: Temporal.PlainDate): string =>
  region.members.find(({ id, name, roles }) =>
    mayApproveMinutes({ memberId: id, name, roles, today: on }, region, {
      bodyId: bodyOf(region, seriesId),
      on,
    }),
  )?.id ?? ''
