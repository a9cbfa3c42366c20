import type { Catalogue } from '../catalogue.ts'

export const meetings: Catalogue['meetings'] = {
  list: {
    heading: 'Coming meetings',
    none: 'No meeting is planned for the next three months',
    item: (when, name) => `${when}  ${name}`,
    detail: (minutes, place) => (place ? `${minutes} min  ${place}` : `${minutes} min`),
    moved: 'moved because of a closed day',
    agenda: 'See the agenda',
  },
}
