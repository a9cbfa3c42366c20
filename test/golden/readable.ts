import type { Button, Card, Choice, ListItem, Part } from '../../src/bot/card.ts'
import type { FieldView, FormFaults, FormView } from '../../src/bot/form.ts'
import type { Attachment, Reply } from '../../src/bot/port.ts'
import type { Press } from '../../src/bot/press.ts'

/** An id as Discord's buttons carry it is 22 letters after a `!`. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What differs from run to run replaced: ids by number in order of appearance, one-time codes and tokens by a word. */
export const settled = (text: string): string => {
  const ids = new Map<string, string>()
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `#${ids.size + 1}`
    ids.set(id, known)
    return known
  }
  return text
    .replaceAll(UUID, numbered)
    .replaceAll(/![\w-]{22}(?![\w-])/g, numbered)
    .replaceAll(/(?<![A-Z])[B-DF-HJ-NP-TV-Z]{4}-[B-DF-HJ-NP-TV-Z]{4}-[B-DF-HJ-NP-TV-Z]{4}(?![A-Z])/g, 'CODE')
    .replaceAll(/\bseen=[0-9a-f]{12}\b/g, 'seen=HASH')
    .replaceAll(/\/calendar\/[\w-]+\/[\w\\-]{43,86}\.ics/g, '/calendar/TOKEN.ics')
}

const indent = (text: string, by = '  '): string => text.replaceAll('\n', `\n${by}`)

export const pressText = ({ command, options }: Press): string =>
  [command, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join(' ')

const buttonText = ({ label, press, style, confirm }: Button): string[] => [
  `[${label}] → ${pressText(press)}${style === undefined ? '' : ` (${style})`}`,
  ...(confirm ? [`    asks: ${indent(confirm.question, '      ')} [${confirm.yes}] [${confirm.no}]`] : []),
]

const choiceText = ({ value, label, detail }: Choice): string =>
  `    ${value} = ${label}${detail === undefined ? '' : ` · ${detail}`}`

const itemText = ({ text, detail, button }: ListItem): string[] => [
  `- ${indent(text)}`,
  ...(detail === undefined ? [] : [`    ${indent(detail, '    ')}`]),
  ...(button ? buttonText(button).map((line) => `    ${line}`) : []),
]

const partText = (part: Part): string[] => {
  switch (part.part) {
    case 'heading':
      return [`# ${part.text}`]
    case 'text':
      return [part.text]
    case 'note':
      return [`> ${part.text.replaceAll('\n', '\n> ')}`]
    case 'divider':
      return ['---']
    case 'fields':
      return part.fields.map(({ label, value }) => `${label}: ${indent(value)}`)
    case 'list':
      return [...(part.ordered ? ['(numbered)'] : []), ...part.items.flatMap(itemText)]
    case 'table':
      return [part.columns, ...part.rows].map((row) => `| ${row.join(' | ')} |`)
    case 'buttons':
      return part.buttons.flatMap(buttonText)
    case 'select':
      return [`<${part.label}> → ${pressText(part.press)} ${part.option}=…`, ...part.choices.map(choiceText)]
    case 'title':
    case 'marks':
    case 'items':
      return [JSON.stringify(part)]
    default:
      return part satisfies never
  }
}

export const cardText = ({ tag, summary, parts, event, ...more }: Card): string =>
  [
    `card ${tag}`,
    `summary: ${summary}`,
    ...parts.flatMap(partText),
    ...(event ? [`event: ${JSON.stringify(event, undefined, 2)}`] : []),
    ...Object.entries(more).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ].join('\n')

const fieldText = (field: FieldView, fault: string | undefined): string[] => {
  const { name, label, hint, placeholder, required, kind } = field
  const length = 'maxLength' in field ? ` ≤${field.maxLength}` : ''
  const initial = field.initial === undefined ? [] : [field.initial].flat()
  return [
    `${label}${required ? ' *' : ''} (${name}: ${kind}${length})`,
    ...(hint === undefined ? [] : [`    hint: ${indent(hint, '    ')}`]),
    ...(placeholder === undefined ? [] : [`    placeholder: ${placeholder}`]),
    ...('choices' in field ? field.choices.map(choiceText) : []),
    ...initial.map((value) => `    filled in: ${indent(value, '    ')}`),
    ...(fault === undefined ? [] : [`    fault: ${fault}`]),
  ]
}

export const formText = ({ press, title, submit, cancel, intro, fields }: FormView): string =>
  [
    `form ${pressText(press)}`,
    `# ${title}`,
    ...(intro === undefined ? [] : [intro]),
    ...fields.flatMap((field) => fieldText(field, undefined)),
    `[${submit}] [${cancel}]`,
  ].join('\n')

/** A form that came back: what is wrong with it, and what stands in it. */
const correctionText = ({ fields, press }: FormView, faults: FormFaults): string =>
  [
    `form ${pressText(press)} comes back`,
    ...(faults.general === undefined ? [] : [`fault: ${faults.general}`]),
    ...Object.entries(faults.fields).map(([name, fault]) => `${name}: ${fault}`),
    `filled in: ${fields.flatMap(({ name, initial }) => (initial ? [name] : [])).join(', ')}`,
  ].join('\n')

const fileText = ({ name, mediaType, alt }: Attachment): string => `file ${name} (${mediaType}): ${alt}`

/** The most proposals worth reading. */
const PROPOSALS = 8

export const replyText = (reply: Reply): string => {
  switch (reply.kind) {
    case 'card':
      return [`${cardText(reply.card)}\n(to ${reply.to})`, ...(reply.files ?? []).map(fileText)].join('\n')
    case 'replace':
    case 'home':
      return `${cardText(reply.card)}\n(${reply.kind})`
    case 'form':
      return formText(reply.form)
    case 'correct':
      return correctionText(reply.form, reply.faults)
    case 'suggestions':
      return ['proposals', ...reply.choices.slice(0, PROPOSALS).map(choiceText)].join('\n')
    case 'nothing':
      return 'nothing'
    default:
      return JSON.stringify(reply satisfies never)
  }
}
