import { useEffect, useState } from 'preact/hooks'
import type { Choice } from '../../card.ts'
import type { AnswerView } from '../protocol.ts'
import { newEvent, postInteract, type Result } from './api.ts'
import { choiceProposals, fixedChoices, type Proposal, type Reading, readLine } from './completion.ts'
import { language, opened, start } from './state.ts'

const PAUSE_MS = 120

/** What a line means so far, and what could come next. Requests to the server are debounced. */
export const useProposals = (line: string): { reading: Reading; proposals: Proposal[] } => {
  const reading = readLine(line, start.value?.commands ?? [], language.value)
  const [asked, setAsked] = useState<{ line: string; choices: Choice[] }>({ line: '', choices: [] })
  const option = reading.kind === 'options' ? reading.command.options[reading.at] : undefined
  useEffect(() => {
    if (reading.kind !== 'options' || !option?.suggests) return
    let isStale = false
    const ask = async () => {
      const { press, typed } = reading
      const answer = await postInteract({
        kind: 'suggest',
        event: newEvent(),
        conversation: opened.value,
        press,
        option: option.name,
        typed,
      })
      if (!isStale) setAsked({ line, choices: choicesOf(answer) })
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [line, option?.name])

  switch (reading.kind) {
    case 'none':
      return { reading, proposals: [] }
    case 'command':
      return { reading, proposals: reading.proposals }
    case 'options': {
      if (!option) return { reading, proposals: [] }
      const suggested = asked.line === line ? asked.choices : []
      const choices = option.suggests ? suggested : fixedChoices(option, reading.typed, language.value)
      return { reading, proposals: choiceProposals(reading, choices) }
    }
    default:
      return reading satisfies never
  }
}

const choicesOf = (answer: Result<AnswerView>): Choice[] =>
  answer.ok && answer.value.kind === 'suggestions' ? answer.value.choices : []
