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
import type { Subject } from '../store/keeping/audit.ts'
import { recordGuardException } from '../store/privacy/guard-exceptions.ts'
import { type Answer, askAgain, Refused, refuse } from './answer.ts'
import type { Call } from './call.ts'
import type { Command, OpenForm } from './command.ts'
import { formFields, formView, notNamesField, readForm, withTyped } from './form.ts'
import { withoutHiddenCodes } from './hide-codes.ts'
import type { Meaning } from './meaning.ts'
import { deleteDraft, saveDraft, withDraft, withQuoted } from './prefill.ts'
import type { Registry } from './registry.ts'
import { optionWords, usageOf } from './words.ts'

/** Rolls back the transaction and carries the reply: nothing of a refused command stays but its row, if any. */
export class Undone extends Error {
  readonly reply: Reply
  readonly isOnRecord: boolean
  /** Whether the reply is what the command shows besides, not the refusal alone. */
  readonly isShowing: boolean
  constructor(reply: Reply, { isOnRecord, isShowing }: { isOnRecord: boolean; isShowing: boolean }) {
    super('undone')
    this.reply = reply
    this.isOnRecord = isOnRecord
    this.isShowing = isShowing
  }
}

/**
 * Runs what an interaction means: permission, arguments, form, handler. Throws `Undone` with a refusal. Its readers see no
 * code that they are not to know, unless the command discloses by itself.
 */
export const answer = async (
  registry: Registry,
  interaction: Interaction,
  meaning: Meaning,
  call: Call,
): Promise<Reply> => {
  const shown = async (reply: Reply) => (meaning.command?.discloses ? reply : withoutHiddenCodes(reply, call))
  try {
    return await shown(await replyTo(registry, interaction, meaning, call))
  } catch (error) {
    if (error instanceof Undone && error.reply.kind === 'correct')
      throw new Undone(await shown(error.reply), error)
    throw error
  }
}

const replyTo = async (
  registry: Registry,
  interaction: Interaction,
  meaning: Meaning,
  call: Call,
): Promise<Reply> => {
  const { command, press } = meaning
  try {
    if (interaction.kind === 'suggest') return await suggest(command, interaction, call)
    if (interaction.kind === 'keep') return await keep(command, interaction, call)
    if (meaning.misread) throw askAgain(unreadCard(meaning, call))
    if (!command || !press) throw refuse(unreadCard(meaning, call))
    if (!may(call.asker, command.permission))
      throw refuse(notPermittedCard(rolesThatMay(command.permission), call.text))
    const step = { registry, command, press, call }
    if (interaction.kind === 'submit' && command.submit) return await submit(step, interaction.values)
    const reply = await open(step)
    if (interaction.kind === 'home') return reply.kind === 'card' ? { kind: 'home', card: reply.card } : reply
    const quoted = interaction.kind === 'run' ? interaction.quoted : undefined
    return quoted === undefined ? reply : quoting(command, quoted, reply, call)
  } catch (error) {
    if (error instanceof Refused && 'card' in error.why)
      throw new Undone(
        { kind: 'card', card: error.why.card, to: 'asker' },
        { isOnRecord: error.isOnRecord, isShowing: false },
      )
    throw error
  }
}

const unreadCard = ({ misread, press }: Meaning, { language, text }: Call) => {
  if (!misread) return unknownCommandCard(press?.command ?? '', [], text)
  if (misread.reason === 'too-many-words')
    return tooManyWordsCard(misread.extra, usageOf(misread.command, language), text)
  const nearest = misread.nearest.map((view) => ({
    usage: usageOf(view, language),
    description: view.description[language],
  }))
  return unknownCommandCard(misread.typed, nearest, text)
}

type Step = { registry: Registry; command: Command; press: Press; call: Call }
type Resolved = Record<string, unknown>

const open = async (step: Step): Promise<Reply> => {
  const { command, call } = step
  const args = await resolved(step)
  const full = fullCall(step, args)
  if (!command.form) guardVersion(step, full)
  return shape(step, args, await command.run(full as never), call)
}

const fullCall = (step: Step, args: Resolved) => {
  const { command, call } = step
  return { ...call, args, words: command.words(call.text), recheck: async () => void (await resolved(step)) }
}
type FullCall = ReturnType<typeof fullCall>

const submit = async (step: Step, typed: FormValues): Promise<Reply> => {
  const { command, press, call } = step
  const args = await resolved(step)
  const full = fullCall(step, args)
  const read = readForm(formFields(command.form ?? NO_FORM, call.region), typed, call.text, call.names)
  try {
    if (!read.ok) throw new Refused({ faults: read.faults }, read.isGuarded)
    guardVersion(step, full)
    const answered = await submitNoting(command, full, read)
    await deleteDraft(call, press)
    return await shape(step, args, answered, call)
  } catch (error) {
    if (!(error instanceof Refused && 'faults' in error.why)) throw error
    const reopened = await shape(step, args, await command.run(full as never), call)
    const how = { isOnRecord: error.isOnRecord || call.hasMissed(), isShowing: true }
    if (reopened.kind !== 'form') throw new Undone(reopened, how)
    const fields = [...reopened.form.fields, ...notNamesField(read.doubtful, call.text)]
    const form = withTyped({ ...reopened.form, fields }, typed)
    throw new Undone({ kind: 'correct', form, faults: error.why.faults }, how)
  }
}

