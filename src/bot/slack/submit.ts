import type { AckFn, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { withTimeout } from '../kit/with-timeout.ts'
import type { Reply } from '../port.ts'
import { accountOf, acknowledge, answerTo, common, type Receiving, renewHome, teamOf } from './receiving.ts'
import {
  cardView,
  faultsAtFields,
  noticeView,
  type Origin,
  readCarried,
  readValues,
  renderForm,
} from './render-form.ts'
import { showReply } from './show-reply.ts'
import { WORDS } from './words.ts'

/** Answers a submitted form by its acknowledgement, if the reply comes before the timeout. */
export const submitted = async (
  body: ViewSubmitAction,
  ack: AckFn<ViewResponseAction>,
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const { view, user } = body
  const carried = readCarried(view.private_metadata)
  if (!carried) return acknowledge(() => ack(), receiving)
  const { press, ...origin } = carried
  const account = accountOf(teamOf(body), user.id)
  // Deduplicate a second press of the same submit button: it is the same event. A refused form is not recorded.
  const event = `${view.id}:${view.hash}`
  const { channel } = origin
  const values = readValues(view.state.values)
  const reply = answerTo({ kind: 'submit', press, values, event, account, channel }, client, receiving)
  const asking = common(client, receiving, user.id, origin)
  const renewed = async () => {
    if (origin.home) await renewHome(account, event, asking, receiving)
  }
  const soon = await withTimeout(receiving.patienceMs, reply)
  if (!soon) {
    await acknowledge(
      () => ack({ response_action: 'update', view: noticeView(WORDS.saving, origin) }),
      receiving,
    )
    return receiving.background(async () => {
      await showReply(await reply, { ...asking, view: { id: view.id } })
      await renewed()
    })
  }
  const shown = inModal(soon, view.blocks, origin)
  await acknowledge(() => ack(shown), receiving)
  receiving.background(async () => {
    if (shown.response_action === 'clear') await showReply(soon, asking)
    await renewed()
  })
}

/**
 * Faults at their fields where Slack can show them there; else the form again, with them on top. Both keep what was
 * typed. Where the form came from no channel, the modal itself says what came of it.
 */
const inModal = (
  reply: Reply,
  shown: readonly { type: string; block_id?: string }[],
  origin: Origin,
): ViewResponseAction => {
  switch (reply.kind) {
    case 'form':
      return { response_action: 'update', view: renderForm(reply.form, origin) }
    case 'correct': {
      const errors = faultsAtFields(reply.faults, shown)
      return errors
        ? { response_action: 'errors', errors }
        : { response_action: 'update', view: renderForm(reply.form, origin, reply.faults) }
    }
    case 'card':
      return origin.channel === undefined && !reply.files && reply.to === 'asker'
        ? { response_action: 'update', view: cardView(reply.card, origin) }
        : { response_action: 'clear' }
    case 'replace':
    case 'home':
    case 'suggestions':
    case 'nothing':
      return { response_action: 'clear' }
    default:
      return reply satisfies never
  }
}
