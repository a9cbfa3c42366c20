import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Answer as EchoAnswer } from '../../src/bot/echo/receive.ts'
import type { FormShown } from '../../src/bot/echo/render-form.ts'
import { startEcho } from '../../src/bot/echo/start.ts'
import type { Answer, Driver, Seen, StartDriver } from './driver.ts'

const WORKSPACE = 'echo-workspace'
const BUTTON = /^\[(.*)\] (\S+)(?: >\S+ .*)?$/

/** Plays people on the line-based platform over its HTTP interface. */
export const startEchoDriver: StartDriver = async ({ dispatch, users, channels }) => {
  const people = users.map((user) => ({ user, name: user }))
  const started = startEcho({ id: WORKSPACE, people, channels }, { dispatch, receives: true })
  if (!started.ok || !started.requestListener) throw new Error('echo did not start')
  const server = createServer(started.requestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { platform } = started
  const driver = echoDriver(`http://127.0.0.1:${address.port}/echo`, async () => {
    await platform.stop()
    server.close()
    server.closeAllConnections()
  })
  return { platform, driver }
}

const echoDriver = (url: string, stop: () => Promise<void>): Driver => {
  const forms = new Map<string, { form: FormShown; channel: string | undefined }>()
  const seen = new Map<string, { lines: string[]; channel: string | undefined }>()

  const see = (id: string, lines: string[], channel: string | undefined): Seen => {
    seen.set(id, { lines, channel })
    const buttons = lines.flatMap((line) => BUTTON.exec(line)?.[1] ?? []).map((label) => ({ label }))
    return { id, text: lines.filter((line) => !BUTTON.test(line)).join('\n'), buttons }
  }
  const act = async (user: string, channel: string | undefined, what: object): Promise<Answer> => {
    const body = JSON.stringify({ event: randomUUID(), user, channel, ...what })
    const response = await fetch(`${url}/act`, { method: 'POST', body })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    const answer = (await response.json()) as EchoAnswer
    if (answer.kind === 'form') {
      forms.set(user, { form: answer.form, channel })
      return { kind: 'form', title: answer.form.title, fields: answer.form.fields } as Answer
    }
    if (answer.kind === 'nothing') return answer
    return { kind: 'message', visibleTo: answer.visibleTo, seen: see(answer.id, answer.lines, channel) }
  }
  const read = async (place: string): Promise<Seen[]> => {
    const response = await fetch(`${url}/messages/${encodeURIComponent(place)}`)
    const messages = (await response.json()) as { id: string; lines: string[] }[]
    return messages.map(({ id, lines }) => see(id, lines, place.startsWith('@') ? undefined : place))
  }
  return {
    name: 'echo',
    workspace: WORKSPACE,
    account: (user) => ({ platform: 'echo', workspace: WORKSPACE, user }),
    types: (user, line, channel) => act(user, channel, { line }),
    fills: async (user, values) => {
      const open = forms.get(user)
      if (!open) throw new Error(`${user} has no form open`)
      const held = Object.fromEntries(open.form.fields.map(({ name, value }) => [name, value]))
      return act(user, open.channel, { press: open.form.press, values: { ...held, ...values } })
    },
    presses: async (user, label, on) => {
      const known = seen.get(on.id)
      const press = known?.lines.map((line) => BUTTON.exec(line)).find((match) => match?.[1] === label)?.[2]
      if (!known || !press) throw new Error(`${user} sees no button 「${label}」`)
      return act(user, known.channel, { press, message: on.id })
    },
    inChannel: read,
    inDirect: (user) => read(`@${user}`),
    stop,
  }
}
