import type { Catalogue } from '../catalogue.ts'

const proposeFields = {
  interval: { label: 'New interval' },
  from: { label: 'From the month', hint: 'E.g. 2026-09, R8.9' },
  reason: { label: 'Reason', hint: 'No names, no addresses' },
}

const doneFields = {
  monitoring: { label: 'Case and month' },
  doneOn: { label: 'Done on', hint: 'E.g. 2026-04-01, R8.4.1' },
  outcome: { label: 'Outcome' },
  reason: {
    label: 'Reason, or what you noticed',
    hint: 'Needed when you could not meet. No names, no addresses',
  },
}

export const monitoringCommands: Catalogue['commands']['monitoring'] = {
  noun: 'monitoring',
  due: {
    verb: 'due',
    description: 'See monitoring due this month or overdue',
    menu: { global: "This month's monitoring" },
  },
  done: {
    verb: 'done',
    description: 'Record when monitoring was done and what came of it',
    form: {
      title: 'Record monitoring',
      submit: 'Record',
      fields: doneFields,
    },
    nothingDue: (code) => `Case ${code} has no monitoring waiting to be recorded`,
    reasonMissing: 'Please say why you could not meet',
    future: 'A day after today cannot be recorded',
  },
  forecast: { verb: 'forecast', description: 'See monitoring and plans of the next twelve months' },
  standard: {
    verb: 'standard',
    description: 'Look up the standard interval for services and circumstances',
    form: {
      title: 'Standard interval',
      submit: 'Look up',
      fields: {
        services: { label: 'Services used' },
        circumstances: { label: 'What applies' },
        reasons: { label: 'Why a shorter one is desirable' },
      },
    },
    intro: 'The municipality decides. This is what the standard suggests; nothing is stored.',
    chooseOne: 'Please choose a service or a circumstance',
  },
  propose: {
    verb: 'propose',
    description: 'Propose another interval to the municipality',
    form: {
      title: 'Propose an interval',
      submit: 'Propose',
      fields: proposeFields,
    },
    intro: "The municipality decides. Its officers see the proposal in their next morning's digest.",
    outside: "Please give a month within the plan's validity",
    waiting: (code) => `Case ${code} has a proposal that waits already`,
  },
  decide: { verb: 'decide', description: 'Decide a proposed interval' },
}

export const monitoring: Catalogue['monitoring'] = {
  due: {
    heading: (count) => `Monitoring (${count})`,
    none: 'All monitoring up to this month is recorded',
    item: (code, month) => `${code}, for ${month}`,
    overdue: 'Overdue',
    thisMonth: 'This month',
    record: 'Record',
  },
  every: (months) => (months === 1 ? 'monthly' : months === 12 ? 'yearly' : `every ${months} months`),
  propose: {
    interval: proposeFields.interval,
    from: proposeFields.from,
    done: (code) => `Another interval is proposed for case ${code}`,
    next: (officers) => `${officers} will see it. Until it is decided the present interval holds.`,
    nobodyDecides:
      'No officer of this municipality is registered yet. Please call, and record the certificate with /plan certificate once it is decided.',
  },
  decide: {
    heading: (code) => `Proposed interval for case ${code}`,
    proposedBy: 'Proposed by',
    accept: 'Accept',
    decline: 'Leave as it is',
    note: 'If accepted it is registered from that month on, as a proposal until the certificate is recorded.',
    decisions: { accepted: 'accepted', declined: 'left as it is' },
    done: (code, decision) => `Case ${code}: ${decision}`,
    acceptedNext:
      "The person in charge hears of it in the next morning's digest. Please rewrite the certificate.",
    declinedNext: "The person in charge hears of it in the next morning's digest.",
    notFound: 'That proposal was not found',
    overtaken: 'The plan it was about has changed, so it cannot be decided now',
    already: (name, decision) => `${name} has decided already: ${decision}`,
  },
  claims: {
    plan_only:
      'On claiming: monitoring that leads straight to a plan is usually claimed as the plan alone, also across months. Please confirm with the municipality.',
    month_not_set:
      'On claiming: monitoring in a month that is not set needs the municipality to change the month first. Please confirm with the municipality.',
  },
  done: {
    done: (code, month) => `Case ${code}: ${month} is recorded`,
    already: (name, date) => `${name} has recorded it already, as done on ${date}`,
    notFound: "That monitoring month is not found, or is somebody else's now",
    planChangeNext:
      'The plan needs changing. Please submit the summary of the changed plan for the next meeting.',
    intervalChangeNext: 'The municipality decides a new interval first. Please propose it with the button.',
    proposeInterval: 'Propose an interval',
    changePlan: 'Register the change',
    notMetNext: "The core centre hears of it in the next morning's digest.",
  },
  fields: doneFields,
  outcomes: {
    as_planned: 'Goes on as planned',
    plan_change_needed: 'Plan change needed',
    interval_change_needed: 'Interval change needed',
    could_not_meet: 'Could not meet',
  },
}
