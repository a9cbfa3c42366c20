import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { Failure, Refusal } from '../port.ts'

/** What Slack's error strings mean to us. One that is missing here counts as malformed: a bug of ours, told in the log. */
const REFUSALS: Record<string, Refusal> = {
  channel_not_found: 'no-place',
  is_archived: 'no-place',
  user_not_found: 'no-place',
  user_not_visible: 'no-place',
  message_not_found: 'no-place',
  not_in_channel: 'no-permission',
  missing_scope: 'no-permission',
  restricted_action: 'no-permission',
  no_permission: 'no-permission',
  method_not_supported_for_channel_type: 'no-permission',
  cannot_dm_bot: 'closed-to-bots',
  messages_tab_disabled: 'closed-to-bots',
  user_disabled: 'closed-to-bots',
  invalid_auth: 'not-connected',
  not_authed: 'not-connected',
  account_inactive: 'not-connected',
  token_revoked: 'not-connected',
  token_expired: 'not-connected',
  team_access_not_granted: 'not-connected',
}

/** Slack says that it did nothing, and that it may work later. */
const DOWN = new Set(['service_unavailable', 'ratelimited', 'request_timeout', 'team_added_to_org'])

/** Codes of a connection that never carried the request. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Turns what a call threw into a failure of the port. Throws on anything that is not Slack's: a bug. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof WebAPIRateLimitedError)
    return { failure: 'rate-limited', retryAfterSeconds: Math.max(1, error.retryAfter) }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (DOWN.has(code)) return { failure: 'unavailable', detail: code }
    return { failure: 'refused', reason: REFUSALS[code] ?? 'malformed', detail: code }
  }
  if (error instanceof WebAPIHTTPError) return { failure: 'unknown', detail: `HTTP ${error.statusCode}` }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.cause) ?? codeOf(error)
    return code !== undefined && UNSENT.has(code)
      ? { failure: 'unavailable', detail: code }
      : { failure: 'unknown', detail: code ?? 'no answer' }
  }
  throw error
}

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('slack_')) return error.code
  return codeOf(error.cause)
}
