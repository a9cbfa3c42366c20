import { expect, test } from 'vitest'
import { sampleRegion } from '../support/product.ts'
import { withoutRow } from './audit.ts'
import { judge, readersIn } from './judge.ts'
import { CASE_SIDE, LONGEST } from './nouns.ts'
import { walkedRegion } from './region.ts'
import { RIGHTS } from './rights/list.ts'
import { TOLD } from './rights/told.ts'
import { NOW } from './seeding.ts'
import { markersOf } from './things.ts'
import { wronglyTold } from './told.ts'
import { walkNouns } from './walking.ts'

test(
  'of meetings, the region and oneself, everybody gets at every step what the tables say, and nothing else',
  async () => {
    const { tried, posts, things } = await walkNouns((noun) => !CASE_SIDE.has(noun))
    expect.soft(judge(tried, RIGHTS)).toEqual([])
    expect.soft(withoutRow(tried)).toEqual([])
    const sees = readersIn(RIGHTS)
    for (const [whose, who] of Object.entries(TOLD)) sees.set(whose, [...(sees.get(whose) ?? []), ...who])
    const region = walkedRegion(await sampleRegion(), 'now')
    expect(
      wronglyTold(
        posts,
        region,
        markersOf(things),
        sees,
        NOW.toZonedDateTimeISO(region.timeZone).toPlainDate(),
      ),
    ).toEqual([])
  },
  LONGEST,
)
