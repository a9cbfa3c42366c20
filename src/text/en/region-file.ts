import type { Catalogue } from '../catalogue.ts'
import { seriesDays } from './series.ts'

export const regionFile: Catalogue['regionFile'] = {
  unwritable: 'There are characters that cannot be used (invisible control characters). Please retype it',
  alias: (name) => `The reference *${name} cannot be followed. Please write the same again in full instead`,
  yaml: (detail) => `This is not YAML (${detail}). Please check the indentation and signs`,
  unknownKey: (key, nearest) => `There is no key "${key}". Did you mean ${nearest}?`,
  oneOf: (values) => `Please write one of: ${values}`,
  missing: 'This is needed and missing',
  type: (expected) => `This is written differently (${expected} is expected)`,
  union: 'This is written differently: see the examples in docs/region-file.md',
  issue: (detail) => `This value cannot be used (${detail})`,
  duplicateId: (id) => `The id "${id}" is used twice. Please choose another`,
  unknown: (id, nearest) =>
    nearest === '' ? `"${id}" is not in this file` : `"${id}" is not in this file. Nearest: ${nearest}`,
  or: ', ',
  cycle: (id) => `The parents of "${id}" lead back to itself`,
  days: seriesDays,
  hoursReversed: 'The end is before the beginning',
  digestOutsideHours: 'The morning digest must be within officeHours',
  accountTaken: (by) => `${by} has this account already`,
  issues: {
    'no-roles': 'write one of roles at least',
    'groups-size': 'write one of size (people in a group) and count (number of groups)',
    'rota-series': 'series is for rotas whose turn is meeting, and needed there',
  },
  groupsKind: 'groups belong to a series of kind gsv or case_study',
  groupsTooFewPeople: (people, least) =>
    `the body's roster has ${people} people: groups need at least ${least}`,
  groupsNobodyLeads: (groups, facilitators, works) =>
    `${groups} groups, but only ${facilitators} on the roster may lead one: name more in facilitators${works === '' ? '' : ` (size ${works} would do)`}`,
  groupsSize: (works) =>
    works === ''
      ? 'the people on the roster cannot be parted like this'
      : `the people on the roster cannot be parted evenly like this: size ${works} would work`,
  notOnRoster: (id, body) =>
    `"${id}" is not on the roster of the body "${body}": add them to its members, or name somebody else`,
  termReversed: (since: string) => `This ends before it begins (${since}). Write ${since} or a later day`,
  seatEmpty: (rota: string, on: string) =>
    `Nobody has a turn in the rota "${rota}" on ${on}. Put somebody who is there on that day into its order, or give the seat a since or until that leaves it out`,
  fault: (line, column, path, message) =>
    `line ${line}, column ${column}${path === '' ? '' : ` ${path}`}: ${message}`,
  unsaved: {
    'in-use': 'Something in use cannot be removed. Please move its cases or meetings first',
    'workspace-taken': 'This workspace is connected to another region',
  },
  noFile: (file) => `${file} cannot be read. Please check the path`,
  noRegion: 'There is no region yet: add one with tsunagi region apply',
  which: (ids) => `There are several regions. Please name one: ${ids}`,
  code: {
    made: (code, member, minutes) => [
      `Code: ${code}`,
      `${member} types /tsunagi connect ${code} in the Slack or Discord that has Tsunagi.`,
      `It works once, for ${minutes} minutes. Whoever types it becomes ${member}: give it to nobody else.`,
    ],
    noRegion: 'There is no region yet. Make one with tsunagi region new or region apply',
    whichMember: (coordinators) =>
      coordinators.length === 0
        ? 'There is no coordinator. Please write one in the region file'
        : `Write one of the coordinators after --member: ${coordinators.join(', ')}`,
    badId: (id) => `"${id}" cannot be used: small letters, digits and hyphens, at most 40`,
    badName: 'Write --name and --coordinator in at most 80 characters',
    exists: (id) => `"${id}" exists already. tsunagi region code makes a code for it`,
  },
  unchanged: 'Nothing changes',
  change: {
    add: (noun, id) => `add ${noun} ${id}`,
    change: (noun, id) => `change ${noun} ${id}`,
    remove: (noun, id) => `remove ${noun} ${id}`,
  },
  nouns: {
    region: 'region',
    municipalities: 'municipality',
    offices: 'office',
    members: 'member',
    bodies: 'body',
    series: 'series',
    workspaces: 'workspace',
    accounts: 'account',
    channels: 'channel',
  },
}
