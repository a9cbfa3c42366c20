import { TRAINING_CLASS } from '../protocol.ts'

/** The workspace stands beside the real product: every screen says that it is for training. */
export const isTraining = document.documentElement.classList.contains(TRAINING_CLASS)
