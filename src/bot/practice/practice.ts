import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { inFlight } from '../kit/in-flight.ts'
import type { CommandView, Dispatch, Platform } from '../port.ts'
import { practiceApi } from './api.ts'
import { type PracticeTime, practiceClock } from './clock-view.ts'
import { refuse } from './guard.ts'
import { liveUpdates } from './live.ts'
import type { PracticeStore } from './practice-store.ts'
import { receiver } from './receive.ts'
import { practicePlatform } from './send.ts'
import { served } from './served.ts'

export type PracticeOptions = {
  dispatch: Dispatch
  commands: readonly CommandView[]
  store: PracticeStore
  time: PracticeTime
  log: Pick<Logger, 'error'>
  /** Names, besides loopback's, under which browsers reach the bot. */
  hosts?: readonly string[]
  /** It runs beside the real product, for training only: every screen says so. */
  isTraining?: boolean
}

/** The chat built into the bot: a platform whose server is `app`, to be mounted at `/` after every other route. */
export const practiceWorkspace = (options: PracticeOptions): { platform: Platform; app: Hono } => {
  const { dispatch, commands, store, time, log } = options
  const live = liveUpdates({
    store,
    clock: () => clock.view(),
    failed: (err) => log.error({ err }, 'practice: a live update failed'),
  })
  const clock = practiceClock(time, () => void live.tellClock())
  const receive = receiver({ dispatch, store, now: clock.now, changed: live.changed })
  const requests = inFlight()
  let isStopping = false
  const app = served(options.hosts ?? [], options.isTraining ?? false)
  app.onError((err, c) => {
    log.error({ err }, 'practice: a request failed')
    return refuse(c, 500, 'broken')
  })
  app.use('/api/*', async (c, next) => {
    if (isStopping) return refuse(c, 503, 'stopping')
    await requests.track(next())
  })
  app.route('/api', practiceApi({ store, commands, clock, live, receive }))
  const stop = async () => {
    isStopping = true
    await live.stop()
    await requests.drain()
  }
  return { platform: practicePlatform({ store, now: clock.now, changed: live.changed, stop }), app }
}
