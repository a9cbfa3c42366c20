export { answers } from './en/answers.ts'
export { commands } from './en/commands.ts'
