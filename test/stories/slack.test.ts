import { describe, test } from 'vitest'
import { slackStage } from '../support/stages.ts'
import { everyday } from './everyday-scenario.ts'
import { firstStory } from './first-story.ts'

describe.each(['http', 'socket'] as const)('on Slack over %s', (mode) => {
  test('the first story', () => firstStory(slackStage(mode)))
  test('ten everyday days', () => everyday(slackStage(mode)))
})
