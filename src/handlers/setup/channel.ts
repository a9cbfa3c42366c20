import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { bodyName } from '../../domain/region/names.ts'
import { withChannel } from '../../domain/setup/edit-region.ts'
import { isExternal } from '../../domain/workspace/platforms.ts'
import { command, type Option } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { saveStep } from './setup-view.ts'

/** The channel in which the command was typed, for when its form is sent. */
const channelOption: Option<string> = {
  schema: z.string().min(1).max(40),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.channel,
}

/** `/tsunagi channel`: the channel it is typed in is where a body speaks from now on. */
export const setChannel = command({
  id: 'tsunagi.channel',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.channel.verb,
    description: (t) => t.commands.tsunagi.channel.description,
  },
  permission: 'region.change',
  options: { channel: channelOption },
  form: {
    title: (t) => t.setup.channel.title,
    submit: (t) => t.setup.channel.submit,
    fields: { body: choice({ words: (t) => t.setup.channel.fields.body }) },
  },
  run: async ({ region, account, channel, text, options }) => {
    const words = text.setup.channel
    const here = options.channel ?? channel
    if (!isExternal(account.platform))
      return { kind: 'say', card: refusalCard('setup.practice', words.practice, words.practiceNext) }
    if (region.bodies.length === 0)
      return {
        kind: 'say',
        card: refusalCard('setup.no-bodies', words.noBodies, text.setup.series.noBodiesNext),
      }
    if (here === undefined)
      return { kind: 'say', card: refusalCard('setup.where', words.where, words.whereNext) }
    const of = region.bodies.find(({ channels }) => channels.some((one) => one.channel === here))
    const without = region.bodies.find(({ channels }) => channels.length === 0)
    return {
      kind: 'ask',
      open: {
        options: { channel: here },
        intro: words.intro,
        choices: { body: region.bodies.map(({ id, name }) => ({ value: id, label: name })) },
        initial: { body: (of ?? without)?.id },
      },
    }
  },
  submit: async (call) => {
    const { account, values, options, region, text } = call
    const words = text.setup.channel
    const { platform, workspace } = account
    const { channel } = options
    if (!isExternal(platform) || channel === undefined)
      return { kind: 'refuse', card: refusalCard('setup.where', words.where, words.whereNext) }
    return saveStep(
      call,
      (now) =>
        now.bodies.some(({ id }) => id === values.body)
          ? withChannel(now, values.body, { platform, workspace, channel })
          : { fields: { body: text.setup.gone } },
      words.done(bodyName(region, values.body)),
    )
  },
})
