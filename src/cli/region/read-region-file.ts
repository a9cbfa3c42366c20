import { distance } from 'fastest-levenshtein'
import {
  type Document,
  isAlias,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { seriesSentence } from '../../cards/series/sentence.ts'
import { isWritable } from '../../domain/form/writable.ts'
import type { GroupFault } from '../../domain/gsv/group-fault.ts'
import { checkRegion, type RegionFault } from '../../domain/region/check-region.ts'
import { Region } from '../../domain/region/region.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** A fault at its place in the file. `path` as a person would say it: `series[2].rule`. */
type FileFault = { line: number; column: number; path: string; message: string }
export type RegionRead = { ok: true; region: Region } | { ok: false; faults: FileFault[] }

/** Parses a region file in stages: YAML, schema, cross-references. Returns all faults of the first failing stage. */
export const readRegionFile = (text: string, words: Catalogue['regionFile']): RegionRead => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0)
    return {
      ok: false,
      faults: document.errors.map(({ linePos, message }) => ({
        line: linePos?.[0].line ?? 1,
        column: linePos?.[0].col ?? 1,
        path: '',
        message: words.yaml(message.split('\n')[0] ?? ''),
      })),
    }
  const unwritable = nodesWhere(document, lines, isUnwritable, () => words.unwritable)
  if (unwritable.length > 0) return { ok: false, faults: unwritable }
  const resolved = resolve(document)
  if (!resolved)
    return { ok: false, faults: nodesWhere(document, lines, isAlias, (node) => words.alias(node.source)) }
  const at = placeIn(document, lines)
  const read = Region.safeParse(resolved.value)
  if (!read.success)
    return { ok: false, faults: read.error.issues.flatMap((issue) => issueFaults(issue, at, words)) }
  const faults = checkRegion(read.data)
  if (faults.length === 0) return { ok: true, region: read.data }
  return { ok: false, faults: faults.map((fault) => at(fault.path, sentence(fault, words))) }
}

const isUnwritable = (node: Node): node is Scalar<string> =>
  isScalar(node) && typeof node.value === 'string' && !isWritable(node.value)

/** Resolves YAML aliases; undefined for dangling ones, and for an expansion that explodes (billion laughs). */
const resolve = (document: Document): { value: unknown } | undefined => {
  try {
    return { value: document.toJS() }
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

const nodesWhere = <Found extends Node>(
  document: Document,
  lines: LineCounter,
  isOne: (node: Node) => node is Found,
  message: (node: Found) => string,
): FileFault[] => {
  const faults: FileFault[] = []
  visit(document, {
    Node: (_, node) => {
      if (!isOne(node)) return
      const { line, col } = lines.linePos(node.range?.[0] ?? 0)
      faults.push({ line, column: col, path: '', message: message(node) })
    },
  })
  return faults
}

type Path = readonly PropertyKey[]
type PlaceOf = (path: Path, message: string) => FileFault

const placeIn = (document: Document, lines: LineCounter): PlaceOf => {
  return (path, message) => {
    let known: Node | undefined
    for (let length = path.length; length >= 0 && !known; length -= 1) {
      const found = document.getIn(path.slice(0, length), true)
      if (isNode(found)) known = found
    }
    const { line, col } = lines.linePos(known?.range?.[0] ?? 0)
    return { line, column: col, path: spoken(path), message }
  }
}

const spoken = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('')

const issueFaults = (issue: z.core.$ZodIssue, at: PlaceOf, words: Catalogue['regionFile']): FileFault[] => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([...issue.path, key], words.unknownKey(key, nearestKey(key))))
    case 'invalid_value':
      return [at(issue.path, words.oneOf(issue.values.map(String).join(words.or)))]
    case 'invalid_type':
      return [at(issue.path, issue.input === undefined ? words.missing : words.type(issue.expected))]
    case 'invalid_union':
      return [at(issue.path, words.union)]
    default:
      return [at(issue.path, issueSentence(issue.message, words))]
  }
}

const KEYS = [
  ...[
    'id',
    'name',
    'timeZone',
    'language',
    'workingDays',
    'officeHours',
    'closedDays',
    'settings',
    'workspaces',
  ],
  ...['municipalities', 'offices', 'members', 'bodies', 'series', 'kind', 'municipality', 'office', 'roles'],
  ...[
    'accounts',
    'platform',
    'workspace',
    'user',
    'parent',
    'channels',
    'channel',
    'disclosure',
    'body',
    'rule',
  ],
  ...['from', 'to', 'time', 'duration', 'place', 'onClosedDay', 'agenda', 'takesSummaries', 'limitMinutes'],
  ...['digestAt', 'summaryRequestBusinessDays', 'agendaDraftBusinessDays', 'agendaPublishBusinessDays'],
  ...[
    'timesAYear',
    'weekday',
    'nth',
    'businessDay',
    'months',
    'closedDayWeekdays',
    'inYears',
    'year',
    'every',
  ],
  ...[
    'rotas',
    'order',
    'turn',
    'lasts',
    'corporation',
    'since',
    'until',
    'specialistSince',
    'groups',
    'size',
  ],
  ...['purpose', 'lead', 'term', 'years', 'rota'],
  ...['count', 'facilitators', 'presenters', 'pattern', 'preMeetingBusinessDays'],
  ...[
    'givesWayTo',
    'within',
    'moveTo',
    'agendaPublishAt',
    'member',
    'duty',
    'officeKind',
    'role',
    'yearlyFrom',
    'yearlyTo',
    'date',
  ],
]

const nearestKey = (typed: string): string => nearestOf(typed, KEYS)[0] ?? ''

const nearestOf = (typed: string, known: readonly string[]): string[] =>
  known.toSorted((a, b) => distance(a, typed) - distance(b, typed)).slice(0, 3)

const sentence = (fault: RegionFault, words: Catalogue['regionFile']): string => {
  switch (fault.reason) {
    case 'duplicate-id':
      return words.duplicateId(fault.id)
    case 'unknown':
      return words.unknown(fault.id, nearestOf(fault.id, fault.nearest).join(words.or))
    case 'cycle':
      return words.cycle(fault.id)
    case 'series-days':
      return seriesSentence(fault.fault, words.days)
    case 'hours-reversed':
      return words.hoursReversed
    case 'digest-outside-hours':
      return words.digestOutsideHours
    case 'account-taken':
      return words.accountTaken(fault.by)
    case 'groups-kind':
      return words.groupsKind
    case 'groups-impossible':
      return groupsSentence(fault.fault, words)
    case 'not-on-roster':
      return words.notOnRoster(fault.id, fault.body)
    case 'term-reversed':
      return words.termReversed(fault.since.toString())
    case 'seat-empty':
      return words.seatEmpty(fault.rota, fault.on.toString())
    default:
      return fault satisfies never
  }
}

/** Translates the faults of groups that a file can cause. */
const groupsSentence = (fault: GroupFault, words: Catalogue['regionFile']): string => {
  if (fault.reason === 'too-few-people') return words.groupsTooFewPeople(fault.people, fault.least)
  const works = 'works' in fault ? fault.works.join(words.or) : ''
  if (fault.reason === 'too-few-facilitators')
    return words.groupsNobodyLeads(fault.groups, fault.facilitators, works)
  return words.groupsSize(works)
}

/** Translates a schema issue: the message of our refinements is a key of the catalogue. */
const issueSentence = (message: string, words: Catalogue['regionFile']): string => {
  const sentences: Record<string, string> = words.issues
  return sentences[message] ?? words.issue(message)
}
