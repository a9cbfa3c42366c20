import { regionPart } from './region-part.ts'

export const bodies = regionPart('bodies')
