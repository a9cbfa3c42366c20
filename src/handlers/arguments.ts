import { z } from 'zod'
import type { Card, Choice } from '../bot/card.ts'
import type { Asker } from '../domain/member/roles.ts'
import type { Region } from '../domain/region/region.ts'
import { Refused, refuse } from './answer.ts'
import type { Call } from './call.ts'

/** One value as a line or a button carries it. */
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

/** One thing out of one or several options, by their own names. */
export const argument = <Options extends Record<string, Option>, Value>(declared: {
  options: Options
  resolve(call: Call, given: OptionValues<Options>): Promise<Value> | Value
  carry?(value: Value): Record<string, string>
}): Argument<Value> => ({
  options: () => declared.options,
  resolve: async (call, given) => declared.resolve(call, given as OptionValues<Options>),
  carry: declared.carry,
})

/** A right to one thing by who asks; pure, from the noun's `permission.ts`. */
type Rule<Thing> = (asker: Asker, thing: Thing, region: Region) => boolean

export type Named<Entity, Key> = Argument<Entity> & {
  /** The same, which need not be given. */
  optional: Argument<Entity | undefined>
  /** The same, refused with a card where one is returned. Asked after the rights. */
  unless(why: (call: Call, entity: Entity) => Card | undefined): Named<Entity, Key>
  /** As `resolve`, of what a handler knows by itself. */
  find(call: Call, key: Key): Promise<Entity>
  /** Undefined where `find` would refuse: for what is named in a form's field. */
  lookUp(call: Call, key: Key): Promise<Entity | undefined>
}

type Entity<Thing, Key> = {
  /** By what it is named; an id on a button where nothing is said. */
  by?: Option<Key>
  find(call: Call, key: Key): Promise<Thing | undefined>
  see: Rule<Thing>
  /** Where seeing it is not enough to change it. */
  change?: Rule<Thing>
  /** Said alike of one that does not exist and of one that the asker may not see. */
  gone(call: Call, key: Key): Card
  /** Why nobody can do anything with it any more. */
  over?(call: Call, thing: Thing): Card | undefined
  /** Said to who may see it and not change it; `gone` where nothing is. */
  notYours?(call: Call, thing: Thing): Card
  /** What is proposed while somebody types, as far as they may do with it what the command does. */
  propose?: {
    among(call: Call, typed: string): Promise<Thing[]>
    choice(thing: Thing, call: Call): Choice
  }
}

/** How a noun's things are found, seen and changed, said once: in its `arguments.ts`. */
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
        if (error instanceof Refused) return undefined
        throw error
      }
    },
  }
}

export type Listed<One> = {
  /** All that the region has. */
  among(call: Call): readonly One[]
  /** Those that the asker may name; they are proposed. */
  may?: Rule<One>
  /** Proposed are fewer than may be named. */
  propose?(call: Call): readonly One[]
  /** Who or what is meant where none is named. */
  absent?(call: Call): One | undefined
  /** `typed`: undefined where none was named, and none is meant. */
  unknown(call: Call, typed: string | undefined): Card
  /** Said of one that exists; `unknown` where nothing is. */
  notYours?(call: Call, one: One): Card
}

/** One of a list that the region keeps (members, offices, bodies, rotas), by its id or by the name people call it. */
export const listedArgument = <One extends { id: string; name: string }>(
  declared: Listed<One>,
): Argument<One> & { optional: Argument<One | undefined> } => {
  const { among, may = () => true, absent, unknown, notYours } = declared
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

/** As people write a name, with or without a space in it. */
const spaceless = (name: string): string => name.replaceAll(/\s/gu, '')
