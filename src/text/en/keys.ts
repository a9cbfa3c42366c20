import type { Catalogue } from '../catalogue.ts'

export const keys: Catalogue['keys'] = {
  separator: ', ',
  listed: {
    current: (id, texts) => `${id}  current  ${texts} texts`,
    older: (id, texts) => `${id}  older  ${texts} texts`,
    missing: (id, texts) => `${id}  not here  ${texts} texts cannot be read. Add the key that you kept.`,
  },
  rotated: (id, texts) => `${texts} texts are sealed with a new key (${id}).`,
  finished: (id, texts) =>
    `Texts of an older key were left: ${texts} are now sealed with the current one (${id}). For a new key, run tsunagi keys rotate again.`,
  left: (id, texts) =>
    `${texts} texts are still sealed with an older key (${id}). Wait a little, then run tsunagi keys rotate again.`,
  dropFromFile: (path) =>
    `Make a new copy of ${path} now. The older key can go (tsunagi keys forget) once the backups made with it are no longer needed.`,
  dropFromEnvironment:
    'Once the backups made with the older key are no longer needed, take it out of TSUNAGI_KEY (or the file of systemd’s credential) and restart Tsunagi.',
  nothingToRotate: (id) =>
    `Every text is sealed with the first key of TSUNAGI_KEY or the credential (${id}). Put a new key before it, restart every Tsunagi, and run this again.`,
  unknown: (id, known) => `There is no key ${id}. There are ${known}.`,
  isCurrent: (id) => `${id} is the key in use. Run tsunagi keys rotate first.`,
  forgotten: (id) => `The older key (${id}) is gone. Backups made with it can no longer be read.`,
}
