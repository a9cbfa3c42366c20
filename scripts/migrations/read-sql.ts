import { parse } from 'libpg-query'
import { z } from 'zod'

/** Reads what the rules ask of a migration from the tree that PostgreSQL's own parser makes of it. */

const Name = z.object({ String: z.object({ sval: z.string() }) })
const Column = z.object({
  colname: z.string(),
  constraints: z.array(z.object({ Constraint: z.object({ contype: z.string() }) })).default([]),
})
const Call = z.object({
  funcname: z.array(Name),
  args: z.array(z.object({ A_Const: z.object({ sval: z.object({ sval: z.string() }) }) })).default([]),
})
const Statement = z.object({
  CreateStmt: z
    .object({
      relation: z.object({ relname: z.string() }),
      tableElts: z.array(z.object({ ColumnDef: Column.optional() })).default([]),
    })
    .optional(),
  SelectStmt: z
    .object({
      targetList: z
        .array(
          z.object({
            ResTarget: z.object({ val: z.object({ FuncCall: Call.optional().catch(undefined) }) }),
          }),
        )
        .catch([]),
    })
    .optional(),
  CommentStmt: z.object({ comment: z.string().optional() }).optional(),
  AlterTableStmt: z
    .object({
      cmds: z.array(
        z.object({ AlterTableCmd: z.object({ subtype: z.string(), def: z.unknown().optional() }) }),
      ),
    })
    .optional(),
  DropStmt: z.object({ removeType: z.string() }).optional(),
  GrantStmt: z.object({ is_grant: z.boolean().default(false) }).optional(),
  RenameStmt: z.object({ renameType: z.string() }).optional(),
  TruncateStmt: z.unknown().optional(),
})
type Statement = z.infer<typeof Statement>

export const readSql = async (sql: string): Promise<Statement[]> => {
  const { stmts = [] } = await parse(sql)
  return stmts.map(({ stmt }) => Statement.parse(stmt))
}

const NOT_NULL = new Set(['CONSTR_NOTNULL', 'CONSTR_PRIMARY'])

export const tablesIn = (statements: readonly Statement[]): { name: string; hasRegion: boolean }[] =>
  statements.flatMap(({ CreateStmt: table }) => {
    if (table === undefined) return []
    const region = table.tableElts.find(({ ColumnDef }) => ColumnDef?.colname === 'region_id')?.ColumnDef
    const hasRegion = region?.constraints.some(({ Constraint }) => NOT_NULL.has(Constraint.contype)) === true
    return [{ name: table.relation.relname, hasRegion }]
  })

/** Tables given to `protect_region`, which forces row security on them. */
export const tablesProtectedIn = (statements: readonly Statement[]): string[] =>
  statements.flatMap(({ SelectStmt }) =>
    (SelectStmt?.targetList ?? []).flatMap(({ ResTarget }) => {
      const call = ResTarget.val.FuncCall
      if (call?.funcname.at(-1)?.String.sval !== 'protect_region') return []
      return call.args.slice(0, 1).map(({ A_Const }) => A_Const.sval.sval)
    }),
  )

/** The migration that a process must know after this one. */
export const neededIn = (statements: readonly Statement[]): string | undefined =>
  statements
    .map(({ CommentStmt }) => /^needs (\S+)$/.exec(CommentStmt?.comment ?? '')?.[1])
    .find((needed) => needed !== undefined)

/** Finds contractions, destructive or tightening, that squawk does not report. */
export const contractionsIn = (statements: readonly Statement[]): string[] =>
  statements.flatMap(({ AlterTableStmt, DropStmt, GrantStmt, RenameStmt, TruncateStmt }) => {
    const commands = (AlterTableStmt?.cmds ?? []).map(({ AlterTableCmd }) => AlterTableCmd)
    return [
      ...(RenameStmt === undefined ? [] : [`a rename (${RenameStmt.renameType})`]),
      ...(DropStmt === undefined || DropStmt.removeType === 'OBJECT_INDEX'
        ? []
        : [`a drop (${DropStmt.removeType})`]),
      ...(GrantStmt === undefined || GrantStmt.is_grant ? [] : ['a right revoked']),
      ...(TruncateStmt === undefined ? [] : ['a table emptied']),
      ...commands.flatMap(({ subtype, def }) =>
        subtype === 'AT_DropConstraint'
          ? ['a constraint dropped, which an older upsert may name']
          : subtype === 'AT_ColumnDefault' && def === undefined
            ? ['a default dropped, which an older insert relies on']
            : [],
      ),
    ]
  })
