import type { ListItem, Part } from '../../bot/card.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import { openFollowUpButton } from '../followup/followup.ts'
import { type Reader, section, standIn } from './parts.ts'

/** 宿題 in the morning's message: one group for those who do them, one for the centre. */
export const followUpSections = (digest: Digest, reader: Reader): Part[] => {
  const { digest: words } = reader.text.followUps
  return [
    ...section(words.heading, digest.followUps.map(followUpItem(reader))),
    ...section(words.late, lateItems(digest.lateFollowUps, reader)),
  ]
}

/** What is to be done is behind the button: a digest holds codes only. */
const followUpItem =
  (reader: Reader) =>
  ({ id, code, dueOn, givenBy, memberId, why }: Digest['followUps'][number]): ListItem => {
    const { text, language, nameOf } = reader
    const { digest: words } = text.followUps
    const day = writeDate(dueOn, language)
    const line = why === 'new' ? words.new(nameOf(givenBy), day) : words[why](day)
    const detail = [...(code === null ? [] : [code]), ...standIn(memberId, reader)]
    return {
      text: line,
      ...(detail.length > 0 ? { detail: detail.join('\n') } : {}),
      button: openFollowUpButton(id, text),
    }
  }

/** One line a person. */
const lateItems = (late: Digest['lateFollowUps'], { text, language, nameOf }: Reader): ListItem[] =>
  [...Map.groupBy(late, ({ memberId }) => memberId)].map(([memberId, theirs]) => ({
    text: text.followUps.list.of(nameOf(memberId), theirs.length),
    detail: theirs.map(({ dueOn }) => writeDate(dueOn, language)).join(text.answers.listSeparator),
    button: { label: text.followUps.digest.look, press: { command: 'followup.list', options: {} } },
  }))
