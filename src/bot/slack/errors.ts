import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { codesOf, connectionFailure, ofLook } from '../kit/failure.ts'
import type { Failure, Refusal } from '../port.ts'

/** What Slack's error strings mean to us. To add one: its page of the method at docs.slack.dev says when it comes. */
const MEANING: Record<string, Refusal | 'down' | 'busy' | 'unsure'> = {
  channel_not_found: 'no-place',
  is_archived: 'no-place',
  user_not_found: 'no-place',
  users_not_found: 'no-place',
  user_not_visible: 'no-place',
  message_not_found: 'no-place',

  not_in_channel: 'no-permission',
  user_not_in_channel: 'no-permission',
  missing_scope: 'no-permission',
  restricted_action: 'no-permission',
  restricted_action_read_only_channel: 'no-permission',
  restricted_action_thread_locked: 'no-permission',
  no_permission: 'no-permission',
  access_denied: 'no-permission',
  ekm_access_denied: 'no-permission',
  cant_update_message: 'no-permission',
  edit_window_closed: 'no-permission',
  method_not_supported_for_channel_type: 'no-permission',
  posting_to_channel_denied: 'no-permission',

  cannot_dm_bot: 'closed-to-bots',
  messages_tab_disabled: 'closed-to-bots',
  user_disabled: 'closed-to-bots',

  invalid_auth: 'not-connected',
  not_authed: 'not-connected',
  account_inactive: 'not-connected',
  token_revoked: 'not-connected',
  token_expired: 'not-connected',
  team_access_not_granted: 'not-connected',
  not_allowed_token_type: 'not-connected',
  team_disabled: 'not-connected',
  invalid_refresh_token: 'not-connected',
  invalid_client_id: 'not-connected',
  bad_client_secret: 'not-connected',

  service_unavailable: 'down',
  request_timeout: 'down',
  team_added_to_org: 'down',
  org_login_required: 'down',
  accesslimited: 'down',
  ratelimited: 'busy',
  rate_limited: 'busy',

  // Slack's words: some aspect of the operation may have succeeded before the error was raised.
  fatal_error: 'unsure',
  internal_error: 'unsure',
}

/** Where Slack asks to wait and does not say how long. */
const WAIT_SECONDS = 30

/** Turns what a call to Slack threw into a failure of the port. Whatever says nothing sure leaves it unknown. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof WebAPIRateLimitedError)
    return { failure: 'rate-limited', retryAfterSeconds: Math.max(1, error.retryAfter), of: 'workspace' }
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error)
  if (error instanceof WebAPIHTTPError) return { failure: 'unknown', detail: `HTTP ${error.statusCode}` }
  if (error instanceof WebAPIRequestError) {
    const [code = 'no answer'] = codesOf(error.original)
    return connectionFailure(error.original) ?? { failure: 'unknown', detail: code }
  }
  return { failure: 'unknown', detail: error instanceof Error ? error.name : 'no answer' }
}

/** The failure of a call that only looks, or prepares. */
export const lookFailureOf = (error: unknown): Failure => ofLook(failureOf(error))

const platformFailure = (code: string): Failure => {
  // The client puts the body of an answer that is no JSON here: it came from something in between.
  if (!/^[a-z_]+$/.test(code)) return { failure: 'unknown', detail: 'an answer that is not Slack’s' }
  const meaning = MEANING[code] ?? 'malformed'
  if (meaning === 'down') return { failure: 'unavailable', detail: code }
  if (meaning === 'busy') return { failure: 'rate-limited', retryAfterSeconds: WAIT_SECONDS, of: 'workspace' }
  if (meaning === 'unsure') return { failure: 'unknown', detail: code }
  return { failure: 'refused', reason: meaning, detail: code }
}
