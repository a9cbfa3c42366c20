import type { FormValues } from '../bot/form.ts'
import type { Interaction, Reply } from '../bot/port.ts'
import type { Press } from '../bot/press.ts'
import {
  missingOptionCard,
  notPermittedCard,
  tooManyWordsCard,
  unknownCommandCard,
  wrongOptionCard,
} from '../cards/answer.ts'
import { may, rolesThatMay } from '../domain/member/permission.ts'
import { recordGuardException } from '../store/privacy/guard-exceptions.ts'
import type { BaseCall, Command, Outcome } from './command.ts'
import { dropTyped, keepTyped, withDraft } from './form-draft.ts'
import { formFields, formView, readForm, withTyped } from './form-view.ts'
import { notNamesField } from './guard-field.ts'
import { withQuoted } from './quoted-field.ts'
import { readWords, usageOf } from './read-words.ts'
import type { Registry } from './registry.ts'

/** `undo`: the transaction is rolled back, so that nothing of a refusal stays. `action` names it in the audit log. */
export type Answered = { reply: Reply; action: string; undo: boolean }

const refusal = (action: string, card: Extract<Reply, { kind: 'card' }>['card']): Answered => ({
  reply: { kind: 'card', card, to: 'asker' },
  action,
  undo: true,
})

/** Finds the command that an interaction means, checks permission and input, runs it, and shapes its reply. */
export const answer = async (
  registry: Registry,
  interaction: Interaction,
  call: BaseCall,
): Promise<Answered> => {
  switch (interaction.kind) {
    case 'words':
      return answerWords(registry, interaction.words, call)
    case 'run': {
      const opened = await run(registry, interaction.press, undefined, call)
      const declared = registry.find(interaction.press.command)
      return interaction.quoted === undefined ? opened : quoting(declared, interaction.quoted, opened, call)
    }
    case 'submit':
      return run(registry, interaction.press, interaction.values, call)
    case 'keep':
      return keep(registry, interaction, call)
    case 'home': {
      const { reply, ...rest } = await run(
        registry,
        { command: 'tsunagi.home', options: {} },
        undefined,
        call,
      )
      return { ...rest, reply: reply.kind === 'card' ? { kind: 'home', card: reply.card } : reply }
    }
    case 'suggest':
      return suggest(registry, interaction, call)
    default:
      return interaction satisfies never
  }
}

/** A form that takes a message's words shows at once what of them may not be sent as it is; nothing is stored. */
const quoting = (
  declared: Command | undefined,
  quoted: string,
  opened: Answered,
  call: BaseCall,
): Answered => {
  if (opened.reply.kind !== 'form') return opened
  const { form, faults } = withQuoted(opened.reply.form, declared?.shortcut?.message?.takes, quoted, call)
  return faults
    ? { ...opened, reply: { kind: 'correct', form, faults }, undo: true }
    : { ...opened, reply: { kind: 'form', form } }
}

const keep = async (
  registry: Registry,
  { press, values }: Extract<Interaction, { kind: 'keep' }>,
  call: BaseCall,
): Promise<Answered> => {
  const declared = registry.find(press.command)
  if (declared && may(call.asker, declared.permission)) await keepTyped(declared, press, values, call)
  return { reply: { kind: 'nothing' }, action: press.command, undo: false }
}

const answerWords = async (registry: Registry, words: string, call: BaseCall): Promise<Answered> => {
  const read = readWords(words, registry.views)
  if (read.ok) return run(registry, { command: read.command.id, options: read.options }, undefined, call)
  const { language, text } = call
  if (read.reason === 'unknown-command') {
    const lines = read.nearest.map((view) => ({
      usage: usageOf(view, language),
      description: view.description[language],
    }))
    return refusal('unknown', unknownCommandCard(read.typed, lines, text))
  }
  return refusal(read.command.id, tooManyWordsCard(read.extra, usageOf(read.command, language), text))
}

