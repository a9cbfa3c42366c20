import { z } from 'zod'
import { noticeCard } from '../../cards/answer.ts'
import { mayAnswerRequest } from '../../domain/account/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { accountRequest } from '../../store/account/account-requests.ts'
import { refuse } from '../answer.ts'
import { carried, entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

type LinkedAccount = Region['members'][number]['accounts'][number]

/** `slack T0123`: which of somebody's accounts; there is one in each workspace. */
export const accountOption = carried(z.string().regex(/^(slack|discord) \S+$/))

export const accountValue = ({ platform, workspace }: LinkedAccount): string => `${platform} ${workspace}`

export const accountsOf = (region: Region, memberId: string): LinkedAccount[] =>
  region.members.find(({ id }) => id === memberId)?.accounts ?? []

export const accountGone = ({ text }: Call) =>
  refuse(noticeCard('connecting.gone', text.connecting.notify.gone))

/** One of the asker's own. */
export const ownAccount = (call: Call, value: string | undefined): LinkedAccount => {
  const account = accountsOf(call.region, call.asker.memberId).find((one) => accountValue(one) === value)
  if (!account) throw accountGone(call)
  return account
}

const requestClosed = ({ text }: Call) => noticeCard('connecting.settled', text.connecting.request.settled)

/** A request to the coordinators to link an unlinked user. */
export const requestArgument = entityArgument({
  find: ({ scope }, id) => accountRequest(scope, id),
  subject: ({ id }) => ['account-request', id],
  see: mayAnswerRequest,
  gone: requestClosed,
}).toChange

/** The same, while it is open. */
export const openRequestArgument = requestArgument.unless((call, { state }) =>
  state === 'open' ? undefined : requestClosed(call),
)
