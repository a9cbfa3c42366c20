import type { Catalogue } from '../catalogue.ts'

export const backup: Catalogue['backup'] = {
  separator: ', ',
  written: (file, regions, tables, rows) =>
    `Backup written: ${file} (${regions} regions, ${tables} tables, ${rows} rows)`,
  keyInFile: (path) =>
    `The key that opens the texts is not in it. Keep ${path} in another place than the backup.`,
  keyInEnvironment:
    'The key that opens the texts is not in it. Keep the value of TSUNAGI_KEY in another place than the backup.',
  fileTaken: (file) => `${file} is there already. Write another name.`,
  nothingThere: 'There is no region yet: nothing to back up, and nothing was written.',
  notWritten: (file, code) => `${file} could not be written (${code}). Check the place and the free space.`,
  unreadable: {
    'no-file': (file) => `${file} cannot be opened. Check its name and place.`,
    'not-a-backup': (file) => `${file} is no backup of Tsunagi. Choose a file that tsunagi backup wrote.`,
    newer: (file) => `${file} was made by a newer Tsunagi. Upgrade, then try again.`,
    damaged: (file) => `${file} is cut short or was changed. Use another backup. Nothing was changed.`,
  },
  keyMissing: (ids, path) =>
    `The key that opens this backup's texts (${ids}) is missing. Put the key you kept at ${path}, or into TSUNAGI_KEY, and try again. Nothing was changed.`,
  botRuns: 'Tsunagi runs in this folder. Stop it, then try again.',
  busy: (others) =>
    `${others} other connections are open on the database. Stop every Tsunagi (bot and worker), then try again.`,
  refused: {
    newer: 'This backup was made by a newer Tsunagi. Upgrade, then try again.',
    'database-newer': 'The database belongs to a newer Tsunagi. Upgrade, or restore into an empty database.',
    'not-empty':
      'The database holds a region already. If it may be replaced, back it up first, then add --replace.',
    unloadable: 'Rows of this backup did not fit the tables. Nothing was changed. Use another backup.',
  },
  restored: (file, madeAt, regions, rows) =>
    `Restored: ${file} (as of ${madeAt}, ${regions} regions, ${rows} rows)`,
  afterRestore:
    'Messages that fell due after the backup are looked up in Slack and Discord before they are sent. What was written after the backup is not in it.',
}
