import { z } from 'zod'
import { noticeCard } from '../../cards/answer.ts'
import { bodyName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { withChannel } from '../../domain/setup/edit-region.ts'
import { isExternal } from '../../domain/workspace/platforms.ts'
import { askAgain, fieldFaults, refuse } from '../answer.ts'
import { argument, carried } from '../arguments.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { saveStep } from './save-step.ts'

type Channel = Region['bodies'][number]['channels'][number]

/** The channel in which the command was typed, which its form carries. */
const typedIn = argument({
  options: { channel: carried(z.string().min(1).max(40)) },
  resolve: ({ account, region, text, ...call }, given): Channel => {
    const words = text.commands.tsunagi.channel
    const { platform, workspace } = account
    const channel = given.channel ?? call.channel
    if (!isExternal(platform)) throw refuse(noticeCard('setup.practice', words.practice, words.practiceNext))
    if (region.bodies.length === 0)
      throw refuse(noticeCard('setup.no-bodies', text.setup.noBodies, text.setup.noBodiesNext))
    if (channel === undefined) throw askAgain(noticeCard('setup.where', words.where, words.whereNext))
    return { platform, workspace, channel }
  },
  carry: ({ channel }) => ({ channel }),
})

/** `/tsunagi channel`: makes the channel where it is typed a channel of a body, which is told things there. */
export const setChannel = command('tsunagi.channel', {
  permission: 'region.change',
  args: { here: typedIn },
  form: { body: choice() },
  open: ({ args: { here }, region: { bodies }, words }) => {
    const of = bodies.find(({ channels }) => channels.some(({ channel }) => channel === here.channel))
    const without = bodies.find(({ channels }) => channels.length === 0)
    return {
      intro: words.intro,
      choices: { body: bodies.map(({ id, name }) => ({ value: id, label: name })) },
      initial: { body: (of ?? without)?.id },
    }
  },
  submit: ({ args, values: { body }, words, ...call }) =>
    saveStep(
      call,
      (region) => {
        if (!region.bodies.some(({ id }) => id === body)) throw fieldFaults({ body: call.text.setup.gone })
        return withChannel(region, body, args.here)
      },
      words.done(bodyName(call.region, body)),
    ),
})
