import { randomUUID } from 'node:crypto'
import type { Card } from '../../bot/card.ts'
import type { FormValues } from '../../bot/form.ts'
import type { Dispatch, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Post } from './recording-platform.ts'

/** Every n-th member asked to present declines; every n-th session somebody offers unasked. */
const DECLINES_EVERY = 7

const WRITTEN: Record<string, FormValues> = {
  'gsv.outcome': { ideas: '朝の散歩に誘う。得意な料理を頼む。', next: '次の訪問で一緒に献立を考える。' },
  'gsv.result': { result: '献立を一緒に考え、週に一度作るようになった。' },
}

/**
 * Simulates members in GSV: presenters accept or decline with a reason, coordinators form and confirm groups, facilitators
 * say that they met beforehand, presenters record outcome and result.
 */
export const membersGsv = (region: Region, dispatch: Dispatch) => {
  let asked = 0
  const does = (user: string, what: { press: Press; values?: FormValues }): Promise<Reply> => {
    const account = { platform: 'practice' as const, workspace: region.id, user }
    const { press, values } = what
    return values
      ? dispatch({ kind: 'submit', press, values, account, event: randomUUID() })
      : dispatch({ kind: 'run', press, account, event: randomUUID() })
  }
  const taken = (reply: Reply, what: string): void => {
    const tag = reply.kind === 'card' ? reply.card.tag : reply.kind
    if (reply.kind === 'correct' || tag === 'answer.bug')
      throw new Error(`${what} was not taken: ${JSON.stringify(reply)}`)
  }
  const fill = async (user: string, press: Press, more: FormValues): Promise<void> => {
    const opened = await does(user, { press })
    if (opened.kind !== 'form') return
    const held = opened.form.fields.map(({ name, initial }) => [name, initial ?? ''])
    const values = { ...Object.fromEntries(held), ...more }
    taken(await does(user, { press: opened.form.press, values }), press.command)
  }
  const form = async (user: string, press: Press): Promise<void> => {
    let card = cardOf(await does(user, { press }))
    if (card && changed(card)) card = cardOf(await does(user, { press: pressOf(card, 'again') ?? press }))
    const confirm = card && pressOf(card, 'confirm')
    if (confirm) await does(user, { press: confirm })
  }
  return async (posts: readonly Post[]): Promise<void> => {
    for (const { place, card } of posts) {
      if (!('user' in place)) continue
      for (const press of asksOf(card)) {
        if (press.command === 'gsv.groups') await form(place.user, press)
        else if (press.command === 'gsv.answer') {
          asked += 1
          const no = asked % DECLINES_EVERY === 0
          const answer: Record<string, string> = no
            ? { answer: 'decline', reason: '行事と重なります。' }
            : { answer: 'accept' }
          await fill(place.user, press, answer)
        } else await fill(place.user, press, WRITTEN[press.command] ?? {})
      }
    }
  }
}

const ASKS = /^gsv\.(answer|groups|prepared|outcome|result)$/

const asksOf = ({ parts }: Card): Press[] =>
  parts
    .flatMap((part) => (part.part === 'list' ? part.items : []))
    .flatMap(({ button }) => (button && ASKS.test(button.press.command) ? [button.press] : []))

const cardOf = (reply: Reply): Card | undefined => (reply.kind === 'card' ? reply.card : undefined)

const pressOf = ({ parts }: Card, act: string): Press | undefined =>
  parts
    .flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
    .find(({ press }) => press.options.act === act)?.press

/** Whether confirmed groups no longer fit: the card offers to form them again, not to confirm. */
const changed = (card: Card): boolean =>
  pressOf(card, 'again') !== undefined && pressOf(card, 'confirm') === undefined
