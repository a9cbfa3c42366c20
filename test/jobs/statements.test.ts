import { expect, test } from 'vitest'
import { digestsOf, waitingFor } from '../../src/actions/digest/digest.ts'
import { RATES } from '../../src/bot/slack/limits.ts'
import { publishAt } from '../../src/domain/meeting/agenda-times.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { dueCalls } from '../../src/jobs/find-due.ts'
import { unwatched } from '../../src/observability/watch.ts'
import type { Scope } from '../../src/store/engine/database.ts'
import { meetingsBetween } from '../../src/store/meeting/meetings.ts'
import { loadRegion } from '../../src/store/region/regions.ts'
import { limitedPlatform } from '../support/limited-platform.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { isBegin, statementsDuring } from '../support/statements.ts'

/** What mornings of the sample region ask of the store: a new section may add to it, the number of readers may not. */
const MORNINGS = { '2026-04-06': 32, '2026-04-07': 30, '2026-05-01': 36, '2026-05-12': 30 }
/** Open work is named: a section more for council members, and one for coordinators. */
const WEEKLY = new Set(['2026-04-06', '2026-05-01'])

test('a morning is read once for all, and a section that cannot have anything to say reads nothing', async () => {
  const product = await startProduct(tokyo('2026-04-06T08:00'))
  const region = await sampleRegion()
  await product.load(region)
  const asked = async (read: (scope: Scope, region: Region) => Promise<unknown>) =>
    (
      await statementsDuring(() =>
        product.database.inRegion(region.id, async (scope) => read(scope, await loadRegion(scope))),
      )
    ).length
  for (const [day, whole] of Object.entries(MORNINGS)) {
    const now = tokyo(`${day}T08:30`)
    expect(await asked((scope, here) => digestsOf(scope, here, now))).toBe(whole)
    for (const { id, roles } of region.members.slice(0, 6)) {
      // Proposals and visits reported are for officers, four sections more for coordinators, five when open work is named.
      const most = whole - (roles.includes('coordinator') ? 2 : 4) - (WEEKLY.has(day) ? 1 : 0)
      expect(await asked((scope, here) => digestsOf(scope, here, now, new Set([id])))).toBeLessThanOrEqual(
        most,
      )
      // A page names open work on any day.
      expect(await asked((scope, here) => waitingFor(scope, here, now, id))).toBeLessThanOrEqual(whole + 1)
    }
  }
})

test('an agenda’s way to the channel is two jobs and five transactions, the tick’s look among them', async () => {
  const ran: string[] = []
  const watch = { ...unwatched, ran: (job: string) => void ran.push(job) }
  const product = await startProduct(tokyo('2026-04-06T08:00'), undefined, watch)
  const sample = onlyLiaison(await sampleRegion())
  const region = {
    ...sample,
    workspaces: [{ platform: 'slack' as const, id: 'T1', name: 'T1' }],
    bodies: sample.bodies.map((body) => ({
      ...body,
      disclosure: 'topics' as const,
      channels: [{ platform: 'slack' as const, workspace: 'T1', channel: `C-${body.id}` }],
    })),
  }
  const slack = limitedPlatform('slack', RATES, product.clock)
  product.join(slack.platform)
  await product.load(region)
  const [meeting] = await product.database.inRegion(region.id, (scope) =>
    meetingsBetween(scope, tokyo('2026-04-20T00:00'), tokyo('2026-06-30T00:00')),
  )
  if (!meeting) throw new Error('no meeting')
  const at = publishAt(region, meeting.startsAt).toInstant()
  await product.until(at.subtract({ seconds: 1 }))
  product.clock.set(at)
  ran.length = 0
  const before = slack.arrived.length
  const asked = await statementsDuring(async () => product.queues.finish(await dueCalls(product)))
  const posted = slack.arrived.slice(before).filter(({ key }) => key.startsWith('agenda:'))
  expect(posted).toHaveLength(1)
  expect(ran.toSorted()).toEqual(['deliver-due', 'settle-reminder'])
  expect(asked.filter(isBegin)).toHaveLength(5)
})
