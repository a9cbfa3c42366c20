/** The Unicode line breaking algorithm (UAX 14), which knows kinsoku: the package comes without types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