const run = async (
  registry: Registry,
  press: Press,
  values: FormValues | undefined,
  call: BaseCall,
): Promise<Answered> => {
  const { text } = call
  const declared = registry.find(press.command)
  if (!declared) return refusal('unknown', unknownCommandCard(press.command, [], text))
  if (!may(call.asker, declared.permission))
    return refusal(declared.id, notPermittedCard(rolesThatMay(declared.permission), text))
  const options = readOptions(declared, press.options, call, registry)
  if (!options.ok) return refusal(declared.id, options.card)
  const full = { ...call, options: options.values as never }
  if (!values || !declared.form || !declared.submit)
    return shape(declared, press, await declared.run(full), call)
  const form = readForm(formFields(declared.form, call.region), values, text, call.names)
  const outcome: Outcome = form.ok
    ? await submitNoting(declared.submit, { ...full, values: form.values as never }, declared.id, form.passed)
    : { kind: 'correct', faults: form.faults }
  if (outcome.kind !== 'correct' && outcome.kind !== 'refuse') await dropTyped(call, press)
  if (outcome.kind !== 'correct') return shape(declared, press, outcome, call)
  const reopened = await shape(declared, press, await declared.run(full), call)
  if (reopened.reply.kind !== 'form') return reopened
  const shown = reopened.reply.form
  const fields = [...shown.fields, ...notNamesField(form.doubtful, text)]
  const reply: Reply = {
    kind: 'correct',
    form: withTyped({ ...shown, fields }, values),
    faults: outcome.faults,
  }
  return { reply, action: declared.id, undo: true }
}

/** What the writer said to be no names is recorded beside what it was written into. A refusal undoes both. */
const submitNoting = async (
  submit: NonNullable<Command['submit']>,
  call: Parameters<NonNullable<Command['submit']>>[0],
  form: string,
  places: number,
): Promise<Outcome> => {
  let changed: { subjectKind: string; subjectId: string } | undefined
  const outcome = await submit({
    ...call,
    note: (access, subjectKind, subjectId) => {
      if (access === 'change') changed ??= { subjectKind, subjectId }
      call.note(access, subjectKind, subjectId)
    },
  })
  if (places > 0) {
    const { subjectKind, subjectId } = changed ?? { subjectKind: null, subjectId: null }
    const { memberId } = call.asker
    await recordGuardException(call.scope, { at: call.now, memberId, form, subjectKind, subjectId, places })
  }
  return outcome
}

const shape = async (
  declared: Command,
  press: Press,
  outcome: Outcome,
  call: BaseCall,
): Promise<Answered> => {
  const action = declared.id
  switch (outcome.kind) {
    case 'say':
      return {
        reply: {
          kind: 'card',
          card: outcome.card,
          to: outcome.to ?? 'asker',
          ...(outcome.files ? { files: outcome.files } : {}),
        },
        action,
        undo: false,
      }
    case 'replace':
      return { reply: outcome, action, undo: false }
    case 'ask': {
      const form = formView(declared, outcome.open, press.options, call.text, call.region)
      return { reply: { kind: 'form', form: await withDraft(form, call) }, action, undo: false }
    }
    case 'refuse':
      return refusal(action, outcome.card)
    case 'correct':
      throw new Error(`${action} corrects a form that was not submitted`)
    default:
      return outcome satisfies never
  }
}

const readOptions = (
  declared: Command,
  given: Record<string, string>,
  call: BaseCall,
  registry: Registry,
) => {
  const { text, language } = call
  const view = registry.views.find(({ id }) => id === declared.id)
  const usage = view ? usageOf(view, language) : declared.words.verb(text)
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(declared.options)) {
    const typed = given[name]
    const label = option.words(text).name
    if (typed === undefined || typed === '') {
      if (option.required) return { ok: false as const, card: missingOptionCard(label, usage, text) }
      continue
    }
    const parsed = option.schema.safeParse(typed)
    if (!parsed.success) return { ok: false as const, card: wrongOptionCard(label, typed, usage, text) }
    values[name] = parsed.data
  }
  return { ok: true as const, values }
}

const suggest = async (
  registry: Registry,
  { press, option, typed }: Extract<Interaction, { kind: 'suggest' }>,
  call: BaseCall,
): Promise<Answered> => {
  const declared = registry.find(press.command)
  const proposer = declared?.options[option]?.suggest
  const allowed = declared && may(call.asker, declared.permission)
  const choices = proposer && allowed ? await proposer(call, typed) : []
  return { reply: { kind: 'suggestions', choices: choices.slice(0, 25) }, action: press.command, undo: false }
}
