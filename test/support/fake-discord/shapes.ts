export type Body = Record<string, unknown>

export type Component = Body & {
  type: number
  id?: number
  custom_id?: string
  components?: Component[]
  component?: Component
  accessory?: Component
}

export const TYPE = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  section: 9,
  text: 10,
  separator: 14,
  container: 17,
  label: 18,
} as const

export const EPHEMERAL = 64
export const COMPONENTS_V2 = 32_768

export type SentFile = { name: string; bytes: Buffer }

export type DiscordMessage = {
  id: string
  channel_id: string
  author: { id: string }
  components: Component[]
  content: string
  flags: number
  nonce?: string
  /** Set on ephemeral answers: who sees it. */
  onlyFor?: string
  files?: SentFile[]
  pinned?: boolean
  /** The name of the thread below it. */
  thread?: string
}

export type Modal = { custom_id: string; title: string; components: Component[]; user: string }

/** Every component, outer ones first, in the order they are read. */
export const inside = (components: readonly Component[]): Component[] =>
  components.flatMap((one) => [
    one,
    ...inside(one.components ?? []),
    ...inside(one.component ? [one.component] : []),
    ...inside(one.accessory ? [one.accessory] : []),
  ])

/** Discord numbers what has no id, around the ids that are given. */
export const numbered = (components: readonly Component[]): Component[] => {
  const copy = structuredClone([...components])
  const taken = new Set(inside(copy).map(({ id }) => id))
  let next = 1
  for (const one of inside(copy)) {
    if (one.id) continue
    while (taken.has(next)) next += 1
    one.id = next
    taken.add(next)
  }
  return copy
}
