import { z } from 'zod'
import { WEEKDAYS } from '../calendar/weekday.ts'
import { ROLES } from '../member/roles.ts'
import { FORM_NAMES } from '../summary/forms.ts'
import { EXTERNAL_PLATFORMS } from '../workspace/platforms.ts'
import { date, name, slug, time } from './field.ts'
import { Rota } from './rota.ts'
import { OFFICE_KINDS, SEATS_OF_MANY } from './seat.ts'
import { Series } from './series.ts'
import { term } from './term.ts'
import { visitsSchema } from './visits.ts'

/**
 * A region as its file describes it: one schema reads the YAML, the stored rows, and documents itself. Codecs turn
 * times, dates and months into Temporal values and back, so that a region can be written out as it was read.
 */

/** One closed day, a stretch of every year, or a weekday of every month. */
const closedDay = z.union([
  z.strictObject({ date }),
  z.strictObject({ weekday: z.enum(WEEKDAYS), nth: z.int().min(1).max(5) }),
  z.strictObject({
    yearlyFrom: z.string().regex(/^\d{2}-\d{2}$/),
    yearlyTo: z.string().regex(/^\d{2}-\d{2}$/),
  }),
])

const TIME_ZONES = new Set(Intl.supportedValuesOf('timeZone'))
const timeZone = z.string().refine((zone) => TIME_ZONES.has(zone), 'time-zone')
const days = (fallback: number) => z.int().min(0).max(30).default(fallback)
const at = (fallback: string) => time.default(Temporal.PlainTime.from(fallback))
const language = z.enum(['ja', 'en'])
const reviewMonths = z.int().min(1).max(36)

const Settings = z.strictObject({
  digestAt: at('08:30'),
  summaryRequestBusinessDays: days(5),
  agendaDraftBusinessDays: days(3),
  agendaPublishBusinessDays: days(1),
  agendaPublishAt: at('10:00'),
  renewalMonthsBefore: z.array(z.int().min(1).max(12)).max(6).default([3, 2, 1]),
  renewalInEndMonth: z.boolean().default(true),
  overdueGraceBusinessDays: days(5),
  needReviewMonths: z
    .strictObject({ level1: reviewMonths, level2: reviewMonths, level3: reviewMonths })
    .default({ level1: 3, level2: 6, level3: 12 }),
  minutesDueBusinessDays: days(5),
  minutesYears: z.int().min(1).max(30).default(5),
  caseYears: z.int().min(1).max(30).default(5),
  /** Words that the privacy guard takes for names and that are none there: facilities, events, places. */
  notNames: z.array(z.string().trim().min(2).max(40)).max(200).default([]),
})

const Municipality = z.strictObject({
  id: slug,
  name,
  newPlanStart: z.enum(['decision', 'next']).default('decision'),
})

const Office = z.strictObject({
  id: slug,
  name,
  kind: z.enum(OFFICE_KINDS),
  municipality: slug.optional(),
  fullTime: z.number().min(0).max(99).optional(),
  ...term,
})

const Account = z.strictObject({
  platform: z.enum(EXTERNAL_PLATFORMS),
  workspace: z.string().min(1),
  user: z.string().min(1),
})
/** Who left and whose name was erased is kept without a role: what they did still refers to them. */
const Member = z
  .strictObject({
    id: slug,
    name,
    office: slug.optional(),
    municipality: slug.optional(),
    roles: z.array(z.enum(ROLES)),
    accounts: z.array(Account).default([]),
    language: language.optional(),
    specialistSince: date.optional(),
    ...term,
  })
  .refine(({ roles, accounts }) => roles.length > 0 || accounts.length === 0, {
    path: ['roles'],
    message: 'no-roles',
  })

const Workspace = z.strictObject({
  platform: z.enum(EXTERNAL_PLATFORMS),
  id: z.string().min(1),
  name: name.optional(),
  /** The day on which the bot was removed there: nothing is sent, and what belongs there goes after a grace. */
  left: date.optional(),
  language: language.optional(),
})

const DUTIES = ['chair', 'vice_chair', 'secretary'] as const
const [ofOffice, ofOfficeKind, ofMunicipality, ofRole] = SEATS_OF_MANY
/**
 * A line of a body's roster: one member, whoever has a rota's turn, or everybody of an office, a kind of office, a
 * municipality or a role; for a term, where it has one.
 */
const Seat = z.union([
  z.strictObject({ member: slug, duty: z.enum(DUTIES).optional(), ...term }),
  z.strictObject({ rota: slug, duty: z.enum(DUTIES).optional(), ...term }),
  ofOffice.extend(term),
  ofOfficeKind.extend(term),
  ofMunicipality.extend(term),
  ofRole.extend(term),
])

export const BODY_KINDS = [
  'plenary',
  'steering',
  'secretariat',
  'subcommittee',
  'working_group',
  'liaison',
] as const
export const DISCLOSURES = ['topics', 'codes', 'summaries'] as const
const Body = z.strictObject({
  id: slug,
  name,
  kind: z.enum(BODY_KINDS),
  parent: slug.optional(),
  /** Its first day and its last: its meetings are within them. */
  from: date.optional(),
  until: date.optional(),
  purpose: z.string().trim().min(1).max(200).optional(),
  lead: slug.optional(),
  /** 委嘱: its members are appointed for so many years, from this day on and again. */
  term: z.strictObject({ years: z.int().min(1).max(6), from: date }).optional(),
  members: z.array(Seat).default([]),
  channels: z
    .array(
      z.strictObject({
        platform: z.enum(EXTERNAL_PLATFORMS),
        workspace: z.string().min(1),
        channel: z.string().min(1),
      }),
    )
    .default([]),
  disclosure: z.enum(DISCLOSURES).default('topics'),
  quorum: z.union([z.enum(['half', 'majority']), z.int().min(1).max(999)]).optional(),
})

/** What a region asks in its summaries besides, or by another name. */
const SummaryForm = z.strictObject({
  form: z.enum(FORM_NAMES),
  fields: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
        label: z.string().trim().min(1).max(40),
        hint: z.string().trim().min(1).max(100).optional(),
        maxLength: z.int().min(10).max(1000).optional(),
      }),
    )
    .min(1)
    .max(10),
})

export const Region = z.strictObject({
  id: slug,
  name,
  timeZone: timeZone.default('Asia/Tokyo'),
  language: language.default('ja'),
  workingDays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  officeHours: z
    .strictObject({ from: time, to: time })
    .default({ from: Temporal.PlainTime.from('08:30'), to: Temporal.PlainTime.from('17:15') }),
  closedDays: z.array(closedDay).default([{ yearlyFrom: '12-29', yearlyTo: '01-03' }]),
  settings: Settings.default(() => Settings.decode({})),
  workspaces: z.array(Workspace).default([]),
  municipalities: z.array(Municipality).default([]),
  offices: z.array(Office).default([]),
  members: z.array(Member).default([]),
  bodies: z.array(Body).default([]),
  series: z.array(Series).default([]),
  rotas: z.array(Rota).default([]),
  summaryForms: z.array(SummaryForm).default([]),
  visits: visitsSchema(z.enum(OFFICE_KINDS)).optional(),
})
export type Region = z.output<typeof Region>
