import { readFile } from 'node:fs/promises'
import { loadDictionary } from '../../app/dictionary.ts'
import { findPersonalData } from '../../domain/privacy/find-personal-data.ts'
import { maskFindings } from '../../domain/privacy/mask-findings.ts'
import { type NameGuard, nameGuard } from '../../domain/privacy/names/name-guard.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'

export type CheckOptions = { lines: boolean; json: boolean }

const { piiCheck: words, answers } = catalogues.ja
const STANDARD_INPUT = '-'
const refused = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

/** Runs the privacy guard on a text, whole or line by line (`tsunagi pii check`). Stores nothing. */
export const checkPersonalData = async (
  file: string | undefined,
  { lines, json }: CheckOptions,
): Promise<Spoken> => {
  const read = await readText(file ?? STANDARD_INPUT)
  if (!read.ok) return refused(words[read.reason](file ?? STANDARD_INPUT))
  const names = nameGuard(loadDictionary(), [])
  const said = (lines ? linesOf(read.text) : [read.text]).flatMap((text, index) =>
    json ? [asJson(text, index + 1, names)] : forPeople(text, index + 1, names),
  )
  return { ok: true, lines: said.length > 0 || json ? said : [words.nothing], data: said }
}

type Read = { ok: true; text: string } | { ok: false; reason: 'unreadable' | 'notText' }

const readText = async (file: string): Promise<Read> => {
  const bytes = await (file === STANDARD_INPUT ? readInput() : readFile(file)).catch(() => undefined)
  if (!bytes) return { ok: false, reason: 'unreadable' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, reason: 'notText' }
  }
}

const readInput = async (): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** Splits into lines; a trailing line break begins no further line. */
const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\n/u)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

const asJson = (text: string, line: number, names: NameGuard): string => {
  const findings = findPersonalData(text, names).map(({ kind, start, end }) => ({ kind, start, end }))
  return JSON.stringify({ line, findings })
}

const forPeople = (text: string, line: number, names: NameGuard): string[] => {
  const findings = findPersonalData(text, names)
  if (findings.length === 0) return []
  const kinds = [...new Set(findings.map(({ kind }) => answers.privacy.kinds[kind]))]
  return [words.found(line, kinds.join(answers.privacy.and), maskFindings(text, findings))]
}
