import type { ListItem } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { GsvLine } from '../../domain/gsv/gsv-lines.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { preMeetingButton } from './gsv.ts'

type Reader = { language: Language; text: Catalogue; nameOf: (memberId: string) => string }

/** Digest lines about a GSV, each with the one thing to do there. */
export const gsvItems =
  (reader: Reader) =>
  (line: GsvLine): ListItem[] =>
    line.kind === 'prepared' ? preparedItems(line, reader) : [gsvItem(reader)(line)]

type Prepared = Extract<GsvLine, { kind: 'prepared' }>

/** Was it held, or is it on another day? */
const preparedItems = (line: Prepared, { language, text, nameOf }: Reader): ListItem[] => {
  const words = text.gsv.digest
  const name = nameOf(line.presenterId)
  return [
    {
      text: words.prepared(line.series, writeDate(line.date, language), name),
      detail: words.preparedOn(writeDate(line.on, language)),
      button: preMeetingButton('gsv.prepared', line, words.held),
    },
    {
      text: words.notYet(name),
      button: preMeetingButton('gsv.postpone', line, text.gsv.preMeeting.otherDay),
    },
  ]
}

const gsvItem =
  ({ language, text, nameOf }: Reader) =>
  (line: Exclude<GsvLine, Prepared>): ListItem => {
    const words = text.gsv.digest
    const { series, meetingId } = line
    const date = writeDate(line.date, language)
    const press = (command: string, options: Record<string, string>) => ({ command, options })
    switch (line.kind) {
      case 'ask':
        return {
          text: words.ask(series, date),
          button: { label: words.answer, press: press('gsv.answer', { meeting: meetingId }) },
        }
      case 'form':
        return {
          text: line.changed ? words.changed(series, date) : words.form(series, date),
          button: { label: words.look, press: press('gsv.groups', { meeting: meetingId }) },
        }
      case 'group': {
        const { number, facilitatorId, presenterId } = line
        const leader = nameOf(facilitatorId)
        return {
          text: words.group(series, date, number),
          detail: presenterId ? words.groupDetail(leader, nameOf(presenterId)) : words.noPresenter(leader),
          button: { label: words.look, press: press('gsv.next', { meeting: meetingId }) },
        }
      }
      case 'prepare':
        return {
          text: words.prepare(series, date, writeDate(line.on, language)),
          detail: (line.leads ? words.preparePresenter : words.prepareFacilitator)(nameOf(line.withId)),
        }
      case 'outcome':
      case 'result':
        return {
          text: words[line.kind](series, date),
          button: {
            label: words.write,
            press: press(`gsv.${line.kind}`, { presentation: line.presentationId }),
          },
        }
      default:
        return line satisfies never
    }
  }
