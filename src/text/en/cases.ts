import type { Catalogue } from '../catalogue.ts'

export const cases: Catalogue['cases'] = {
  register: {
    title: 'Register a case',
    submit: 'Register',
    intro: (member) =>
      `In charge: ${member}. No names or other personal data: a case is known by its code only.`,
    done: (code) => `Case ${code} is registered`,
    proposed:
      'The monitoring months are a proposal counted back from the end month. If the certificate says otherwise, please register what it says.',
    taken: (code) => `${code} exists already. Choose another code, or look at it with /case show ${code}`,
    endBeforeStart: 'The end is before the start. Please check the dates on the certificate',
    outsideValidity: 'The monitoring months are outside the validity. Please check the certificate',
    noSpecialist: (name) => `There is no member "${name}"`,
    otherOffice: 'Only somebody of your own office can be put in charge',
    noOffice: (name) => `${name} belongs to no office and cannot be put in charge`,
  },
  fields: {
    code: { label: 'Case code', hint: "The region's own code. No names, no initials", placeholder: 'S-0142' },
    kind: { label: 'Kind of plan' },
    validFrom: { label: 'Valid from', hint: 'E.g. 2026-04-01, R8.4.1', placeholder: '2026-04-01' },
    validTo: { label: 'Valid to', hint: 'E.g. 2027-03-31, R9.3.31', placeholder: '2027-03-31' },
    monitoring: {
      label: 'Monitoring interval',
      hint: 'Best as the certificate prints it. With the interval alone (6) the months are counted from the end month',
      placeholder: '6月ごと(R8.9~R9.3)',
    },
  },
  kinds: { new: 'new', change: 'change', renewal: 'renewal' },
  list: {
    heading: (count) => `Your cases (${count})`,
    regionHeading: (count) => `The region's cases (${count})`,
    none: 'You are in charge of no cases',
    noneNext: 'Register one with /case register.',
    columns: ['Case', 'Plan', 'Valid to', 'Next monitoring'],
  },
  show: {
    heading: (code) => `Case ${code}`,
    office: 'Office',
    member: 'In charge',
    plan: 'Plan',
    validity: 'Validity',
    period: (from, to) => `${from} to ${to}`,
    due: 'Monitoring months',
    dueDone: (month) => `${month} done`,
    proposed: ' (proposed)',
    summary: 'Case summary',
    summaryNone: 'Not submitted yet',
    summaryFor: (meeting) => `Submitted for ${meeting}`,
    write: 'Write the summary',
    edit: 'Edit the summary',
    record: (month) => `Record ${month}`,
    notFound: (code) => `Case ${code} was not found`,
    notFoundNext: "Please check the code. Other offices' cases are not shown.",
  },
}
