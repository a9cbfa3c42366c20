export { answers } from './ja/answers.ts'
export { commands } from './ja/commands.ts'
