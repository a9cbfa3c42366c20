import type { DeclaredName } from '../../src/domain/delivery/notice.ts'

/** The kind of a row that a test writes as another version, or a backup, may have written it. */
export const rowKind = (kind: string): DeclaredName => kind as DeclaredName
