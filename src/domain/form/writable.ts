/** PostgreSQL keeps no NUL in a text, and half of a character would be stored as another one. */
export const isWritable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
