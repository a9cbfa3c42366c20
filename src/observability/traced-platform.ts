import type { Platform } from '../bot/port.ts'
import { inPart } from './span.ts'

/**
 * Traces each call to the platform as a span of the trace in progress. Spreads the platform, so that no other part of
 * the port is lost.
 */
export const tracedPlatform = (platform: Platform): Platform => {
  const call = <T>(verb: string, work: () => Promise<T>): Promise<T> =>
    inPart(`${platform.name} ${verb}`, { 'tsunagi.platform': platform.name }, work)
  return {
    ...platform,
    post: (place, card, key) => call('post', () => platform.post(place, card, key)),
    find: (place, key, since) => call('find', () => platform.find(place, key, since)),
    update: (message, card) => call('update', () => platform.update(message, card)),
    audience: (place) => call('audience', () => platform.audience(place)),
    people: (workspace) => call('people', () => platform.people(workspace)),
    pin: (message, instead) => call('pin', () => platform.pin(message, instead)),
    openThread: (message, name) => call('thread', () => platform.openThread(message, name)),
  }
}
