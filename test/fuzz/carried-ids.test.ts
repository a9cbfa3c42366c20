import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCustomId } from '../../src/bot/discord/custom-id.ts'
import { quotedText as quotedOnDiscord } from '../../src/bot/discord/receive.ts'
import { readPageId } from '../../src/bot/discord/unfinished-form.ts'
import { decodePress, encodePress } from '../../src/bot/press.ts'
import { quotedText as quotedOnSlack } from '../../src/bot/slack/receive.ts'
import { readCarried, readOrigin } from '../../src/bot/slack/render-form.ts'
import { fuzz } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const MEANT = [
  'case.show?case=S-0142',
  'summary.submit?summary=!AAAAAAAAAAAAAAAAAAAAAA&to=a$>choice#1@2abc~zz',
  'page:0a1b:2:1',
  JSON.stringify({ press: 'case.show?case=S-0142', channel: 'C1', message: '1.2', home: true }),
  'ねえ <@U0|sora> *見て* <https://example.invalid|ここ> &lt;&amp; `a` <!channel> <#C1|x>',
]
const carried = fc.oneof(
  fc.constantFrom(...MEANT).chain((meant) => slipped(meant)),
  nasty(1_000_000),
)

test('what platforms carry for us is read as ours, or as nothing', () =>
  fuzz('ids that platforms carry', carried, (text) => {
    const press = decodePress(text)
    if (press) expect(decodePress(`${press.command}?${new URLSearchParams(press.options)}`)).toEqual(press)
    if (press && text.length <= 80 && press.options.case !== undefined)
      expect(() => encodePress({ command: press.command, options: {} })).not.toThrow()
    const pressed = readCustomId(text)
    if (pressed) expect(pressed.press.command).toMatch(/^[a-z-]+\.[a-z-]+$/)
    readPageId(text)
    const whole = readCarried(text)
    if (whole) expect(whole.press.command).toMatch(/^[a-z-]+\.[a-z-]+$/)
    readOrigin(text)
    expect(typeof quotedOnSlack(text)).toBe('string')
    expect(typeof quotedOnDiscord(text)).toBe('string')
  }))
