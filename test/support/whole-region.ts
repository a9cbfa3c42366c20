import type { Region } from '../../src/domain/region/region.ts'
import { makeCode } from '../../src/store/workspace/connect-codes.ts'
import { asOwner } from './database.ts'
import { meetingOn, submitSixSections } from './meetings.ts'
import { people, saidIn } from './people.ts'
import type { Product } from './product.ts'

/** What stands in every name and text of the region, and nowhere else. */
export const SECRET = '秘話'

/** The region with names that can be told from anybody else's. */
export const secretNames = (region: Region): Region => {
  const secret = <Named extends { name: string }>(one: Named): Named => ({
    ...one,
    name: `${SECRET}${one.name}`,
  })
  return {
    ...secret(region),
    municipalities: region.municipalities.map(secret),
    offices: region.offices.map(secret),
    members: region.members.map(secret),
    bodies: region.bodies.map(secret),
    series: region.series.map(secret),
    rotas: region.rotas.map(secret),
  }
}

/**
 * A region in which something of everything happened: cases, summaries, follow-ups, an interval proposed, a handover
 * sheet, a poll, a meeting under way with its record, and a code that nobody has used. Answers the code.
 */
export const liveIn = async (product: Product, region: Region): Promise<string> => {
  const at = people(product, region.id)
  await submitSixSections(at)
  const ok = async (reply: ReturnType<typeof at.submits>): Promise<string> => {
    const said = await reply
    if (said.kind === 'card' && !/refused|not-/.test(said.card.tag)) return saidIn(said)
    throw new Error(saidIn(said))
  }
  const secret = `${SECRET}の内容。`
  const ofCase = { case: 'S-0901' }
  await ok(
    at.submits('sakura', 'followup.add', {}, { member: 'sakura', what: secret, dueOn: 'R8.6.30', ...ofCase }),
  )
  await ok(
    at.submits('sakura', 'monitoring.propose', ofCase, { interval: '3', from: 'R8.8', reason: secret }),
  )
  const sheet = {
    to: 'riku',
    why: secret,
    expected: secret,
    consent: secret,
    consentOn: 'R8.5.29',
    assigns: 'no',
  }
  await ok(at.submits('sakura', 'handover.send', ofCase, sheet))
  const poll = {
    title: `${SECRET}の打ち合わせ`,
    meets: 'meeting',
    minutes: '90',
    from: '2026-06-15',
    to: '2026-06-26',
    deadline: '2026-06-10',
    required: ['midori'],
    itself: 'yes',
  }
  const draft = await ok(at.submits('midori', 'meeting.find', { body: 'chosei' }, poll))
  const [, pollId = ''] = /"poll":"([^"]+)"/.exec(draft) ?? []
  await at.presses('midori', 'meeting.ask', { poll: pollId })
  const meeting = await meetingOn(product, region, '2026-06-17')
  await product.until(Temporal.Instant.from('2026-06-17T14:00:00+09:00'))
  await at.presses('midori', 'meeting.start', { meeting })
  await ok(at.submits('midori', 'meeting.record', { meeting, item: '2' }, { decision: secret }))
  await at.keeps('sakura', 'summary.notice', {}, { topic: secret, content: secret })
  return product.database.inRegion(region.id, (scope) =>
    makeCode(scope, { memberId: 'midori', mayConnect: true }, product.clock.now()),
  )
}

/** Every row of every table of the region, as one hash a table; and every id in them. */
export const everythingOf = (
  product: Product,
  regionId: string,
): Promise<{ hashes: Record<string, string>; ids: string[] }> =>
  asOwner(product.databaseUrl, regionId, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and a.attname = 'region_id' order by 1`,
    )
    const hashes: Record<string, string> = {}
    const ids = new Set<string>()
    for (const { name } of tables) {
      const { rows } = await owner.query<{ hash: string; ids: string[] | null; rows: number }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as hash, count(*)::int as rows,
           array_agg(to_jsonb(t) ->> 'id') as ids from "${name}" t where region_id = $1`,
        [regionId],
      )
      const [found] = rows
      hashes[name] = `${found?.rows ?? 0} rows ${found?.hash ?? ''}`
      for (const id of found?.ids ?? []) if (id !== null) ids.add(id)
    }
    return { hashes, ids: [...ids] }
  })
