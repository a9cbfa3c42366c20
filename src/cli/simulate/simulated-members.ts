import { randomUUID } from 'node:crypto'
import type { Card } from '../../bot/card.ts'
import type { FormValues, FormView } from '../../bot/form.ts'
import type { Dispatch, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import { coordinates, hasRole } from '../../domain/member/roles.ts'
import type { Region } from '../../domain/region/region.ts'
import { summarySeries } from '../../domain/region/summary-series.ts'
import { caseReview } from './case-review.ts'
import { membersFollowUps } from './members-follow-ups.ts'
import { membersGsv } from './members-gsv.ts'
import type { Post } from './recording-platform.ts'

/**
 * The members of a simulated region. They do what a message asks, through the same `dispatch` as people: write summaries,
 * record monitorings that are due, register new cases through the year. Deterministic for a region and period.
 */
export type SimulatedMembers = {
  /** Reacts to the posts since the last call. */
  answer(posts: readonly Post[], now: Temporal.Instant): Promise<void>
  /** Does what is not asked by a message on this day: new cases, and items for the week's meeting. */
  begin(day: Temporal.PlainDate): Promise<void>
}

/** Interval of new cases for each specialist, staggered between them. */
const MONTHS_BETWEEN_CASES = 3
/** A Monday, from which weeks are counted. */
const EPOCH = new Temporal.PlainDate(1970, 1, 5)

export const simulatedMembers = (region: Region, dispatch: Dispatch): SimulatedMembers => {
  const specialists = region.members.filter(
    (member) => member.office !== undefined && hasRole(member, 'specialist'),
  )
  const forGsv = membersGsv(region, dispatch)
  const forFollowUps = membersFollowUps(region, dispatch)
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

/** Commands they run when a message offers them: not those that only show something, nor changes of a draft. */
const DONE_WHEN_ASKED =
  /^(monitoring\.(done|decide)|plan\.(renew|certificate)|summary\.(?!versions)|tsunagi\.pledge)/

/** Extracts what a message asks for: the buttons of its lines. */
const asked = ({ parts }: Card): Press[] =>
  parts
    .flatMap((part) => (part.part === 'list' ? part.items : []))
    .flatMap(({ button }) => (button && DONE_WHEN_ASKED.test(button.press.command) ? [button.press] : []))

const held = ({ fields }: FormView): FormValues =>
  Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])))

/** Texts by field; other fields get a default sentence. */
const WORDS: Record<string, string> = {
  assessment: '一人での暮らしを始めた。生活のリズムが整わず、通う先を休みがち。',
  wishes: '今の部屋で暮らしつづけたい。',
  policy: '朝の支度と通う練習を、無理のない回数から始める。',
  content: '居宅介護と生活介護を組み合わせ、月に一度ふりかえる。',
}
const ANYTHING = '前回から大きな変わりはない。'
/** Names an item without a case by its form, so that intakes, issues and notices read differently. */
const wordsFor = (name: string, title: string): string =>
  name === 'topic' ? `${title}（見本）` : (WORDS[name] ?? ANYTHING)

/** Fills every required field that is blank. */
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

/** Finds the button by which the centre agrees. */
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

/** An item that a member brings to the week's meeting unasked. */
type Brought = { memberId: string; press: Press }

/**
 * Makes the items of the week from this Monday that no message asks for: inquiries, results of monitoring, a notice of
 * the centre, now and then a GSV, a case study and a regional issue. Members take turns.
 */
const weeklyWork = (region: Region, monday: Temporal.PlainDate): Brought[] => {
  const week = EPOCH.until(monday).days / 7
  const bringing = region.members.filter(({ id }) =>
    summarySeries(region, id, monday).some(({ kind }) => kind !== 'case_review'),
  )
  const specialists = bringing.filter((member) => hasRole(member, 'specialist'))
  const centre = bringing.filter(coordinates)
  const turn = (people: typeof bringing, number: number, verb: string): Brought[] => {
    const member = people[number % Math.max(1, people.length)]
    return member ? [{ memberId: member.id, press: { command: `summary.${verb}`, options: {} } }] : []
  }
  const every = (weeks: number, brought: Brought[]): Brought[] => (week % weeks === 0 ? brought : [])
  return [
    ...turn(specialists, 2 * week, 'intake'),
    ...turn(specialists, 2 * week + 1, 'intake'),
    ...[0, 1, 2].flatMap((number) => turn(specialists, 3 * week + number, 'result')),
    ...turn(centre, week, 'notice'),
    ...every(3, turn(specialists, week + 5, 'issue')),
    ...every(6, turn(specialists, week + 3, 'strengths')),
    ...every(9, turn(specialists, week + 7, 'study')),
  ]
}
