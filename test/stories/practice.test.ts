import { test } from 'vitest'
import { practiceStage } from '../support/stages.ts'
import { everyday } from './everyday-scenario.ts'
import { firstStory } from './first-story.ts'

test('the first story, in the practice workspace', () => firstStory(practiceStage()))
test('ten everyday days, in the practice workspace', () => everyday(practiceStage()))
