/**
 * Why an embedded server could not be started. `no-redis`, `no-postgres`: no program for this machine. `not-ours`: the folder
 * belongs to somebody else. `out-of-reach`: we are root, and the account that the server gets cannot walk to the folder.
 * `no-practice`: the account of an outside server may not make the database of practice.
 */
export type ServerFaultReason =
  | 'no-redis'
  | 'no-postgres'
  | 'not-ours'
  | 'out-of-reach'
  | 'did-not-start'
  | 'did-not-stop'
  | 'no-practice'

/** Aborts a start. `detail`: a path, or the last lines of the server's log. */
export class ServerFault extends Error {
  override name = 'ServerFault'
  reason: ServerFaultReason
  detail: string

  constructor(reason: ServerFaultReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}