const NO_FORM = { fields: {} }

/**
 * Records what the writer said to be no names as guard exceptions, in the transaction that stores the text: a refusal
 * rolls both back.
 */
const submitNoting = async (
  { id, form, submit: run }: Command,
  call: FullCall,
  { values, exceptions }: Extract<ReturnType<typeof readForm>, { ok: true }>,
): Promise<Answer> => {
  if (!form || !run) throw new Error(`${id} is sent as a form and declares none`)
  let changed: Subject | undefined
  const note: Call['note'] = (access, subjectKind, subjectId) => {
    if (access === 'change') changed ??= { subjectKind, subjectId }
    call.note(access, subjectKind, subjectId)
  }
  const [own, ofRegion] = [{ ...values }, {} as Record<string, unknown>]
  for (const name of Object.keys(form.ofRegion?.(call.region) ?? {})) {
    ofRegion[name] = own[name]
    delete own[name]
  }
  const answered = await run({ ...call, note, values: own, ofRegion } as never)
  if (exceptions > 0) {
    const { subjectKind, subjectId } = changed ?? { subjectKind: null, subjectId: null }
    const { asker, now } = call
    const exception = {
      at: now,
      memberId: asker.memberId,
      form: id,
      subjectKind,
      subjectId,
      places: exceptions,
    }
    await recordGuardException(call.scope, exception)
  }
  return answered
}

const shape = async (
  { command, press }: Step,
  args: Resolved,
  answered: Answer | OpenForm,
  call: Call,
): Promise<Reply> => {
  if (!('kind' in answered)) {
    const carried = { ...press.options, ...carriedBy(command, args, call) }
    return {
      kind: 'form',
      form: await withDraft(formView(command, answered, carried, call.text, call.region), call),
    }
  }
  if (answered.kind === 'replace') return answered
  const { card, to, files } = answered
  return { kind: 'card', card, to, files }
}

/**
 * Returns the options that a form carries besides those it was opened with: arguments by their ids, and the version
 * seen.
 */
const carriedBy = ({ args, seen }: Command, values: Resolved, call: Call): Record<string, string> => {
  const carried: Record<string, string> = {}
  for (const [name, one] of Object.entries(args))
    if ('resolve' in one && one.carry && values[name] !== undefined)
      Object.assign(carried, one.carry(values[name] as never, name))
  const version = seen?.version({ ...call, args: values } as never)
  return version === undefined ? carried : { ...carried, seen: String(version) }
}

/**
 * Compares the version seen with the present one and throws where they differ. Accepts a form or button that carries
 * none: an earlier release made it.
 */
const guardVersion = ({ command: { seen }, press }: Step, call: FullCall): void => {
  const given = press.options.seen
  if (!seen || given === undefined || given === '') return
  const version = seen.version(call as never)
  if (version !== undefined && given !== String(version)) throw seen.changed(call as never)
}

/** The arguments, each found and permitted. Throws the refusal of the first that is not. */
const resolved = async (step: Step): Promise<Resolved> => {
  const { command, call } = step
  const given = readOptions(step)
  const args: Resolved = {}
  for (const [name, one] of Object.entries(command.args))
    args[name] = 'resolve' in one ? await one.resolve(call, given, name) : given[name]
  return args
}

const readOptions = ({ registry, command, press, call }: Step): Resolved => {
  const { text, language } = call
  const usage = () => {
    const view = registry.views.find(({ id }) => id === command.id)
    return view ? usageOf(view, language) : command.words(text).verb
  }
  const values: Resolved = {}
  for (const [name, option] of Object.entries(command.options)) {
    const typed = press.options[name]
    const label = () => optionWords(command, name)(text).name
    if (typed === undefined || typed === '') {
      if (option.required) throw askAgain(missingOptionCard(label(), usage(), text))
      continue
    }
    const parsed = option.schema.safeParse(typed)
    if (!parsed.success) throw askAgain(wrongOptionCard(label(), typed, usage(), text))
    values[name] = parsed.data
  }
  return values
}

/** Checks a message's text as soon as its form opens: what may not be sent as it is shows at once. Stores nothing. */
const quoting = (command: Command, quoted: string, opened: Reply, call: Call): Reply => {
  if (opened.kind !== 'form') return opened
  const { form, faults } = withQuoted(opened.form, command.shortcut?.message?.takes, quoted, call)
  if (faults) throw new Undone({ kind: 'correct', form, faults }, { isOnRecord: true, isShowing: true })
  return { kind: 'form', form }
}

const keep = async (
  command: Command | undefined,
  { press, values }: Extract<Interaction, { kind: 'keep' }>,
  call: Call,
): Promise<Reply> => {
  if (command && may(call.asker, command.permission)) await saveDraft(command, press, values, call)
  return { kind: 'nothing' }
}

const suggest = async (
  command: Command | undefined,
  { option, typed }: Extract<Interaction, { kind: 'suggest' }>,
  call: Call,
): Promise<Reply> => {
  const proposer = command?.options[option]?.suggest
  const allowed = command && may(call.asker, command.permission)
  const choices = proposer && allowed ? await proposer(call, typed) : []
  return { kind: 'suggestions', choices: choices.slice(0, 25) }
}
