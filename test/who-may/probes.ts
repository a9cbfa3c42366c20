import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { FieldView, FormValues, FormView } from '../../src/bot/form.ts'
import type { Account, Dispatch, Interaction, Reply } from '../../src/bot/port.ts'
import type { Press } from '../../src/bot/press.ts'
import type { Answered } from '../../src/observability/watch.ts'
import { typedInto } from '../bot/conformance/crawl.ts'
import { PEOPLE, type Person } from './people.ts'
import type { AuditRow, RolledBack } from './rolled-back.ts'

export type Step = 'open' | 'submit' | 'suggest' | 'keep' | 'home' | 'quote'

/** What came of one try. `shown`: whose texts stood in the answer, as `kind/name`. */
export type Outcome = {
  how: Answered
  reply: Reply
  shown: string[]
  changed: string[]
  audit: AuditRow[]
}

const accountOf = (person: Person): Account => ({
  platform: 'practice',
  workspace: person === 'of another region' ? 'tonari' : 'saikatsuhoku',
  user: PEOPLE[person],
})

export const MARKERS = /しるし\d+番|S-\d{4}/g

const textOf = (reply: Reply): string => {
  const files = reply.kind === 'card' ? (reply.files ?? []) : []
  const inFiles = files.map(({ bytes, name }) => {
    if (!/\.(docx|xlsx)$/.test(name)) return ''
    return Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join()
  })
  return [JSON.stringify({ ...reply, files: files.map(({ alt }) => alt) }), ...inFiles].join()
}

/** Tries things as people, each on a database as it was. `told` is where the dispatcher says how it answered. */
export const prober = (
  { probe }: RolledBack,
  dispatch: Dispatch,
  told: { how: Answered | undefined },
  owners: ReadonlyMap<string, string>,
) => {
  const sends = (person: Person, what: object): Promise<Reply> => {
    const interaction = { account: accountOf(person), event: randomUUID(), language: 'ja', ...what }
    told.how = undefined
    return dispatch(interaction as Interaction)
  }
  const does = (person: Person, what: object): Promise<Outcome> => tries(what, () => sends(person, what))
  const tries = async (what: object, work: () => Promise<Reply>): Promise<Outcome> => {
    let { value: reply, changed, audit } = await probe(work)
    // Two tries at one row may have waited for each other: that deadlock is the walk's own.
    if (told.how === 'failed') ({ value: reply, changed, audit } = await probe(work))
    const said = new Set(JSON.stringify(what).match(MARKERS))
    const heard = new Set(textOf(reply).match(MARKERS))
    const shown = [...heard]
      .filter((marker) => !said.has(marker))
      .flatMap((marker) => owners.get(marker) ?? [])
    return { how: told.how ?? 'answered', reply, shown: [...new Set(shown)].toSorted(), changed, audit }
  }
  return {
    run: (person: Person, press: Press, more: object = {}) => does(person, { kind: 'run', press, ...more }),
    submit: (person: Person, press: Press, values: FormValues) =>
      does(person, { kind: 'submit', press, values }),
    /** Opens a form and sends it: what its opening stored is there. */
    openAndSubmit: (person: Person, press: Press, valuesOf: (form: FormView) => FormValues) =>
      tries(press, async () => {
        const opened = await sends(person, { kind: 'run', press })
        if (opened.kind !== 'form') return opened
        const { form } = opened
        return sends(person, { kind: 'submit', press: form.press, values: valuesOf(form) })
      }),
    keep: (person: Person, press: Press, values: FormValues) => does(person, { kind: 'keep', press, values }),
    suggest: (person: Person, press: Press, option: string) =>
      does(person, { kind: 'suggest', press, option, typed: '' }),
    home: (person: Person) => does(person, { kind: 'home' }),
  }
}

export type Prober = ReturnType<typeof prober>

const LINE = 'くらしのようす。'

const filled = (command: string, field: FieldView, typed: Record<string, string>): string | string[] => {
  const meant = typed[`${command}.${field.name}`]
  const known = meant ?? typed[field.name]
  switch (field.kind) {
    case 'choice': {
      const isOffered = field.choices.some(({ value }) => value === known)
      const usual = field.initial || (field.required ? (field.choices.at(-1)?.value ?? '') : '')
      return meant ?? (isOffered ? known : undefined) ?? usual
    }
    case 'choices':
      return field.choices.slice(0, 2).map(({ value }) => value)
    case 'date':
      return known ?? (field.initial || (field.required ? (typed.deadline ?? '') : ''))
    case 'short-text':
    case 'long-text':
      return known ?? (field.initial || LINE.slice(0, field.maxLength))
    default:
      return field satisfies never
  }
}

/** What somebody sends: what stands in the form already, else what such a field takes. */
export const valuesFor = (
  form: FormView,
  today: Temporal.PlainDate,
  more: Record<string, string>,
): FormValues => {
  const typed = { ...typedInto(today), code: 'S-8001', ...more }
  return Object.fromEntries(
    form.fields.map((field) => [field.name, filled(form.press.command, field, typed)]),
  )
}
