import type { Catalogue } from '../catalogue.ts'

export const doctor: Catalogue['doctor'] = {
  separator: ', ',
  andOthers: (names, rest) => `${names} and ${rest} more`,
  marks: { ok: 'ok  ', look: 'look', mend: 'MEND' },
  well: 'Nothing stands in the way (“look” is good to know).',
  toMend: (faults) => `${faults} to mend. Mend them and run tsunagi doctor again.`,
  fresh: 'The bot has not run in this folder yet. npm start brings its database up.',
  practice: 'This looks at the database of the practice workspace.',
  noPlatform: 'Neither Slack nor Discord is connected. Only the practice workspace can be used.',
  node: {
    ok: (version) => `Node.js ${version}`,
    old: (version, needed) => `Node.js ${version} is too old. npm ci brings Node.js ${needed}.`,
  },
  fonts: {
    ok: 'Letters for papers (PDF, charts): Noto Sans JP',
    missing: 'The font files for papers are missing. Run npm ci again.',
  },
  folder: {
    ok: (path) => `Data folder: ${path}`,
    fresh: (path) => `The data folder ${path} is made at the first start.`,
    closed: (path) => `The data folder ${path} cannot be written. Make the user who runs Tsunagi its owner.`,
  },
  key: {
    ok: (file) => `Key for texts: ${file} (its owner alone reads it)`,
    environment: 'Key for texts: TSUNAGI_KEY',
    none: (folder) => `The key for texts is made at the first start, in ${folder}.`,
    open: (file) => `Other users can read the key for texts, ${file}. Run chmod 600 ${file}.`,
    together: (file, folder, elsewhere) =>
      `The key for texts, ${file}, lies in one folder with the database: whoever copies the folder can read the texts. Stop Tsunagi, run mkdir -p ${folder} && mv ${file} ${elsewhere}, write KEY_FILE=${elsewhere} into .env, and start again.`,
  },
  disk: {
    ok: (gigabytes) => `Free space: ${gigabytes} GB`,
    little: (gigabytes) => `${gigabytes} GB are free. Watch whether that goes on shrinking.`,
    full: (path) => `Less than 1 GB is free. Make room on the disk of ${path}.`,
  },
  port: {
    any: 'Port: any that is free',
    free: (port) => `Port ${port}: free (Tsunagi does not run)`,
    ours: (port) => `Port ${port}: Tsunagi runs`,
    unready: (port) =>
      `Tsunagi runs on port ${port}, without its database or Redis. Mend what is marked below.`,
    unreachable: (platform) =>
      `The running bot is not connected to ${platform}. It keeps trying. Check the network.`,
    refused: (platform) =>
      `${platform} refuses the running bot. Mend its token and settings, then start it again.`,
    taken: (port) => `Another program uses port ${port}. Change PORT.`,
    closed: (port, code) => `Port ${port} cannot be listened on (${code}). Check HOST and PORT.`,
  },
  postgres: {
    ok: (version) => `PostgreSQL ${version}`,
    old: (version) => `PostgreSQL ${version} is too old. Use 16 or newer.`,
    away: (code) => `PostgreSQL cannot be reached (${code}). Check DATABASE_URL, and that the server runs.`,
  },
  migrations: {
    current: 'The tables are this version’s.',
    none: 'There are no tables yet. The first start makes them.',
    missing: (steps) =>
      `The tables are ${steps} steps behind. The next start brings them up to date: make a backup first.`,
    newer: 'The tables belong to a newer Tsunagi. Upgrade.',
  },
  databaseRole: {
    ok: 'Role of the database: without special privileges',
    privileged:
      'The role of the database may pass all row security (SUPERUSER or BYPASSRLS). Make a role with CREATEROLE alone the owner of the database, and write it into DATABASE_URL (docs/operations.md).',
  },
  rowSecurity: {
    ok: 'Regions kept apart (row security): in force on every table',
    off: (tables) =>
      `Regions are not kept apart in: ${tables}. Somebody changed that by hand. Stop Tsunagi and restore a backup.`,
  },
  clock: {
    ok: 'Clock: agrees with the database',
    off: (seconds) =>
      `The clock is ${seconds} seconds off the database’s. Turn time synchronisation (NTP) on: messages would come at wrong times.`,
  },
  redis: {
    ok: (version) => `Redis / Valkey ${version}`,
    old: (version, needed) => `Redis ${version} is too old. Use ${needed} or newer.`,
    away: (code) => `Redis cannot be reached (${code}). Check REDIS_URL, and that the server runs.`,
    keeps: 'Redis throws nothing away when it is full (noeviction)',
    evicts: (policy) =>
      `Redis throws jobs away when it is full (${policy}). Set maxmemory-policy to noeviction.`,
    persists: 'Redis keeps what it was given (appendonly)',
    forgets:
      'Redis forgets when it stops. Nothing is lost, for the database fills it again; appendonly yes is better.',
  },
  keys: {
    ok: 'Every text opens with the keys that are here.',
    missing: (ids, texts) =>
      `${texts} texts need a key that is not here (${ids}). Add the key that you kept to the key file or TSUNAGI_KEY.`,
  },
  sealing: {
    ok: 'Every text is sealed to its place (region, table, column, row and version).',
    old: (texts) =>
      `${texts} texts are still sealed the way of an earlier version. Keep Tsunagi running: it seals them anew bit by bit. Stop any process of the earlier version; it waits for that.`,
    refused: (texts) =>
      `${texts} texts are sealed the way of an earlier version and do not open. A process of that version wrote them after the others were sealed anew, or somebody put old copies in. See the section on keys in operations.md.`,
  },
  keysWithin: {
    unchecked:
      'Some of what keeps regions apart has not been checked for rows of earlier versions yet. Keep Tsunagi running: it checks them.',
    broken: (rows, names) =>
      `${rows} rows point at another region or at nothing (${names}). No screen shows them. Make a backup, then ask the developers.`,
  },
  region: {
    none: 'There is no region yet. Put one in with tsunagi region apply.',
    noWorkspace: (id) => `Region ${id}: no workspaces, so nothing is sent to Slack or Discord.`,
    members: (id, count) => `Region ${id}: all ${count} members have accounts`,
    noAccount: (id, names) => `Region ${id}: without accounts, and so without messages: ${names}`,
    bodies: (id, count) => `Region ${id}: all ${count} bodies have channels`,
    noChannel: (id, names) => `Region ${id}: without channels, and so without agendas: ${names}`,
    codes: (id) => `Region ${id}: no case code reads as a name or a certificate number`,
    wrongCodes: (id, kinds) =>
      `Region ${id}: some case codes may tell who somebody is (${kinds}). Tell the coordinator of the core centre. They go on working as they are; giving those cases new codes is advised.`,
    codeFaults: {
      shape: (count) => `${count} of another shape than the rule's`,
      certificate: (count) => `${count} that read as a certificate number or the like`,
      'birth-date': (count) => `${count} that read as a date of birth`,
      name: (count) => `${count} that read as a name`,
    },
  },
  slack: {
    ok: {
      token: (team) => `Slack: connects to ${team}`,
      'app-token': () => 'Slack: the app token (Socket Mode) works',
      scopes: () => 'Slack: every scope is granted',
      channel: (id) => `Slack: the bot is in channel ${id}`,
    },
    mend: {
      token: (detail) =>
        `Slack does not take the bot token (${detail}). Copy SLACK_BOT_TOKEN again from the app’s “OAuth & Permissions”.`,
      'app-token': (detail) =>
        `Slack does not take the app token (${detail}). Copy SLACK_APP_TOKEN again from “Basic Information” (connections:write).`,
      scopes: (missing) =>
        `Slack scopes are missing: ${missing}. Paste tsunagi slack manifest into the app again and reinstall it.`,
      workspace: (id) =>
        `Workspace ${id} of the region file is not the token’s. Mend workspaces, or install the app there.`,
      channel: (detail) =>
        `The bot cannot post in Slack’s channel ${detail}. Type /invite @tsunagi there, or mend channels in the region file.`,
      unreachable: (detail) =>
        `Slack cannot be reached (${detail}). Check that this machine may go out to slack.com.`,
    },
  },
  discord: {
    ok: {
      token: (name) => `Discord: connects as ${name}`,
      intents: (name) => `Discord: ${name} is on`,
      channel: (id) => `Discord: the bot may post in channel ${id}`,
    },
    mend: {
      token: (detail) =>
        `Discord does not take the token (${detail}). Make DISCORD_TOKEN anew on the “Bot” page.`,
      intents: (name) =>
        `Discord’s ${name} is off. Turn it on under Privileged Gateway Intents on the “Bot” page: without it agendas with case content stay out of channels.`,
      workspace: (id) =>
        `The bot is not in Discord’s server ${id}. Invite it, or mend workspaces in the region file.`,
      channel: (detail) =>
        `The bot cannot post in Discord’s channel ${detail}. Give it the permissions there, or mend channels in the region file.`,
      unreachable: (detail) =>
        `Discord cannot be reached (${detail}). Check that this machine may go out to discord.com.`,
    },
  },
}
