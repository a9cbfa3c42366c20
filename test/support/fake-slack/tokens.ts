import { randomUUID } from 'node:crypto'
import type { Answer } from './methods.ts'
import type { Body } from './shapes.ts'
import { BOT, TEAM } from './world.ts'

/** The app, as it is registered at Slack. */
export const APP = { id: 'A0TSUNAGI', clientId: '1000.2000', clientSecret: 'test-client-secret' }

const TOKEN_LIVES_SECONDS = 43_200

type Token = { team: string; revoked: boolean; expired: boolean }
type Code = { team: string; redirectUri: string; scope: string }

const no = (error: string): Answer => ({ ok: false, error })

/** Slack's side of OAuth: who allowed what, and which tokens are good. */
export const tokensOf = (own: string) => {
  const tokens = new Map<string, Token>([[own, { team: TEAM, revoked: false, expired: false }]])
  const codes = new Map<string, Code>()
  const refreshes = new Map<string, string>()
  const state = { rotates: false }

  const issue = (team: string): Body => {
    const access_token = `xoxb-${team}-${randomUUID()}`
    tokens.set(access_token, { team, revoked: false, expired: false })
    if (!state.rotates) return { access_token }
    const refresh_token = `xoxe-1-${randomUUID()}`
    refreshes.set(refresh_token, team)
    return { access_token, refresh_token, expires_in: TOKEN_LIVES_SECONDS }
  }

  const access = (body: Body): Answer => {
    if (body.client_id !== APP.clientId) return no('invalid_client_id')
    if (body.client_secret !== APP.clientSecret) return no('bad_client_secret')
    if (body.grant_type === 'refresh_token') return refresh(String(body.refresh_token))
    const code = codes.get(String(body.code))
    if (!code) return no('invalid_code')
    codes.delete(String(body.code))
    if (body.redirect_uri !== code.redirectUri) return no('bad_redirect_uri')
    return {
      ok: true,
      ...issue(code.team),
      token_type: 'bot',
      scope: code.scope,
      bot_user_id: BOT,
      app_id: APP.id,
      team: { id: code.team, name: `${code.team} の職場` },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'U0INSTALLER' },
    }
  }

  /** A refresh token counts once. */
  const refresh = (held: string): Answer => {
    const team = refreshes.get(held)
    if (team === undefined) return no('invalid_refresh_token')
    refreshes.delete(held)
    return { ok: true, ...issue(team), token_type: 'bot', scope: 'chat:write', app_id: APP.id }
  }

  return {
    access,
    /** Tokens made from now on live twelve hours. */
    rotate: () => {
      state.rotates = true
    },
    /** Why a token is no good; undefined for one that is, with its workspace. */
    check: (token: string): { team: string } | { error: string } => {
      const found = tokens.get(token)
      if (!found) return { error: 'invalid_auth' }
      if (found.revoked) return { error: 'token_revoked' }
      return found.expired ? { error: 'token_expired' } : { team: found.team }
    },
    revoke: (team: string) => {
      for (const token of tokens.values()) if (token.team === team) token.revoked = true
    },
    expire: () => {
      for (const token of tokens.values()) token.expired = true
    },
    /** The person allows it on Slack's page at `address`: where their browser is sent then. */
    allow: (address: string, team: string): string => {
      const asked = new URL(address).searchParams
      const redirectUri = asked.get('redirect_uri') ?? ''
      const scope = asked.get('scope') ?? ''
      if (asked.get('client_id') !== APP.clientId || scope === '')
        throw new Error('Slack shows an error page')
      const code = randomUUID()
      codes.set(code, { team, redirectUri, scope })
      return `${redirectUri}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
    },
  }
}
