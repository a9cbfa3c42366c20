import type { Catalogue } from '../catalogue.ts'

export const help: Catalogue['help'] = {
  heading: 'How to use Tsunagi',
  intro: (name, roles) => `The commands for ${name} (${roles}). Japanese words work as well.`,
  line: (en, ja) => `${en}  (${ja})`,
  note: 'One message each morning, no more. No names or other personal data: a case is known by its code.',
  try: 'Try it now',
  submit: 'Write a summary',
  due: 'See monitoring',
  home: {
    heading: (name) => `What waits for ${name}`,
    nothing: 'Nothing waits for you',
    monitoring: 'Monitoring',
    summaries: 'Case summaries',
    meetings: 'Next meetings',
    agendas: 'Draft agendas',
    help: 'How to use it',
  },
}
