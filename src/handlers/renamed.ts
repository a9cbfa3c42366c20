/**
 * Former ids of commands, each with today's. Buttons, open forms and drafts of earlier versions carry them, and posts
 * stay for years: a line is added when a command is renamed, and none is taken away.
 */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['leave.take', 'absence.take'],
  ['leave.end', 'absence.end'],
])

/** A command's id of today, by any that it has had. */
export const currentIdOf = (id: string): string => RENAMED.get(id) ?? id

/** Today's id of a command, then those that it had before. */
export const idsOf = (id: string): string[] => {
  const current = currentIdOf(id)
  return [current, ...[...RENAMED].flatMap(([former, now]) => (now === current ? [former] : []))]
}
