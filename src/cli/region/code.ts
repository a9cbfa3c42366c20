import { planRegion } from '../../actions/region/standing-reminders.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import { Region } from '../../domain/region/region.ts'
import { coordinatorsOf } from '../../domain/region/roster.ts'
import { CODE_LIFE } from '../../domain/workspace/connect-code.ts'
import type { Database, Scope } from '../../store/engine/database.ts'
import { loadRegion, regionIds, saveRegion } from '../../store/region/regions.ts'
import { makeCode } from '../../store/workspace/connect-codes.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'

const words = catalogues.ja.regionFile

export type CodeOptions = { region?: string; member?: string }

/** Makes a one-time code for a coordinator to connect a workspace (`tsunagi region code [--member ID]`). */
export const codeForRegion = (options: CodeOptions, config: Config): Promise<Spoken> =>
  withDatabase(config, async (database) => {
    const known = await database.atGate(regionIds)
    const { region: id } = options
    const chosen = id === undefined && known.length === 1 ? known[0] : known.find((one) => one === id)
    if (chosen === undefined)
      return refusal(known.length === 0 ? words.code.noRegion : words.which(known.join(words.or)))
    return database.inRegion(chosen, (scope) => codeIn(scope, options.member))
  })

const refusal = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

const codeIn = async (scope: Scope, memberId: string | undefined): Promise<Spoken> => {
  const region = await loadRegion(scope)
  const coordinators = coordinatorsOf(region)
  const member =
    memberId === undefined && coordinators.length === 1
      ? coordinators[0]
      : coordinators.find(({ id }) => id === memberId)
  if (!member) return refusal(words.code.whichMember(coordinators.map(({ id, name }) => `${id}（${name}）`)))
  const now = systemClock.now()
  const code = await makeCode(scope, { memberId: member.id, mayConnect: true }, now)
  const until = now.add(CODE_LIFE)
  return {
    ok: true,
    lines: words.code.made(code, member.name, CODE_LIFE.total('minutes')),
    data: { code, region: region.id, member: member.id, until: until.toString() },
  }
}

export type NewRegionOptions = { name: string; coordinator: string }

/** Creates a region with its coordinator only; the rest is set up in chat (`tsunagi region new ID`). */
export const newRegion = (id: string, options: NewRegionOptions, config: Config): Promise<Spoken> => {
  const { name, coordinator } = options
  const read = Region.safeParse({
    id,
    name,
    members: [{ id: 'member-1', name: coordinator, roles: ['coordinator'] }],
  })
  if (!read.success) {
    const at = read.error.issues[0]?.path[0]
    return Promise.resolve(refusal(at === 'id' ? words.code.badId(id) : words.code.badName))
  }
  return withDatabase(config, (database) => store(database, read.data))
}

const store = async (database: Database, region: Region): Promise<Spoken> => {
  if ((await database.atGate(regionIds)).includes(region.id)) return refusal(words.code.exists(region.id))
  return database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await planRegion(scope, region, systemClock.now())
    return codeIn(scope, undefined)
  })
}
