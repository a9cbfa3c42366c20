import { eq } from 'drizzle-orm'
import { boolean, index, primaryKey, smallint, unique, uuid } from 'drizzle-orm/pg-core'
import type { SectionId } from '../../domain/agenda/templates.ts'
import type { FormName } from '../../domain/summary/forms.ts'
import { cases } from '../case/tables.ts'
import {
  doneBy,
  identifier,
  instant,
  memberId,
  personal,
  regionId,
  sealed,
  within,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { ofCase } from '../engine/selectors.ts'
import { meetings } from '../meeting/tables.ts'
import { plans } from '../plan/tables.ts'

/** ケース概要 and what else is submitted for an agenda section. Its text is sealed. */
export const summaries = table(
  'summaries',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    form: identifier('form').$type<FormName>().notNull(),
    section: identifier('section').$type<SectionId>().notNull(),
    /** What makes it one: the plan that is reviewed, or itself. */
    occasion: uuid('occasion').notNull(),
    caseId: uuid('case_id'),
    planId: uuid('plan_id'),
    meetingId: uuid('meeting_id').notNull(),
    presenterId: memberId('presenter_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    version: smallint('version').notNull(),
    text: sealed('text', {
      key: ['id', 'version'],
      before: 'summary:{id}',
      of: { case: { text: '{}' } },
    }).notNull(),
    carriedOver: smallint('carried_over').notNull().default(0),
    submittedAt: instant('submitted_at').notNull(),
    editedAt: instant('edited_at').notNull(),
    /** Monitoring results come on an agenda once the centre has agreed (seed 001: 事前協議). */
    agreedBy: doneBy('agreed_by'),
    agreedAt: instant('agreed_at'),
    /** Minutes by its kind and length. */
    estimated: smallint('estimated').notNull(),
    /** What the coordinator set in the draft. */
    duration: smallint('duration'),
    position: smallint('position'),
    heldBack: boolean('held_back').notNull().default(false),
    /** A paper for the item, by its link: nothing is stored but where it is. */
    paperTitle: personal('paper_title', { case: 'null' }),
    paperUrl: personal('paper_url', { case: 'null' }),
    /** Version for compare-and-set, so that two people do not undo each other's arrangements. */
    arrangement: smallint('arrangement').notNull().default(0),
    arrangedBy: doneBy('arranged_by'),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => eq(t.caseId, id) },
  (t) => [
    unique('summaries_in_region').on(t.regionId, t.id),
    unique('summaries_occasion').on(t.regionId, t.form, t.occasion),
    index('summaries_meeting').on(t.regionId, t.meetingId),
    index('summaries_case').on(t.regionId, t.caseId),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.planId], [plans.regionId, plans.id]),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** Every earlier and present text of a summary. */
export const summaryVersions = table(
  'summary_versions',
  {
    regionId: regionId(),
    summaryId: uuid('summary_id').notNull(),
    version: smallint('version').notNull(),
    text: sealed('text', {
      key: ['summaryId', 'version'],
      before: 'summary:{summaryId}',
      of: { case: 'row' },
    }).notNull(),
    writtenBy: doneBy('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => ofCase(t.summaryId, 'summaries', id) },
  (t) => [
    primaryKey({ columns: [t.regionId, t.summaryId, t.version] }),
    within([t.regionId, t.summaryId], [summaries.regionId, summaries.id]),
  ],
)
