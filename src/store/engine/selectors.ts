import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Subjects } from './data-classes.ts'

/** Selects rows that belong to a case through a parent row. */
export const ofCase = (column: PgColumn, parent: 'summaries' | 'follow_ups', caseId: string): SQL =>
  sql`${column} in (select id from ${sql.identifier(parent)} where case_id = ${caseId})`

type AccountColumns = { platform: PgColumn; workspace: PgColumn; account: PgColumn }

/** Selects rows of a member's accounts; none without accounts. */
export const isAccount = (at: AccountColumns, accounts: Subjects['member']['accounts']): SQL =>
  or(
    ...accounts.map(({ platform, workspace, user }) =>
      and(eq(at.platform, platform), eq(at.workspace, workspace), eq(at.account, user)),
    ),
  ) ?? sql`false`
