import { type Card, type ChatPart, type Choice, inChat, type ListItem } from '../../../src/bot/card.ts'

/** What somebody could type, to no harm: mentions, links, markup, fences, marks without end, letters of four bytes. */
export const NASTY = [
  '@everyone @here <@U0123> <@&950000000000000001> <#960000000000000001> <!channel> <!subteam^S1>',
  '[押して](https://evil.example.jp) <https://evil.example.jp|押して> https://evil.example.jp mailto:a@example.jp',
  '**太** __下__ ~~消~~ ||伏|| `字` ```囲``` > 引用 # 見出し -# 小 * 点 _斜_ <t:0:R> </case show:0> <a:x:1>',
  '1. 一\n- 二\n> 三\n# 四\n-# 五\n```\n六',
  '👩‍👩‍👧‍👦🏳️‍🌈🇯🇵 𠮷野家で𩸽を 髙﨑 ｶﾞｷﾞ ㌔ ‮逆さ',
  `z${'\u0301\u0335\u0489'.repeat(60)} a${'\u0300'.repeat(40)}`,
  '&amp; &lt;!channel&gt; \\@everyone \\<@1> \u0000\u0007\u2028\r\n終わり',
].join('\n')

/** As long as `length`, never through a letter of two units. */
export const nasty = (length: number): string =>
  NASTY.repeat(Math.ceil(length / NASTY.length))
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')

const times = <Thing>(things: readonly Thing[], count: number): Thing[] =>
  things.length === 0 ? [] : Array.from({ length: count }, (_, at) => things[at % things.length] as Thing)

const worse = (text: string): string => `${text}\n${nasty(500)}`

const worseItem = (item: ListItem): ListItem => ({
  ...item,
  text: worse(item.text),
  ...(item.detail === undefined ? {} : { detail: worse(item.detail) }),
  ...(item.button ? { button: { ...item.button, label: worse(item.button.label) } } : {}),
})

const worseChoices = (choices: readonly Choice[]): Choice[] =>
  times(choices, 130).map((choice, at) => ({
    value: `v${at}`,
    label: worse(choice.label),
    detail: worse(choice.label),
  }))

const worsePart = (part: ChatPart): ChatPart => {
  switch (part.part) {
    case 'heading':
    case 'text':
    case 'note':
      return { ...part, text: worse(part.text) }
    case 'fields':
      return {
        ...part,
        fields: times(part.fields, 40).map(({ label, value }) => ({
          label: worse(label),
          value: worse(value),
        })),
      }
    case 'list':
      return { ...part, items: times(part.items, 60).map(worseItem) }
    case 'table':
      return {
        ...part,
        columns: part.columns.map(worse),
        rows: times(part.rows, 130).map((row) => row.map(worse)),
      }
    case 'buttons':
      return {
        ...part,
        buttons: part.buttons.map((button) => ({
          ...button,
          label: worse(button.label),
          ...(button.confirm
            ? {
                confirm: {
                  question: nasty(600),
                  yes: worse(button.confirm.yes),
                  no: worse(button.confirm.no),
                },
              }
            : {}),
        })),
      }
    case 'select':
      return { ...part, label: worse(part.label), choices: worseChoices(part.choices) }
    case 'divider':
      return part
    default:
      return part satisfies never
  }
}

/** The same card with far more of everything in it, and the worst that anybody could have typed. */
export const worst = (card: Card): Card => ({
  ...card,
  summary: worse(card.summary),
  parts: card.parts.map((part) => worsePart(inChat(part))),
})
