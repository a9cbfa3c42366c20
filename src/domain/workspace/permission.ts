import { type Asker, coordinates } from '../member/roles.ts'

/** Whose code connects a workspace that is in no region yet. */
export const mayConnectWorkspace = (member: Pick<Asker, 'roles'>): boolean => coordinates(member)
