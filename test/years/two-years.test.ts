import { expect, test } from 'vitest'
import type { Card, ListItem } from '../../src/bot/card.ts'
import type { FormValues } from '../../src/bot/form.ts'
import type { Platform } from '../../src/bot/port.ts'
import type { Press } from '../../src/bot/press.ts'
import { type Post, recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { isWithinOfficeHours } from '../../src/domain/calendar/working-calendar.ts'
import { writeMonth } from '../../src/domain/calendar/write-date.ts'
import { escalatesOn } from '../../src/domain/monitoring/renewal.ts'
import { calendarOf } from '../../src/domain/region/calendar.ts'
import { runUntil } from '../../src/jobs/run-until.ts'
import { asOwner } from '../support/database.ts'
import { people, saidIn } from '../support/people.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { addCases, dice } from './region-of-2000.ts'

const CASES = Number(process.env.YEARS_CASES ?? 2_000)
const FROM = '2026-04-01'
const TO = process.env.YEARS_TO ?? '2028-03-31'

const itemsOf = ({ parts }: Card): ListItem[] =>
  parts.flatMap((part) => (part.part === 'list' ? part.items : []))

test(`two years of ${CASES} cases: every due month ends done, or was escalated as the region set`, async () => {
  const product = await startProduct(tokyo(`${FROM}T07:00`))
  const sample = await sampleRegion()
  // The meetings of the sample region have a test of their own; here they would only take time.
  const region = { ...sample, series: [] }
  await product.load(region)
  const calendar = calendarOf(region)
  const random = dice(20_260_401)
  const today = Temporal.PlainDate.from(FROM)
  await product.database.inRegion(region.id, (scope) =>
    addCases(scope, region, CASES, today, product.clock.now(), random),
  )

  const seen = recordingPlatform(region)
  const wrong: string[] = []
  const platform: Platform = {
    ...seen.platform,
    post: async (place, card, key) => {
      if (!isWithinOfficeHours(calendar, product.clock.now())) wrong.push(`out of hours: ${key}`)
      const told = itemsOf(card).flatMap(({ button }) => button?.press.options.monitoring ?? [])
      const done = await asOwner(product.databaseUrl, region.id, (owner) =>
        owner.query('select id from monitorings where id = any($1::uuid[]) and done_on is not null', [told]),
      )
      if (done.rowCount !== 0) wrong.push(`told of something done: ${key}`)
      return seen.platform.post(place, card, key)
    },
  }
  product.join(platform)
  const at = people(product)

  const fill = async (user: string, press: Press, values: FormValues): Promise<void> => {
    const opened = await at.presses(user, press.command, press.options)
    if (opened.kind !== 'form') return
    const held = Object.fromEntries(
      opened.form.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
    )
    const { command, options } = opened.form.press
    const reply = await at.submits(user, command, options, { ...held, ...values })
    if (reply.kind === 'correct') throw new Error(`${command} by ${user}: ${saidIn(reply)}`)
  }
  const record = async (user: string, press: Press, now: Temporal.Instant): Promise<void> => {
    const doneOn = now.toZonedDateTimeISO(region.timeZone).toPlainDate().toString()
    if (random.chance(0.02))
      return fill(user, press, { doneOn, outcome: 'could_not_meet', reason: '訪問したが留守だった。' })
    await fill(user, press, {
      doneOn,
      outcome: random.chance(0.05) ? 'interval_change_needed' : 'as_planned',
    })
  }
  const respond = async ({ place, card }: Post, now: Temporal.Instant): Promise<void> => {
    if (!('user' in place)) return
    for (const { button } of itemsOf(card)) {
      const press = button?.press
      if (press?.command === 'monitoring.done' && random.chance(0.35)) await record(place.user, press, now)
      if (press?.command === 'plan.renew' && random.chance(0.4)) {
        await fill(place.user, press, {})
        if (random.chance(0.1) && press.options.case)
          await fill(
            place.user,
            { command: 'monitoring.propose', options: { case: press.options.case } },
            {
              interval: '3',
              reason: '暮らしが変わったため。',
            },
          )
      }
      if (press?.command === 'monitoring.decide')
        await at.presses(place.user, press.command, {
          ...press.options,
          decision: random.chance(0.7) ? 'accepted' : 'declined',
        })
      if (press?.command === 'plan.certificate') await fill(place.user, press, {})
    }
  }
  let answered = 0
  const answer = async (now: Temporal.Instant): Promise<void> => {
    const posts = seen.posts.slice(answered)
    answered = seen.posts.length
    for (const post of posts) await respond(post, now)
  }

  const end = Temporal.PlainDate.from(TO)
  for (let day = today; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    // Somebody leaves each summer and each new year; their cases go to a colleague on the day before.
    if (day.toString().slice(5) === '07-31') await fill('midori', assign('haruto'), { to: 'sakura' })
    if (day.toString().slice(5) === '12-25') await fill('midori', assign('riku'), { to: 'aoi' })
    if (day.toString().slice(5) === '01-31') await fill('midori', assign('aoi'), { to: 'riku' })
    if (day.day === 10)
      await fill(
        'midori',
        { command: 'absence.take', options: { member: 'yui' } },
        { to: day.add({ days: 9 }).toString(), deputy: 'minato' },
      )
    await runUntil(product, tokyo(`${day}T23:59`), answer)
  }

  expect(wrong).toEqual([])
  expect(seen.duplicates()).toBe(0)
  const escalated = seen.posts
    .flatMap(({ card }) => itemsOf(card))
    .filter(({ button }) => button?.press.command === 'monitoring.due')
    .map(({ detail }) => detail ?? '')
    .join('\n')
  const { rows } = await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query<{ code: string; month: string; done: boolean; recorded: string | null }>(
      `select c.code, to_char(m.due_month, 'YYYY-MM') as month,
         m.done_on is not null as done, (m.recorded_at at time zone 'Asia/Tokyo')::date::text as recorded
       from monitorings m join cases c on c.id = m.case_id where m.due_month <= $1 order by 1, 3`,
      [TO],
    ),
  )
  const open = rows.filter(({ done, month }) => !done && isPastGrace(month))
  const late = rows.filter(({ recorded, month }) => recorded !== null && isRecordedLate(month, recorded))
  const silent = [...open, ...late].filter(
    ({ code, month }) =>
      !escalated.includes(`${code}　${writeMonth(Temporal.PlainYearMonth.from(month), 'ja')}分`),
  )
  console.log(
    `${CASES} cases, ${FROM} to ${TO}: ${rows.length} due months, ${rows.filter(({ done }) => done).length} done, ` +
      `${late.length} of them after the grace, ${open.length} open past it, ${seen.posts.length} messages`,
  )
  expect(rows.length).toBeGreaterThan(CASES)
  expect(silent).toEqual([])

  function isPastGrace(month: string): boolean {
    const from = escalatesOn(
      Temporal.PlainYearMonth.from(month),
      region.settings.overdueGraceBusinessDays,
      calendar,
    )
    return from !== undefined && Temporal.PlainDate.compare(from, end) <= 0
  }
  /** Somebody of the centre saw it on the morning of the day its grace ended. */
  function isRecordedLate(month: string, recorded: string): boolean {
    const grace = region.settings.overdueGraceBusinessDays
    const from = escalatesOn(Temporal.PlainYearMonth.from(month), grace, calendar)
    return from !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(recorded), from) > 0
  }
})

const assign = (from: string): Press => ({ command: 'case.assign', options: { from } })
