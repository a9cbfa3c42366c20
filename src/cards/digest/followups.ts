import { type ListItem, type Part, present } from '../../bot/card.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { OpenFollowUp, ToldFollowUp } from '../../domain/followup/telling.ts'
import { openFollowUpButton } from '../followup/followup.ts'
import { type Reader, section, standIn } from './parts.ts'

/** Section: 宿題 for those who do them. */
export const drawFollowUps = (followUps: readonly ToldFollowUp[], reader: Reader): Part[] =>
  section(reader.text.followUps.digest.heading, followUps.map(followUpItem(reader)))

/** Leaves what is to be done behind the button: a digest holds codes only. */
const followUpItem =
  (reader: Reader) =>
  ({ id, code, dueOn, givenBy, memberId, why }: ToldFollowUp): ListItem => {
    const { text, language, nameOf } = reader
    const { digest: words } = text.followUps
    const day = writeDate(dueOn, language)
    const line = why === 'new' ? words.new(nameOf(givenBy), day) : words[why](day)
    const detail = present(code, standIn(memberId, reader))
    return {
      text: line,
      detail: detail.length > 0 ? detail.join('\n') : undefined,
      button: openFollowUpButton(id, text),
    }
  }

/** Section for the centre: late 宿題, one line a person. */
export const drawLateFollowUps = (
  late: readonly OpenFollowUp[],
  { text, language, nameOf }: Reader,
): Part[] =>
  section(
    text.followUps.digest.late,
    [...Map.groupBy(late, ({ memberId }) => memberId)].map(([memberId, theirs]) => ({
      text: text.followUps.list.of(nameOf(memberId), theirs.length),
      detail: theirs.map(({ dueOn }) => writeDate(dueOn, language)).join(text.answers.listSeparator),
      button: { label: text.followUps.digest.look, press: { command: 'followup.list', options: {} } },
    })),
  )
