import type { Catalogue } from './catalogue.ts'

/** What a kind of message is called; undefined for one of a newer version. */
export const noticeName = (kind: string, { notices }: Pick<Catalogue, 'notices'>): string | undefined => {
  const names: Readonly<Record<string, { name: string }>> = notices
  return names[kind]?.name
}
