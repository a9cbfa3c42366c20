import type { Catalogue } from '../catalogue.ts'

export const start: Catalogue['start'] = {
  ready: (address) => `Tsunagi is running: ${address}`,
  practice: 'Open the address above in a browser to use the practice workspace. Press Ctrl-C to stop.',
  alreadyRunning: (address) => `It is running in this folder already: ${address}`,
  alreadyRunningSomewhere: 'It is running in this folder already.',
  portTaken: (port) => `Port ${port} is used by another program. Start with another: PORT=3001 npm start`,
  fault: (name, should) => `Please correct ${name}: ${should}`,
  notConnected: (platform, reason) =>
    `${platform} could not be reached (${reason}). Please check its token. Everything else is running.`,
  stopping: 'Stopping…',
  stopped: 'Stopped.',
  failed: (detail) => `It could not start: ${detail}`,
}
