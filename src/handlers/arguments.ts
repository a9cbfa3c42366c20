import { z } from 'zod'
import type { Card, Choice } from '../bot/card.ts'
import type { Asker } from '../domain/member/roles.ts'
import type { Region } from '../domain/region/region.ts'
import type { SubjectKind } from '../store/keeping/audit.ts'
import { Refused, refuse } from './answer.ts'
import type { Call } from './call.ts'

/** An option: one value as a typed line, a button or a form carries it. */
export type Option<Value = unknown, Required extends boolean = boolean> = {
  schema: z.ZodType<Value>
  required: Required
  /** Carried by buttons only: an id that nobody types. */
  hidden?: true
  /** Proposals while the person types. They are what the asker may see, and no more. */
  suggest?: ((call: Call, typed: string) => Promise<Choice[]> | Choice[]) | undefined
}

/** Typed in its place on the line, or as `name=value`. */
export const typed = <Value>(
  schema: z.ZodType<Value>,
  suggest?: Option['suggest'],
): Option<Value, false> => ({ schema, required: false, suggest })

/** Carried by buttons and forms. */
export const carried = <Value>(schema: z.ZodType<Value>): Option<Value, false> => ({
  schema,
  required: false,
  hidden: true,
})

export const required = <Value>(option: Option<Value>): Option<Value, true> => ({ ...option, required: true })

/** A name or a code as people type it. */
export const nameText = z.string().trim().min(1).max(80)

export const carriedId: Option<string, false> = carried(z.uuid())

/** One of these words. */
export const carriedChoice = <const Value extends string>(values: readonly Value[]): Option<Value, false> =>
  carried(z.enum(values as [Value, ...Value[]]) as unknown as z.ZodType<Value>)

type OptionValue<One> =
  One extends Option<infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | undefined
    : never
export type OptionValues<Options> = { [Name in keyof Options]: OptionValue<Options[Name]> }

/** What a handler gets for what was typed or carried: found, and permitted to the asker. */
export type Argument<Value = unknown> = {
  /** `name`: under which the command declares it. */
  options(name: string): Record<string, Option>
  /** Throws a refusal where there is no such thing, or none for the asker. */
  resolve(call: Call, given: Record<string, unknown>, name: string): Promise<Value>
  /** How a form carries it, where that is not as it was given. */
  carry?: ((value: never, name: string) => Record<string, string>) | undefined
}

export type ArgumentValues<Args> = {
  [Name in keyof Args]: Args[Name] extends Argument<infer Value> ? Value : OptionValue<Args[Name]>
}

/** Declares an argument resolved from one or several options, which keep their own names. */
export const argument = <Options extends Record<string, Option>, Value>(declared: {
  options: Options
  resolve(call: Call, given: OptionValues<Options>): Promise<Value> | Value
  carry?(value: Value): Record<string, string>
}): Argument<Value> => ({
  options: () => declared.options,
  resolve: async (call, given) => declared.resolve(call, given as OptionValues<Options>),
  carry: declared.carry,
})

/** A permission for one thing, by who asks; pure, from the noun's `permission.ts`. */
type Rule<Thing> = (asker: Asker, thing: Thing, region: Region) => boolean

export type Named<Entity, Key> = Argument<Entity> & {
  /** Optional variant: undefined where nothing is given. */
  optional: Argument<Entity | undefined>
  /** Variant with one more check, made after the permissions: refuses with the card that `why` returns. */
  unless(why: (call: Call, entity: Entity) => Card | undefined): Named<Entity, Key>
  /** As `resolve`, with a key that the handler has already. */
  find(call: Call, key: Key): Promise<Entity>
  /** Undefined where `find` would refuse: for what is named in a form's field. */
  lookUp(call: Call, key: Key): Promise<Entity | undefined>
}

type Entity<Thing, Key> = {
  /** The option that names it; by default an id on a button. */
  by?: Option<Key>
  find(call: Call, key: Key): Promise<Thing | undefined>
  /** Under what a refusal of it goes on record. */
  subject(thing: Thing): [kind: SubjectKind, id: string]
  see: Rule<Thing>
  /** Where seeing it is not enough to change it. */
  change?: Rule<Thing>
  /** Refuses alike one that does not exist and one that the asker may not see, so that they cannot be told apart. */
  gone(call: Call, key: Key): Card
  /** Refuses one that is closed to everybody. */
  over?(call: Call, thing: Thing): Card | undefined
  /** Refuses who may see it and not change it; by default as `gone`. */
  notYours?(call: Call, thing: Thing): Card
  /** Completion: of `among`, those that the asker is permitted to use. */
  propose?: {
    among(call: Call, typed: string): Promise<Thing[]>
    choice(thing: Thing, call: Call): Choice
  }
}

