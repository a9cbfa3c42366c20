import type { Catalogue } from '../catalogue.ts'

/** What the certificate says of a plan. */
export const planFields = {
  validFrom: { label: 'Valid from', hint: 'E.g. 2026-04-01, R8.4.1', placeholder: '2026-04-01' },
  validTo: { label: 'Valid to', hint: 'E.g. 2027-03-31, R9.3.31', placeholder: '2027-03-31' },
  monitoring: {
    label: 'Monitoring interval',
    hint: 'Best as the certificate prints it, a line each. With the interval alone (6) the months are counted from the end month',
    placeholder: '6月ごと(R8.9~R9.3)',
  },
}

const formOf = (title: string) => ({ title, submit: 'Register', fields: planFields })

export const planCommands: Catalogue['commands']['plan'] = {
  noun: 'plan',
  new: { verb: 'new', description: 'Register a new plan', form: formOf('New plan') },
  change: { verb: 'change', description: 'Register a changed plan', form: formOf('Changed plan') },
  renew: {
    verb: 'renew',
    description: 'Register the plan of the next validity',
    form: formOf('Renewed plan'),
  },
  remove: {
    verb: 'remove',
    description: 'Take back the latest plan, registered by mistake',
    inUse: 'Something is recorded for this plan already',
    inUseNext: (code) => `Please register the right plan with /plan change ${code} instead.`,
    removed: (code) => `The latest plan of case ${code} is taken back`,
  },
  certificate: {
    verb: 'certificate',
    description: 'Record the monitoring interval that the certificate prints',
    form: {
      title: 'Record the certificate',
      submit: 'Record',
      fields: {
        lines: {
          label: 'Monitoring interval, a line each',
          hint: 'E.g. 1月ごと(R8.5~R8.7), 6月ごと(R8.10~R9.4), or months: R8.10・R9.4',
        },
      },
    },
    intro: (code) =>
      `Case ${code}. The monitoring interval as the certificate prints it. If this is right, record it as it is.`,
    asPrinted: 'Please include the months as printed, e.g. 6月ごと(R8.9~R9.3)',
    done: (code) => `The certificate of case ${code} is recorded`,
  },
}

export const plans: Catalogue['plans'] = {
  intro: (code) => `Case ${code}. Please write what the certificate says.`,
  introSelfPlan: (code) => `Case ${code} (self-plan). The validity is enough: its end will be told ahead.`,
  done: (code, kind) => `Case ${code}: plan registered (${kind})`,
  none: (code) => `Case ${code} has no plan yet`,
  noneNext: (code) => `Register one with /plan new ${code}.`,
  faults: {
    endBeforeStart: 'The end is before the start. Please check the dates on the certificate',
    monitoringMissing: 'Please give the monitoring interval; the number of months will do',
    lastBeforeFirst: 'The last month is before the first. Please check the certificate',
    lastNotReached: (month) =>
      `Stepping from the first month does not reach the last one; ${month} would be reached. Please check first month, last month and interval`,
    outsideValidity: (month, from, to) =>
      `${month} is outside the validity (${from} to ${to}). Please check the certificate`,
  },
}
