import type { Platform } from '../bot/port.ts'
import { inPart } from './span.ts'

/** The platform, each of its calls a part of the trace that goes on. */
export const watchedPlatform = (platform: Platform): Platform => {
  const call = <T>(verb: string, work: () => Promise<T>): Promise<T> =>
    inPart(`${platform.name} ${verb}`, { 'tsunagi.platform': platform.name }, work)
  return {
    name: platform.name,
    post: (place, card, key) => call('post', () => platform.post(place, card, key)),
    find: (place, key, since) => call('find', () => platform.find(place, key, since)),
    update: (message, card) => call('update', () => platform.update(message, card)),
    audience: (place) => call('audience', () => platform.audience(place)),
    people: (workspace) => call('people', () => platform.people(workspace)),
    pin: (message, instead) => call('pin', () => platform.pin(message, instead)),
    openThread: (message, name) => call('thread', () => platform.openThread(message, name)),
    stop: () => platform.stop(),
  }
}
