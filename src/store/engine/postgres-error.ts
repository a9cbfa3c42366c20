/** Extracts PostgreSQL's error code; undefined for other errors. */
export const postgresCode = (error: unknown): unknown => {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}

/** `foreign_key_violation`: a reference to a missing row, or a delete of a referenced one. */
export const REFERENCE_BROKEN = '23503'
export const NOT_UNIQUE = '23505'
