import { regionPart } from './region-part.ts'

export const series = regionPart('series')