/** Declares once how a noun's things are found, and who may see and change them: in its `arguments.ts`. */
export const entityArgument = <Thing, Key = string>(
  declared: Entity<Thing, Key>,
): { toSee: Named<Thing, Key>; toChange: Named<Thing, Key> } => {
  const { see, change = see } = declared
  return {
    toSee: namedEntity(declared, see, () => undefined),
    toChange: namedEntity(
      declared,
      (...asked) => see(...asked) && change(...asked),
      () => undefined,
    ),
  }
}

const namedEntity = <Thing, Key>(
  declared: Entity<Thing, Key>,
  may: Rule<Thing>,
  refused: (call: Call, thing: Thing) => Card | undefined,
): Named<Thing, Key> => {
  const { by = carriedId as unknown as Option<Key>, propose, see, over, gone, notYours } = declared
  const find = async (call: Call, key: Key): Promise<Thing> => {
    const { asker, region } = call
    const thing = await declared.find(call, key)
    if (thing) call.found(...declared.subject(thing))
    if (!thing || !see(asker, thing, region)) throw refuse(gone(call, key))
    const ended = over?.(call, thing)
    if (ended) throw refuse(ended)
    if (!may(asker, thing, region)) throw refuse(notYours ? notYours(call, thing) : gone(call, key))
    const why = refused(call, thing)
    if (why) throw refuse(why)
    return thing
  }
  const suggest: Option['suggest'] =
    propose &&
    (async (call, typedSoFar) =>
      (await propose.among(call, typedSoFar))
        .filter((thing) => may(call.asker, thing, call.region))
        .map((thing) => propose.choice(thing, call)))
  const option: Option<Key> = { ...by, suggest }
  return {
    options: (name) => ({ [name]: required(option) }),
    resolve: (call, given, name) => find(call, given[name] as Key),
    find,
    optional: {
      options: (name) => ({ [name]: { ...option, required: false } }),
      resolve: async (call, given, name) =>
        given[name] === undefined ? undefined : find(call, given[name] as Key),
    },
    unless: (why) => namedEntity(declared, may, (call, thing) => refused(call, thing) ?? why(call, thing)),
    lookUp: async (call, key) => {
      try {
        return await find(call, key)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        call.missed()
        return undefined
      }
    },
  }
}

export type Listed<One> = {
  /** Under what a refusal of one goes on record. */
  kind: SubjectKind
  /** All that the region has. */
  among(call: Call): readonly One[]
  /** Those that the asker may name; by default also the completion. */
  may?: Rule<One>
  /** Completion, where it is narrower than what may be named. */
  propose?(call: Call): readonly One[]
  /** Default where none is named. */
  absent?(call: Call): One | undefined
  /** Refuses an unknown name. `typed`: undefined where none was named and there is no default. */
  unknown(call: Call, typed: string | undefined): Card
  /** Refuses one that exists and is not for the asker; by default as `unknown`. */
  notYours?(call: Call, one: One): Card
}

/** Declares an argument out of a list that the region keeps (members, offices, bodies, rotas), by id or by name. */
export const listedArgument = <One extends { id: string; name: string }>(
  declared: Listed<One>,
): Argument<One> & { optional: Argument<One | undefined> } => {
  const { kind, among, may = () => true, absent, unknown, notYours } = declared
  const propose =
    declared.propose ?? ((call) => among(call).filter((one) => may(call.asker, one, call.region)))
  const option = typed(nameText, (call, typedSoFar) =>
    propose(call)
      .filter(({ name }) => name.includes(typedSoFar.trim()))
      .map(({ id, name }) => ({ value: id, label: name })),
  )
  const find = (call: Call, named: string | undefined): One => {
    const one =
      named === undefined
        ? absent?.(call)
        : among(call).find(({ id, name }) => id === named || spaceless(name) === spaceless(named))
    if (!one) throw refuse(unknown(call, named))
    call.found(kind, one.id)
    if (!may(call.asker, one, call.region)) throw refuse(notYours?.(call, one) ?? unknown(call, named))
    return one
  }
  return {
    options: (name) => ({ [name]: option }),
    resolve: async (call, given, name) => find(call, given[name] as string | undefined),
    optional: {
      options: (name) => ({ [name]: option }),
      resolve: async (call, given, name) =>
        given[name] === undefined ? undefined : find(call, given[name] as string),
    },
  }
}

/** Normalises a name for comparison: people write it with and without a space. */
const spaceless = (name: string): string => name.replaceAll(/\s/gu, '')
