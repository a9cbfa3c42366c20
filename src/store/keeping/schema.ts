import { is } from 'drizzle-orm'
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import * as absence from '../absence/tables.ts'
import * as account from '../account/tables.ts'
import * as agenda from '../agenda/tables.ts'
import * as calendar from '../calendar/tables.ts'
import * as cases from '../case/tables.ts'
import { columnData, columnsOf, undeclared } from '../engine/data-classes.ts'
import * as followup from '../followup/tables.ts'
import * as form from '../form/tables.ts'
import * as gsv from '../gsv/tables.ts'
import * as handover from '../handover/tables.ts'
import * as meeting from '../meeting/tables.ts'
import * as minutes from '../minutes/tables.ts'
import * as monitoring from '../monitoring/tables.ts'
import * as openings from '../openings/tables.ts'
import * as outbox from '../outbox/tables.ts'
import * as plan from '../plan/tables.ts'
import * as poll from '../poll/tables.ts'
import * as practice from '../practice/tables.ts'
import * as privacy from '../privacy/tables.ts'
import * as region from '../region/tables.ts'
import * as rota from '../rota/tables.ts'
import * as series from '../series/tables.ts'
import * as summary from '../summary/tables.ts'
import * as visit from '../visit/tables.ts'
import * as workspace from '../workspace/tables.ts'
import * as keeping from './tables.ts'

const ROOMS = [
  absence,
  account,
  agenda,
  calendar,
  cases,
  followup,
  form,
  gsv,
  handover,
  keeping,
  meeting,
  minutes,
  monitoring,
  openings,
  outbox,
  plan,
  poll,
  practice,
  privacy,
  region,
  rota,
  series,
  summary,
  visit,
  workspace,
]

/** Every table of the product, by room. Erasure, retention, export and the like loop over this list. */
export const TABLES: readonly PgTable[] = ROOMS.flatMap((room) =>
  Object.values<unknown>(room).filter((made): made is PgTable => is(made, PgTable)),
)

// Fail at load: a table or column without a class would be kept, sealed or erased by nobody's decision.
const open = TABLES.flatMap(undeclared)
if (open.length > 0) throw new Error(`tables.ts: say for each column what it holds: ${open.join('; ')}`)

const isOfRegion = (one: PgTable): boolean => columnsOf(one).some(([key]) => key === 'regionId')

/** Tables whose rows belong to a region each. */
export const REGION_TABLES: readonly PgTable[] = TABLES.filter(isOfRegion)

const sealedIn = (tables: readonly PgTable[]): PgColumn[] =>
  tables.flatMap((one) =>
    columnsOf(one).flatMap(([, column]) => (columnData(column)?.class === 'sealed' ? [column] : [])),
  )

/** Every sealed text of a region. */
export const SEALED_COLUMNS: readonly PgColumn[] = sealedIn(REGION_TABLES)

/** What belongs to no region. */
export const VAULT_COLUMNS: readonly PgColumn[] = sealedIn(TABLES.filter((one) => !isOfRegion(one)))
