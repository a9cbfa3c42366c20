import { z } from 'zod'
import { mayPutInCharge } from '../../domain/case/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Option } from '../legacy/command.ts'

type Member = Region['members'][number]

export const memberOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.member,
  suggest: async ({ region, asker }, typed) =>
    region.members
      .filter((member) => mayPutInCharge(asker, member) && member.name.includes(typed.trim()))
      .map(({ id, name }) => ({ value: id, label: name })),
}

const spaceless = (name: string): string => name.replaceAll(/\s/gu, '')

/** By id, or by the name as people write it, with or without a space. */
export const memberNamed = (region: Region, named: string): Member | undefined =>
  region.members.find(({ id, name }) => id === named || spaceless(name) === spaceless(named))
