import { z } from 'zod'
import type { ConfigFault, Environment } from '../adapter.ts'

/** What a variable should be, in both languages: who sets it up has chosen none yet. */
export const should = (ja: string, en: string) => ({ error: `${ja} / ${en}` })

export const fault = (name: string, ja: string, en: string): ConfigFault => ({
  name,
  should: should(ja, en).error,
})

export const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => protocols.includes(URL.parse(value)?.protocol ?? ''),
      should(`${example} の形のアドレス`, `an address such as ${example}`),
    )

export const webAddress = (example: string) => address(['http:', 'https:'], example)

/** The variables that the schema names, or a fault for each that does not read. */
export const readVariables = <Output>(
  schema: z.ZodType<Output>,
  environment: Environment,
): { ok: true; read: Output } | { ok: false; faults: ConfigFault[] } => {
  const { success, data, error } = schema.safeParse(environment)
  if (success) return { ok: true, read: data }
  return {
    ok: false,
    faults: error.issues.map(({ path, message }) => ({ name: String(path[0]), should: message })),
  }
}
