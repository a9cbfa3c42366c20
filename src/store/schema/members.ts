import { regionPart } from './region-part.ts'

export const members = regionPart('members')
