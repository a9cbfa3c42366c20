/** PostgreSQL's code of what went wrong, where it was PostgreSQL that said so. */
export const postgresCode = (error: unknown): unknown => {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}

/** A row was to refer to one that is not there, or one that others refer to was to go. */
export const REFERENCE_BROKEN = '23503'
export const NOT_UNIQUE = '23505'
