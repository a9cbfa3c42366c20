import type { Role } from '../member/roles.ts'
import type { Region } from '../region/region.ts'

type Office = Region['offices'][number]

/** Why a line was not taken: its number from 1, and what stands there. */
export type LineFault = {
  line: number
  reason: 'name' | 'office' | 'role' | 'kind' | 'municipality' | 'twice'
  typed: string
}
export type LinesRead<Row> = { ok: true; rows: Row[] } | { ok: false; faults: LineFault[] }

/** The names by which something is known in a text, to what it is. */
export type Known<Value> = ReadonlyMap<string, Value>

const spaceless = (typed: string): string => typed.replaceAll(/\s/gu, '')
const known = <Value>(names: Known<Value>, typed: string): Value | undefined =>
  names.get(spaceless(typed).toLowerCase())

/** Names as they are looked up: without spaces, small. */
export const knownBy = <Value>(pairs: readonly (readonly [string, Value])[]): Known<Value> =>
  new Map(pairs.map(([name, value]) => [spaceless(name.normalize('NFKC')).toLowerCase(), value]))

/** Cells of each line that is not blank, with its number: between commas of any width, 、or tabs, as from a table. */
const cellsOf = (typed: string): { line: number; cells: string[] }[] =>
  typed
    .split('\n')
    .map((text, index) => ({
      line: index + 1,
      cells: text
        .normalize('NFKC')
        .split(/[,、\t]/u)
        .map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

type Reader<Row> = (cells: string[], fault: (reason: LineFault['reason'], typed: string) => void) => Row

const readRows = <Row extends { name: string }>(typed: string, read: Reader<Row>): LinesRead<Row> => {
  const faults: LineFault[] = []
  const names = new Set<string>()
  const rows = cellsOf(typed).map(({ line, cells }) => {
    const row = read(cells, (reason, at) => faults.push({ line, reason, typed: at }))
    if (row.name === '' || row.name.length > 80) faults.push({ line, reason: 'name', typed: row.name })
    if (names.has(spaceless(row.name))) faults.push({ line, reason: 'twice', typed: row.name })
    names.add(spaceless(row.name))
    return row
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows }
}

export type OfficeRow = Pick<Office, 'name' | 'kind'> & { municipality?: string }

/** 「事業所名, 種類, 市町村」 a line; the municipality may be left out. */
export const readOfficeLines = (
  typed: string,
  region: Region,
  kinds: Known<Office['kind']>,
): LinesRead<OfficeRow> => {
  const municipalities = knownBy(region.municipalities.map(({ id, name }) => [name, id] as const))
  return readRows(typed, ([name = '', kind = '', place = ''], fault): OfficeRow => {
    const is = known(kinds, kind)
    const municipality = known(municipalities, place)
    if (is === undefined) fault('kind', kind)
    if (place !== '' && municipality === undefined) fault('municipality', place)
    return { name, kind: is ?? 'plan', municipality }
  })
}

export type MemberRow = { name: string; roles: Role[]; office?: string; municipality?: string }

/** 「氏名, 事業所か市町村, 役割」 a line; several roles between ・ or /, the place may be blank. */
export const readMemberLines = (typed: string, region: Region, roles: Known<Role>): LinesRead<MemberRow> => {
  const offices = knownBy(region.offices.map(({ id, name }) => [name, id] as const))
  const municipalities = knownBy(region.municipalities.map(({ id, name }) => [name, id] as const))
  return readRows(typed, ([name = '', place = '', written = ''], fault): MemberRow => {
    const office = known(offices, place)
    const municipality = office === undefined ? known(municipalities, place) : undefined
    if (place !== '' && office === undefined && municipality === undefined) fault('office', place)
    const read = written.split(/[・/]/u).map((one) => ({ one, role: known(roles, one) }))
    for (const { one, role } of read) if (role === undefined) fault('role', one)
    return { name, roles: [...new Set(read.flatMap(({ role }) => role ?? []))], office, municipality }
  })
}

export const sameName = (a: string, b: string): boolean =>
  spaceless(a.normalize('NFKC')) === spaceless(b.normalize('NFKC'))
