import type { Person } from '../people.ts'

export type Who = readonly Person[]

/** Who may, by the option that names something and by what it names; `nothing`: where nothing is named. */
type ByThing = { nothing?: Who } & { [option: string]: Who | Record<string, Who> | undefined }

export type CommandRights = {
  /** Who gets its answer or its form. Whoever is not listed is refused. */
  may: ByThing
  /** Who may send its form, where others may than open it. */
  sends?: ByThing
  /** Why its form may come back to who may send it, though the right is there. */
  comesBack?: string
  /** Whose texts and codes it shows, beside what they may see anyway, as `kind/name`. */
  shows?: Record<string, Who>
}

export type NounRights = {
  /** Who may see a thing's texts, and of a case its code, wherever they stand. */
  sees?: Record<string, Record<string, Who>>
  commands: Record<string, CommandRights>
}

/** The same of each thing. */
export const each = <Name extends string>(names: readonly Name[], who: Who): Record<Name, Who> =>
  Object.fromEntries(names.map((name) => [name, who])) as Record<Name, Who>

/** As in the other table, but for these things. */
export const except = (table: Record<string, Who>, changed: Record<string, Who>): Record<string, Who> => ({
  ...table,
  ...changed,
})

/** As in the other table, without these people. */
export const without = (table: Record<string, Who>, out: Who): Record<string, Who> =>
  Object.fromEntries(
    Object.entries(table).map(([name, who]) => [name, who.filter((one) => !out.includes(one))]),
  )

/** As in the other table, these people too wherever anybody may. */
export const also = (who: Who, more: Who): Who => [...who, ...more]
