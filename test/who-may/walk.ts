import type { FormView } from '../../src/bot/form.ts'
import type { Command } from '../../src/handlers/command.ts'
import { EVERY_PERSON, type Person } from './people.ts'
import { type Outcome, type Prober, type Step, valuesFor } from './probes.ts'
import type { Things } from './things.ts'
import { carriedBy, FILLS } from './typed.ts'

/** One try: by whom, which step of which command, on what (`option: thing`, or `nothing` named). */
export type Tried = {
  person: Person
  command: string
  step: Step
  option: string
  thing: string
  options: Record<string, string>
} & Outcome

/** What kind of thing an option names, where it is not called so itself. */
const KINDS: Record<string, string> = { from: 'member' }
const kindOf = (option: string): string => KINDS[option] ?? option

export type Walking = {
  things: Things
  today: Temporal.PlainDate
}

type Target = { option: string; thing: string; options: Record<string, string> }

/** Everything of its kind for each option that names something, and nothing named. */
const targetsOf = ({ id, options }: Command, { things }: Walking): Target[] => {
  const carried = carriedBy(id, things)
  const named = Object.keys(options).flatMap((option) =>
    [...(things.get(kindOf(option)) ?? [])].map(([thing, { value }]) => ({
      option,
      thing,
      options: { ...carried, [option]: value },
    })),
  )
  return [{ option: 'nothing', thing: 'nothing', options: { ...carried } }, ...named]
}

const tagOf = ({ reply }: Outcome): string => (reply.kind === 'card' ? reply.card.tag : '')

/** Refused for the role alone, before anything was looked at: more things would tell no more. */
const isForRole = (outcome: Outcome): boolean => /^answer\.(not-permitted|unknown)/.test(tagOf(outcome))
const TRIED_ALL_THE_SAME = 2

/** Tries every proposal, every draft, the shortcut and the home page; none of them names anything. */
export const walkBesides = async (
  { id, options, form, shortcut }: Command,
  probe: Prober,
): Promise<Tried[]> => {
  const tried: Tried[] = []
  const press = { command: id, options: {} }
  const did = (person: Person, step: Step, option: string, outcome: Outcome) =>
    tried.push({ person, command: id, step, option, thing: option, options: {}, ...outcome })
  for (const person of EVERY_PERSON) {
    for (const [option, { suggest }] of Object.entries(options))
      if (suggest) did(person, 'suggest', option, await probe.suggest(person, press, option))
    if (form) did(person, 'keep', 'nothing', await probe.keep(person, press, KEPT))
    if (shortcut?.message) did(person, 'quote', 'nothing', await probe.run(person, press, { quoted: QUOTED }))
    if (id === 'tsunagi.home') did(person, 'home', 'nothing', await probe.home(person))
  }
  return tried
}

const QUOTED = 'バスの本数がへって、通所できない日があります。'
const KEPT = { what: QUOTED, background: QUOTED }

/** Every person at every step of one command, with everything they could name. */
export const walkCommand = async (command: Command, probe: Prober, walking: Walking): Promise<Tried[]> => {
  const { id } = command
  const targets = targetsOf(command, walking)
  const tried: Tried[] = []
  for (const person of EVERY_PERSON) {
    let refusedForRole = 0
    for (const target of targets) {
      if (refusedForRole >= TRIED_ALL_THE_SAME) break
      const outcome = await probe.run(person, { command: id, options: target.options })
      if (isForRole(outcome)) refusedForRole += 1
      tried.push({ person, command: id, step: 'open', ...target, ...outcome })
    }
  }
  const forms = tried.flatMap(({ reply }) => (reply.kind === 'form' ? [reply.form] : []))
  const [blank] = forms
  if (!command.form || !blank) return tried
  for (const opened of [...tried]) {
    const { person, option, thing, options } = opened
    const form =
      opened.reply.kind === 'form' ? opened.reply.form : { ...blank, press: { command: id, options } }
    const typed = { ...FILLS, ...(options.case !== undefined && { [`${id}.case`]: options.case }) }
    const valuesOf = (one: FormView) => valuesFor(one, walking.today, typed)
    const outcome =
      opened.changed.length > 0
        ? await probe.openAndSubmit(person, { command: id, options }, valuesOf)
        : await probe.submit(person, form.press, valuesOf(form))
    tried.push({ person, command: id, step: 'submit', option, thing, options, ...outcome })
  }
  return tried
}
