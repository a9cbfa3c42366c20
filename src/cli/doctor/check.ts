/** The result of a check. `look`: a warning. `mend`: an error now, or soon. */
export type Check = { name: string; state: 'ok' | 'look' | 'mend'; line: string }

export const ok = (name: string, line: string): Check => ({ name, state: 'ok', line })
export const look = (name: string, line: string): Check => ({ name, state: 'look', line })
export const mend = (name: string, line: string): Check => ({ name, state: 'mend', line })
