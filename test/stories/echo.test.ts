import { test } from 'vitest'
import { echoStage } from '../support/stages.ts'
import { everyday } from './everyday-scenario.ts'
import { firstStory } from './first-story.ts'

test('the first story, over plain lines', () => firstStory(echoStage()))
test('ten everyday days, over plain lines', () => everyday(echoStage()))
