import type { Catalogue } from '../catalogue.ts'

export const discord: Catalogue['discord'] = {
  openForm: 'Open the form',
  formReady: 'The form is ready.',
  correct: 'Correct and submit again',
  faultsHeading: 'Something needs correcting. What you wrote is still here.',
  fault: (label, fault) => `${label}: ${fault}`,
  expired: 'This form has expired. Please open it again with the command.',
}
