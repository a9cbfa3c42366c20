import { useState } from 'preact/hooks'
import { newEvent, postSay } from './api.ts'
import { isCommand, lineOf, wordsOf } from './completion.ts'
import { draftHere } from './drafts.ts'
import { runWords } from './interact.ts'
import { takeMessages } from './messages.ts'
import { notify } from './notices.ts'
import { opened, start } from './state.ts'
import { words } from './words.ts'

/** Idempotent retry: the same line after a failure keeps its event id, so that it counts once. */
const attempt = { line: '', event: '' }

/** Sends what stands in the input. It is cleared only once it has arrived. */
export const useSending = () => {
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const send = async () => {
    const line = draftHere.get()
    const conversation = opened.value
    if (isSending || line.trim() === '') return
    const key = `${conversation} ${line}`
    const event = attempt.line === key ? attempt.event : newEvent()
    Object.assign(attempt, { line: key, event })
    setSending(true)
    setFailure(undefined)
    const isArrived = isCommand(line)
      ? (await runWords(line.trim(), wordsOf(line), event)).ok
      : await sayHere(line.trim(), event)
    setSending(false)
    if (!isArrived) return setFailure(words.value.composer.notSent)
    attempt.line = ''
    if (opened.value === conversation && draftHere.get() === line) draftHere.set('')
  }
  return { isSending, failure, send }
}

const sayHere = async (text: string, event: string): Promise<boolean> => {
  const conversation = opened.value
  const result = await postSay({ event, conversation, text })
  if (!result.ok) return false
  takeMessages([result.value])
  const help = start.value?.commands.find(({ id }) => id === 'tsunagi.help') ?? start.value?.commands[0]
  if (conversation.startsWith('direct:') && help)
    notify(`${words.value.composer.notACommand} ${lineOf(help).trim()}`)
  return true
}
