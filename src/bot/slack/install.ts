import { catalogues } from '../../text/catalogue.ts'
import type { CommandView } from '../port.ts'

/** Why each scope is asked for: docs/slack.md is made from this. */
const SCOPES = {
  commands: { ja: 'スラッシュコマンドを受けとる', en: 'to receive slash commands' },
  'chat:write': { ja: 'お知らせと次第を出す', en: 'to post reminders and agendas' },
  'im:write': { ja: 'ダイレクトメッセージを始める', en: 'to open direct messages' },
  'im:history': {
    ja: '答えが失われたとき、もう出したかを確かめる（DM）',
    en: 'to look whether a message is out already, after a lost answer (direct messages)',
  },
  'channels:history': { ja: '同じく（公開チャンネル）', en: 'the same in public channels' },
  'groups:history': { ja: '同じく（非公開チャンネル）', en: 'the same in private channels' },
  'channels:read': { ja: 'チャンネルが公開かどうかを確かめる', en: 'to see whether a channel is public' },
  'groups:read': {
    ja: '非公開チャンネルに名簿にない方がいないか確かめる',
    en: 'to see who is in a private channel',
  },
  'users:read': { ja: 'チャンネルの参加者がボットかどうかを見分ける', en: 'to tell bots from people' },
} as const

type Manifest = {
  display_information: { name: string; description: string }
  features: Record<string, unknown>
  oauth_config: { scopes: { bot: string[] } }
  settings: Record<string, unknown>
}

/**
 * The app manifest, from the command declarations: one slash command a noun. `requestUrl` is where Slack reaches the
 * bot over HTTP, e.g. `https://tsunagi.example.jp/slack/events`; without it the app uses Socket Mode.
 */
export const slackManifest = (commands: readonly CommandView[], requestUrl?: string): Manifest => {
  const words = catalogues.ja.slack
  const url = requestUrl === undefined ? {} : { request_url: requestUrl }
  return {
    display_information: { name: words.appName, description: words.appDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'tsunagi', always_online: true },
      slash_commands: slashCommands(commands, requestUrl),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...url, bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

const slashCommands = (commands: readonly CommandView[], requestUrl: string | undefined) =>
  [...Map.groupBy(commands, ({ noun }) => noun.en)].map(([noun, verbs]) => ({
    command: `/${noun}`,
    description: `${verbs[0]?.noun.ja ?? noun}: ${verbs.map(({ verb }) => verb.ja).join('・')}`,
    usage_hint: verbs.map(({ verb }) => `${verb.en}（${verb.ja}）`).join(' | '),
    should_escape: false,
    ...(requestUrl === undefined ? {} : { url: requestUrl }),
  }))
