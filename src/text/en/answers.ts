import type { Catalogue } from '../catalogue.ts'

export const answers: Catalogue['answers'] = {
  notConnected: {
    heading: 'This workspace is not connected to a region yet',
    text: 'Enter a code made by somebody at the core centre, and it works here. /tsunagi invite in a connected workspace makes one, and so does tsunagi region code on the command line.',
    enter: 'Enter a code',
    id: (platform, workspace) => `This place: ${platform} ${workspace}`,
  },
  unknownMember: {
    heading: 'We do not know yet who you are',
    text: (region) =>
      `The core centre of ${region} has been told. As soon as they say who you are on the roster, it works. If you use Tsunagi elsewhere, type /tsunagi link there and enter the code it shows.`,
  },
  unknownCommand: {
    heading: (typed) => `There is no command "${typed}"`,
    nearest: 'The nearest ones are:',
    help: 'All commands: /tsunagi help',
  },
  missingOption: {
    heading: (option) => `"${option}" is needed`,
    usage: (usage) => `Please write: ${usage}`,
  },
  wrongOption: {
    heading: (option, typed) => `"${typed}" cannot be used as "${option}"`,
    usage: (usage) => `Please write: ${usage}`,
  },
  tooManyWords: (extra) => `"${extra}" was not understood`,
  notPermitted: {
    heading: 'Your role cannot do this',
    text: (roles) => `It is for: ${roles}. If you need it, please ask your core centre.`,
  },
  gone: {
    heading: 'What was chosen is not there any more',
    text: 'It seems to have been removed meanwhile. Nothing was saved. Please open it again and choose anew.',
  },
  unwritable: {
    heading: 'It has characters that cannot be used',
    text: 'What was pasted seems to hold invisible characters (control characters and the like). Please type it again and retry. Nothing was saved.',
  },
  bug: {
    heading: 'Sorry, that did not work',
    text: 'Nothing you entered was stored. Please try again shortly. If it goes on, give this reference to your core centre.',
    reference: 'Reference',
  },
  form: {
    cancel: 'Cancel',
    required: 'Please fill this in',
    tooLong: (limit, length) =>
      `At most ${limit} characters (now ${length}): please take away ${length - limit}`,
    choose: 'Please choose one from the list',
    quoted: 'The words of the message are filled in. Nothing is kept before you send it.',
    quotedCut: (limit) =>
      `The message is long: its first ${limit} characters are filled in. Nothing is kept before you send it.`,
    quotedMarked:
      'The words of the message are filled in, but something needs correcting. Nothing is kept yet',
    draft: (when: string) => `You go on from what you had typed at ${when}.`,
    general: 'Something needs correcting. What you wrote is still here',
    speakingTime: (limit, seconds) =>
      `Up to ${limit} characters (about ${seconds >= 60 ? `${Math.round(seconds / 60)} min` : `${seconds} s`} spoken)`,
  },
  privacy: {
    found: (kinds, instead, marked) =>
      `This seems to hold ${kinds}. Please remove or reword it (${instead}) → ${marked}`,
    instead: {
      letter: '"Person A", "the mother"',
      municipality: '"in the city"',
      birth_year: '"in their 40s", "born in 1985"',
      leave_out: 'no number',
      case_code: 'the case code alone',
      contact_kind: '"keeps in touch by LINE"',
      car: '"the family car"',
      school_year: '"fourth year at a primary school"',
    },
    or: ', ',
    notNames: {
      label: 'Words that are no names',
      hint: 'Choose only those that are no names and submit again. The core centre is told how many.',
    },
    kinds: {
      person_name: "a person's name",
      address: 'an address',
      birth_date: 'a date of birth',
      phone: 'a phone number',
      email: 'an e-mail address',
      certificate_number: 'a certificate number',
      my_number: 'a My Number',
      postal_code: 'a postal code',
      chat_id: 'a chat or social media ID',
      car_plate: 'a car number plate',
      bank_account: 'an account or card number',
      school_class: 'a school with its class',
      residence_card: 'a residence card number',
      passport: 'a passport number',
    },
    and: ' and ',
  },
  roles: {
    coordinator: 'coordinators of the core centre',
    chief_specialist: 'chief specialists',
    specialist: 'consultation support specialists',
    officer: 'municipal officers',
    adviser: 'advisers',
    council_member: 'council members',
  },
  listSeparator: ', ',
  more: (count) => `${count} more`,
}
