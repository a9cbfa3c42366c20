import { regionPart } from './region-part.ts'

export const offices = regionPart('offices')
