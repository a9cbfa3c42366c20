import { z } from 'zod'
import { date, slug } from './field.ts'

/**
 * モニタリング検証 by visiting offices. A cycle is so many months from `from` on, again and again; each round goes to
 * its offices within its months of the cycle.
 */
export const visitsSchema = <Kind extends z.ZodType>(kind: Kind) =>
  z.strictObject({
    from: date,
    cycleMonths: z.int().min(1).max(60).default(12),
    visitors: z.array(slug).default([]),
    rounds: z
      .array(
        z.strictObject({
          officeKinds: z.array(kind).default([]),
          offices: z.array(slug).default([]),
          times: z.int().min(1).max(24).optional(),
          visits: z.int().min(1).max(400).optional(),
          fromMonth: z.int().min(1).max(60).default(1),
          toMonth: z.int().min(1).max(60).optional(),
        }),
      )
      .min(1),
    newOffices: z
      .array(
        z.strictObject({
          office: slug,
          from: date,
          months: z.int().min(1).max(60).default(12),
          times: z.int().min(1).max(60).default(12),
        }),
      )
      .default([]),
  })
