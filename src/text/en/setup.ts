import type { Catalogue } from '../catalogue.ts'

export const setup: Catalogue['setup'] = {}
