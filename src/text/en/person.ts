import type { Catalogue } from '../catalogue.ts'

export const person: Catalogue['person'] = {
  erasedName: '(name erased)',
  unknown: (id) => `There is no ${id} in the region. Look for the id in tsunagi region export.`,
  inHand: (name) => `${name} still has things in hand. Nothing was erased.`,
  duties: {
    cases: (count) => `${count} cases in charge: hand them on with /case assign`,
    followUps: (count) => `${count} open follow-ups: hand them on with their buttons`,
    presentations: (count) => `${count} coming presentations: take them back with /gsv offer`,
    handovers: (count) => `${count} handover sheets without an answer: see /handover list`,
    absences: (count) => `deputy in ${count} absences of others: change the deputy with /absence`,
    polls: (count) => `${count} polls under way: end them with /meeting decide or withdraw`,
    records: (count) => `recorder of ${count} coming meetings: change that with /meeting recorder`,
    visits: (count) => `${count} coming verification visits: change them in /visit list`,
  },
  counted: {
    rota: (id) => `rota ${id}: write until in the region file, or take them out of order`,
    groups: (id) => `groups of series ${id}: take them out of facilitators and presenters in the region file`,
    duty: (id) => `duty (chair and so on) in body ${id}: change it in the region file`,
  },
  would: (name) =>
    `This erases ${name}’s name, accounts, office, roles, drafts, absences, poll answers, reasons for missing meetings and calendar address. Records (audit log, minutes, work done) stay under the id. Add --yes to do it.`,
  erased: (id) =>
    `The personal data of ${id} is erased. Write your region file anew with tsunagi region export: applying the old one brings the name back. Earlier backups still hold it.`,
  noCase: (code) => `There is no case ${code}.`,
  caseOpen: (code) => `Case ${code} is open. Close it with /case close, then try again.`,
  wouldCase: (code) =>
    `This erases the summaries, records, handover sheets and follow-ups written of case ${code}. Its code and dates stay. It cannot be undone. Add --yes to do it.`,
  erasedCase: (code) =>
    `What was written of case ${code} is erased. What stands in minutes stays for as long as minutes are kept.`,
}
