import type { Command } from '../command.ts'
import { attendMeeting } from './attend.ts'
import { showAttendance } from './attendance.ts'
import { cancelMeetingCommand } from './cancel.ts'
import { exportRecords } from './export.ts'
import { meetingFileCommand } from './file.ts'
import { listMeetings } from './list.ts'
import { moveMeetingCommand } from './move.ts'
import { recordMeeting } from './record.ts'
import { recordAttendance } from './record-attendance.ts'
import { recordRest } from './record-rest.ts'
import { chooseRecorder } from './recorder.ts'
import { restoreMeetingCommand } from './restore.ts'
import { startMeeting } from './start.ts'
import { stepOn } from './step.ts'

export const heldMeetingCommands: readonly Command[] = [
  listMeetings,
  attendMeeting,
  showAttendance,
  recordAttendance,
  recordRest,
  chooseRecorder,
  startMeeting,
  stepOn,
  recordMeeting,
  exportRecords,
]

export const plannedMeetingCommands: readonly Command[] = [
  moveMeetingCommand,
  cancelMeetingCommand,
  restoreMeetingCommand,
  meetingFileCommand,
]
