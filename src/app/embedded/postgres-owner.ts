import pg from 'pg'

/** The superuser that `initdb` makes: it sets the server up, and serves no request. */
export const ADMINISTRATOR = 'tsunagi'
/** The role that the bot logs in as: it owns the database and what is in it, and nothing binds it less than row security. */
export const OWNER = 'tsunagi_owner'
export const DATABASE = 'tsunagi'

/** The roles that transactions take on. An earlier version made them as superuser. */
const ROLES = ['tsunagi_app', 'tsunagi_gate', 'tsunagi_vault']

/**
 * Makes the owner and its database, and hands over to it what an earlier version made as superuser. Idempotent.
 * `maintenance`, `own`: URLs of the two databases as superuser.
 */
export const makeOwnDatabase = async (maintenance: string, own: string): Promise<void> => {
  await asAdministrator(maintenance, async (client) => {
    if (!(await has(client, 'select from pg_roles where rolname = $1', OWNER)))
      await client.query(`create role ${OWNER} login`)
    // CREATEDB for the database of practice. CREATEROLE, since migrations make the roles above: it gives no way to more
    // than the owner has. NOINHERIT, since the policies of a role that is inherited let its member read, too.
    await client.query(
      `alter role ${OWNER} nosuperuser nobypassrls createdb noreplication noinherit createrole`,
    )
    for (const role of ROLES)
      if (await has(client, 'select from pg_roles where rolname = $1', role))
        await client.query(`grant ${role} to ${OWNER} with admin true, inherit false`)
    if (!(await has(client, 'select from pg_database where datname = $1', DATABASE)))
      await client.query(`create database ${DATABASE} owner ${OWNER}`)
    else await client.query(`alter database ${DATABASE} owner to ${OWNER}`)
  })
  await asAdministrator(own, (client) => client.query(HAND_OVER))
}

/** Not `reassign owned`: it refuses the superuser of `initdb`, who also owns the catalogue. */
const HAND_OVER = `do $$ declare one record; begin
  for one in
    select 'schema ' || oid::regnamespace as what from pg_namespace where nspname = 'drizzle' and nspowner <> '${OWNER}'::regrole
    union all
    select 'table ' || oid::regclass from pg_class
    where relkind in ('r', 'p') and relnamespace in (select oid from pg_namespace where nspname in ('public', 'drizzle'))
      and relowner <> '${OWNER}'::regrole
    union all
    select 'routine ' || oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace and proowner <> '${OWNER}'::regrole
  loop
    execute format('alter %s owner to ${OWNER}', one.what);
  end loop;
end $$`

const has = async (client: pg.Client, query: string, name: string): Promise<boolean> =>
  (await client.query(query, [name])).rowCount !== 0

const asAdministrator = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
