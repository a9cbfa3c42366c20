import { z } from 'zod'
import { regularSeries } from './ad-hoc-series.ts'
import { Region } from './region.ts'

const LISTS = ['municipalities', 'offices', 'members', 'bodies', 'series'] as const
/** What people connect in chat: named one by one, so that nobody takes it away unseen with an old file. */
const CONNECTIONS = ['workspaces', 'accounts', 'channels'] as const
export type RegionChange = {
  kind: 'add' | 'change' | 'remove'
  noun: (typeof LISTS)[number] | (typeof CONNECTIONS)[number] | 'region'
  id: string
}

/** What applying `wanted` over `current` would do; equal regions give nothing. */
export const diffRegions = (current: Region | undefined, wanted: Region): RegionChange[] => {
  const after = z.encode(Region, wanted)
  const before = current && z.encode(Region, { ...current, series: regularSeries(current) })
  const head = ({ municipalities, offices, members, bodies, series, workspaces, ...rest }: Written) => rest
  const headChange: RegionChange[] = !before
    ? [{ kind: 'add', noun: 'region', id: wanted.id }]
    : same(head(before), head(after))
      ? []
      : [{ kind: 'change', noun: 'region', id: wanted.id }]
  const [connectedBefore, connectedAfter] = [before, after].map((one) => connections(one))
  return [
    ...headChange,
    ...LISTS.flatMap((noun) => diffList(noun, before?.[noun] ?? [], after[noun] ?? [])),
    ...CONNECTIONS.flatMap((noun) =>
      diffList(noun, connectedBefore?.[noun] ?? [], connectedAfter?.[noun] ?? []),
    ),
  ]
}

type Written = z.input<typeof Region>
type Row = { id: string }

const connections = (region: Written | undefined): Record<(typeof CONNECTIONS)[number], Row[]> | undefined =>
  region && {
    workspaces: (region.workspaces ?? []).map((one) => ({ ...one, id: `${one.platform} ${one.id}` })),
    accounts: (region.members ?? []).flatMap(({ id, accounts = [] }) =>
      accounts.map(({ platform, workspace, user }) => ({ id: `${id} ${platform} ${workspace} ${user}` })),
    ),
    channels: (region.bodies ?? []).flatMap(({ id, channels = [] }) =>
      channels.map(({ platform, workspace, channel }) => ({
        id: `${id} ${platform} ${workspace} ${channel}`,
      })),
    ),
  }

const diffList = (
  noun: Exclude<RegionChange['noun'], 'region'>,
  before: readonly Row[],
  after: readonly Row[],
): RegionChange[] => {
  const changes: RegionChange[] = []
  for (const row of after) {
    const old = before.find(({ id }) => id === row.id)
    if (!old) changes.push({ kind: 'add', noun, id: row.id })
    else if (!same(old, row)) changes.push({ kind: 'change', noun, id: row.id })
  }
  for (const { id } of before)
    if (!after.some((row) => row.id === id)) changes.push({ kind: 'remove', noun, id })
  return changes
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/** Compare independently of key order, which jsonb does not keep. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
