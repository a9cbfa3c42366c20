import type { Command } from '../command.ts'
import { attendMeeting } from './attend.ts'
import { showAttendance } from './attendance.ts'
import { cancelMeetingCommand } from './cancel.ts'
import { correctAttendance } from './correct-attendance.ts'
import { exportRecords } from './export.ts'
import { meetingFileCommand } from './file.ts'
import { listMeetings } from './list.ts'
import { markUnanswered } from './mark-unanswered.ts'
import { moveMeetingCommand } from './move.ts'
import { nextItem } from './next-item.ts'
import { recordMeeting } from './record.ts'
import { chooseRecorder } from './recorder.ts'
import { restoreMeetingCommand } from './restore.ts'
import { startMeeting } from './start.ts'

export const heldMeetingCommands: readonly Command[] = [
  listMeetings,
  attendMeeting,
  showAttendance,
  correctAttendance,
  markUnanswered,
  chooseRecorder,
  startMeeting,
  nextItem,
  recordMeeting,
  exportRecords,
]

export const plannedMeetingCommands: readonly Command[] = [
  moveMeetingCommand,
  cancelMeetingCommand,
  restoreMeetingCommand,
  meetingFileCommand,
]
