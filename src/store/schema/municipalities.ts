import { regionPart } from './region-part.ts'

export const municipalities = regionPart('municipalities')
