import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Subjects } from './data-classes.ts'

/** Rows that hang on a case by a row of another table. */
export const ofCase = (column: PgColumn, parent: 'summaries' | 'follow_ups', caseId: string): SQL =>
  sql`${column} in (select id from ${sql.identifier(parent)} where case_id = ${caseId})`

type AccountColumns = { platform: PgColumn; workspace: PgColumn; account: PgColumn }

/** Rows of somebody's accounts; none where they have none. */
export const isAccount = (at: AccountColumns, accounts: Subjects['member']['accounts']): SQL =>
  or(
    ...accounts.map(({ platform, workspace, user }) =>
      and(eq(at.platform, platform), eq(at.workspace, workspace), eq(at.account, user)),
    ),
  ) ?? sql`false`
