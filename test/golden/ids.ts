import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { Product } from '../support/product.ts'

/**
 * Makes ids the same in each run until the test is over, because whatever ties is listed by id: those made in the
 * process are counted up, those made by the database too, or follow from the row's key where jobs insert side by side.
 */
export const sameIds = async ({ databaseUrl }: Product): Promise<void> => {
  countUp()
  await inDatabase(databaseUrl, START)
  onTestFinished(() => inDatabase(databaseUrl, END))
}

const countUp = (): void => {
  const { randomUUID } = crypto
  const give = (made: typeof randomUUID) => {
    crypto.randomUUID = made
    syncBuiltinESMExports()
  }
  let count = 0
  give(() => `00000000-0000-4000-8000-${(count++).toString(16).padStart(12, '0')}`)
  onTestFinished(() => give(randomUUID))
}

const inDatabase = async (connectionString: string, statements: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

/** Until a trigger has given the id. An id that the product gave itself stays. */
const NONE = `'00000000-0000-0000-0000-000000000000'`

const START = `
  create function golden_id() returns trigger language plpgsql as $$ begin
    if new.id = ${NONE} then
      new.id := case when to_jsonb(new) ? 'key'
        then overlay(overlay(md5(to_jsonb(new) ->> 'key') placing '4' from 13) placing '8' from 17)
        else '00000000-0000-4000-8001-' || lpad(to_hex(nextval('golden_' || tg_table_name)), 12, '0') end;
    end if;
    return new;
  end $$;
  do $$ declare one record; begin
    for one in select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and column_default = 'gen_random_uuid()' loop
      execute format('create sequence golden_%s', one.name);
      execute format('grant usage on sequence golden_%s to public', one.name);
      execute format('alter table %I alter column id set default ${NONE.replaceAll("'", "''")}', one.name);
      execute format('create trigger golden_id before insert on %I for each row execute function golden_id()', one.name);
    end loop;
  end $$`

const END = `
  do $$ declare one record; begin
    for one in select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname = 'golden_id' loop
      execute format('drop trigger golden_id on %I', one.name);
      execute format('alter table %I alter column id set default gen_random_uuid()', one.name);
      execute format('drop sequence golden_%s', one.name);
    end loop;
  end $$;
  drop function golden_id()`
