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
    meetings: 'Next meetings',
    region: 'The region',
    agendas: 'Draft agendas before they go out',
    publishAt: (when) => `Goes out ${when}`,
    withheld: 'Agendas that could not be posted in their channel',
    withheldNext: 'Check who can read the channel, then post it again',
    regionMeetings: 'The region’s next meetings',
    openings: 'Openings at offices',
    look: 'See',
    help: 'How to use it',
    practice: (address) => `Practice workspace (nothing done there counts): ${address}`,
  },
}
