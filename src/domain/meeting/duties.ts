export { chairOf, mayApproveMinutes, mayReadMinutes, mayRunMeeting } from './permission.ts'
