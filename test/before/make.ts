import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { customIds } from '../../src/bot/discord/custom-id.ts'
import { encodePress, type Press } from '../../src/bot/press.ts'
import { backup } from '../../src/cli/backup/backup.ts'
import { asOwner, freshDatabase } from '../support/database.ts'
import { tokyo } from '../support/product.ts'
import { DISCORD, type Draft, LEFT_AT, live } from './live.ts'
import { configFor, running } from './running.ts'

export const FOLDER = new URL('../fixtures/installation-0.1.0/', import.meta.url)

/** What stands in chats and is not in the store: buttons by the person who sees them, as each chat keeps them. */
export type Left = {
  /** Thrown away: it seals invented texts only. */
  key: string
  meeting: string
  drafts: Draft[]
  buttons: { user: string; slack: string; discord: string; chosen?: Chosen }[]
}
/** The value that was chosen in a select, and the option that it fills. */
type Chosen = { option: string; value: string }

const idsOf = (press: Press, chosen: string | undefined): Omit<Left['buttons'][number], 'user'> => {
  const { [chosen ?? '']: value, ...options } = press.options
  const pressed = { command: press.command, options }
  const of = chosen === undefined ? {} : { option: chosen }
  return {
    slack: encodePress(pressed),
    discord: customIds(DISCORD.workspace)({ press: pressed, ...of }) ?? '',
    ...(chosen === undefined || value === undefined ? {} : { chosen: { option: chosen, value } }),
  }
}

/** Lives in an installation of this version and writes its backup, with what else is left of it, as a fixture. */
export const makeFixture = async (): Promise<void> => {
  const key = randomBytes(32)
  const databaseUrl = await freshDatabase()
  const product = await running(databaseUrl, key, tokyo('2026-06-01T10:00'))
  const { went, drafts, meeting } = await live(product)
  await product.close()
  await asOwner(databaseUrl, 'saikatsuhoku', async (owner) => {
    for (const statement of ON_THEIR_WAY) await owner.query(statement)
  })
  const file = fileURLToPath(new URL('backup.tar.gz', FOLDER))
  await rm(file, { force: true })
  const written = await backup(file, configFor(databaseUrl, key), { now: () => tokyo(LEFT_AT) })
  if (!written.ok) throw new Error(written.lines.join())
  const buttons = went.buttons().map(({ user, press, chosen }) => ({ user, ...idsOf(press, chosen) }))
  const left: Left = { key: key.toString('base64'), meeting, drafts, buttons }
  await writeFile(new URL('left.json', FOLDER), `${JSON.stringify(left, undefined, 1)}\n`)
}

const DUE = `timestamptz '${LEFT_AT}+09'`

/** Of every kind of reminder and message that there ever was, one that is due, as an outage leaves them. */
const ON_THEIR_WAY = [
  `insert into reminders (region_id, kind, subject, key, due_at)
     select 'saikatsuhoku', kind, subject, kind || ':' || subject, ${DUE} from (values
       ('agenda-update', (select id::text from meetings where nominal = '2026-06-17')),
       ('meeting-changed', (select id::text from meeting_changes limit 1)),
       ('poll-result', (select id::text from polls order by created_at limit 1)),
       ('workspace-people', 'slack T1')) as more (kind, subject)
     on conflict (region_id, key) do update set due_at = excluded.due_at, settled_at = null, result = null`,
  `update reminders set settled_at = null, result = null, due_at = ${DUE}
     where id in (select distinct on (kind) id from reminders where settled_at is not null order by kind, settled_at desc)`,
  `update deliveries set state = 'waiting', due_at = ${DUE}, sent_at = null, skipped_at = null, reason = null,
       planned_for = ${DUE}, put_off_to = null, attempts = 0, failures = 0, first_tried_at = null,
       sent_channel = null, sent_message = null
     where id in (select distinct on (kind) id from deliveries where state in ('sent', 'skipped')
       and kind <> 'agenda' order by kind, sent_at desc nulls last)`,
  `insert into deliveries (region_id, key, kind, subject, reader_id, platform, workspace, account, planned_for, due_at)
     select 'saikatsuhoku', 'before:' || kind, kind, subject, 'midori', 'slack', 'T1', 'U-midori', ${DUE}, ${DUE}
     from (values
       ('agenda-withheld', (select id::text from meetings where nominal = '2026-06-17') || ' outsiders=U-GUEST,U-OTHER'),
       ('meeting-changed', (select id::text from meeting_changes limit 1)),
       ('late-report', '2026-06-10T00:00:00Z/2026-06-16T01:00:00Z'), ('unreachable', 'sota')) as more (kind, subject)`,
]
