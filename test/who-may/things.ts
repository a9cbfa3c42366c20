import type { Person } from './people.ts'

/** One thing that people could name: by what a button or a line names it, and what of it is told nobody else. */
export type Thing = { value: string; markers: string[] }

/** Every thing of the region, by its kind and by what it is. */
export type Things = Map<string, Map<string, Thing>>

/** Texts that stand in one thing and nowhere else. They pass the privacy guard: short, with no name, no long number. */
export const marking = (things: Things) => {
  let count = 100
  const put = (kind: string, name: string, value: string, markers: string[]): void => {
    const known = things.get(kind) ?? new Map<string, Thing>()
    const before = known.get(name)
    known.set(name, {
      value: value || (before?.value ?? ''),
      markers: [...(before?.markers ?? []), ...markers],
    })
    things.set(kind, known)
  }
  return {
    put,
    /** A text that nothing else holds, belonging to this thing. */
    text: (kind: string, name: string): string => {
      count += 1
      const marker = `しるし${count}番`
      put(kind, name, '', [marker])
      return `${marker}です。`
    },
  }
}

export type Marking = ReturnType<typeof marking>

/** The values of every marker with whose it is: `しるし101番` -> `summary/own`. */
export const markersOf = (things: Things): Map<string, string> =>
  new Map(
    [...things].flatMap(([kind, named]) =>
      [...named].flatMap(([name, { markers }]) =>
        markers.map((marker) => [marker, `${kind}/${name}`] as const),
      ),
    ),
  )

export type Who = readonly Person[]
