import { z } from 'zod'
import { day, id, noticeKind } from '../delivery/notice.ts'
import { PLATFORM_NAMES } from './platforms.ts'

const inWorkspace = { platform: z.enum(PLATFORM_NAMES), workspace: id }

/** The bot was removed from a workspace, and when. */
export const workspaceLeftKind = noticeKind('workspace-left', { ...inWorkspace, left: day })
/** The grace after it is over. */
export const workspaceForgottenKind = noticeKind('workspace-forgotten', { ...inWorkspace, left: day })
/** Looks who is in a workspace. */
export const workspacePeopleKind = noticeKind('workspace-people', inWorkspace)
