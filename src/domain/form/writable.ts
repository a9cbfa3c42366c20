/** Whether PostgreSQL can store a text: it takes no NUL, and would replace half of a surrogate pair. */
export const isWritable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
