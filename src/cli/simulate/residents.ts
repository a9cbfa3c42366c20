import { randomUUID } from 'node:crypto'
import type { Card } from '../../bot/card.ts'
import type { FormValues, FormView } from '../../bot/form.ts'
import type { Dispatch, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import type { Region } from '../../domain/region/region.ts'
import { caseReview } from './case-review.ts'
import { followUpResidents } from './follow-up-residents.ts'
import { gsvResidents } from './gsv-residents.ts'
import { weeklyWork } from './weekly-work.ts'
import type { Post } from './witness.ts'

/**
 * The people of a simulated region. They do what a message asks of them, through the same door as everybody: a
 * summary that is asked for is written, a monitoring that is due is recorded, and new cases come in through the year.
 * The same region and period live the same way every time.
 */
export type Residents = {
  /** Answers what was posted since the last time. */
  answer(posts: readonly Post[], now: Temporal.Instant): Promise<void>
  /** What people do of their own accord on this day: new cases, and what they bring to the week's meeting. */
  begin(day: Temporal.PlainDate): Promise<void>
}

/** Each specialist gets a new case every so many months, not all in the same one. */
const MONTHS_BETWEEN_CASES = 3

export const residents = (region: Region, dispatch: Dispatch): Residents => {
  const specialists = region.members.filter(
    ({ office, roles }) => office !== undefined && roles.includes('specialist'),
  )
  const forGsv = gsvResidents(region, dispatch)
  const forFollowUps = followUpResidents(region, dispatch)
  const reviewed = caseReview(region)
  let registered = 0
  const act = async (user: string, press: Press, fill: (form: FormView) => FormValues): Promise<void> => {
    const account = { platform: 'practice' as const, workspace: region.id, user }
    const opened = await dispatch({ kind: 'run', press, account, event: randomUUID() })
    if (opened.kind === 'card')
      for (const next of agreed(opened.card))
        await dispatch({ kind: 'run', press: next, account, event: randomUUID() })
    if (opened.kind !== 'form') return
    const values = { ...held(opened.form), ...fill(opened.form) }
    const reply = await dispatch({
      kind: 'submit',
      press: opened.form.press,
      values,
      account,
      event: randomUUID(),
    })
    if (isFault(reply)) throw new Error(`${press.command} by ${user} was not taken: ${JSON.stringify(reply)}`)
  }
  return {
    answer: async (posts, now) => {
      await forGsv(posts)
      await forFollowUps(posts, now)
      const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate().toString()
      for (const { place, card } of posts) {
        if (!('user' in place)) continue
        for (const press of asked(card))
          await act(place.user, press, (form) =>
            press.command === 'monitoring.done' ? { doneOn: today } : written(form),
          )
      }
    },
    begin: async (day) => {
      if (day.dayOfWeek === 1)
        for (const { memberId, press } of weeklyWork(region, day)) await act(memberId, press, written)
      for (const { memberId, press, values } of reviewed(day))
        await act(memberId, press, values ? () => values : written)
      if (day.day !== 1) return
      for (const [index, { id }] of specialists.entries()) {
        if ((index + day.month) % MONTHS_BETWEEN_CASES !== 0) continue
        registered += 1
        const values = newCase(registered, day)
        await act(id, { command: 'case.register', options: {} }, () => values)
      }
    },
  }
}

const isFault = (reply: Reply): boolean =>
  reply.kind === 'correct' || (reply.kind === 'card' && reply.card.tag === 'answer.bug')

/** What they do when a message asks for it; looking at something changes nothing, and a draft is good as it is. */
const DONE_WHEN_ASKED =
  /^(monitoring\.(done|decide)|plan\.(renew|certificate)|summary\.(?!versions)|tsunagi\.pledge)/

/** What a message asks for: the buttons of its lines. */
const asked = ({ parts }: Card): Press[] =>
  parts
    .flatMap((part) => (part.part === 'list' ? part.items : []))
    .flatMap(({ button }) => (button && DONE_WHEN_ASKED.test(button.press.command) ? [button.press] : []))

const held = ({ fields }: FormView): FormValues =>
  Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])))

/** What they write, by field; what has none of its own gets a sentence that fits anywhere. */
const WORDS: Record<string, string> = {
  assessment: '一人での暮らしを始めた。生活のリズムが整わず、通う先を休みがち。',
  wishes: '今の部屋で暮らしつづけたい。',
  policy: '朝の支度と通う練習を、無理のない回数から始める。',
  content: '居宅介護と生活介護を組み合わせ、月に一度ふりかえる。',
}
const ANYTHING = '前回から大きな変わりはない。'
/** What somebody without a case brings is called by its form: intakes, issues and notices read differently. */
const wordsFor = (name: string, title: string): string =>
  name === 'topic' ? `${title}（見本）` : (WORDS[name] ?? ANYTHING)

/** Everything that is asked for and still blank. */
const written = ({ fields, title }: FormView): FormValues =>
  Object.fromEntries(
    fields
      .filter(
        ({ required, initial, kind }) => required && kind !== 'date' && (kind === 'long-text' || !initial),
      )
      .map((field) => [
        field.name,
        field.kind === 'choice' ? (field.choices[0]?.value ?? '') : wordsFor(field.name, title),
      ]),
  )

/** The centre has read it and agrees. */
const agreed = ({ parts }: Card): Press[] =>
  parts
    .flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
    .flatMap(({ press }) => (press.command === 'summary.agree' && press.options.agreed ? [press] : []))

const newCase = (number: number, day: Temporal.PlainDate): FormValues => ({
  code: `N-${String(number).padStart(4, '0')}`,
  kind: 'new',
  validFrom: day.toString(),
  validTo: day.add({ years: 1 }).subtract({ days: 1 }).toString(),
  monitoring: '6',
})
