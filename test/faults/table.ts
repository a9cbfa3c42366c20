import type { Tried } from './try-fault.ts'

export type Row = { name: string } & ({ tried: Tried } | { impossible: string })

const HEADINGS = ['fault', 'times', 'sent', 'lost', 'duplicated', 'stuck', 'forms', 'longest delay', 'took']

/** What the suite says at its end, as a Markdown table. */
export const printTable = (rows: readonly Row[], seed: number): void => {
  const lines = [HEADINGS, HEADINGS.map(() => '---'), ...rows.map(cellsOf)]
  process.stdout.write(`\nseed ${seed}\n${lines.map(lineOf).join('\n')}\n`)
}

export const printRow = (row: Row): void => {
  process.stdout.write(`${lineOf(cellsOf(row))}\n`)
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cellsOf = (row: Row): string[] => {
  if ('impossible' in row) return [row.name, row.impossible, ...HEADINGS.slice(2).map(() => '-')]
  const { times, sent, lost, duplicated, stuck, forms, longestDelaySeconds, seconds } = row.tried
  const counts = [times, sent, lost.length, duplicated.length, stuck.length, forms.length]
  return [row.name, ...counts.map(String), `${Math.round(longestDelaySeconds)} s`, `${Math.round(seconds)} s`]
}
