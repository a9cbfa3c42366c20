import { test } from 'vitest'
import { discordStage } from '../support/stages.ts'
import { everyday } from './everyday-scenario.ts'
import { firstStory } from './first-story.ts'

test('the first story, on Discord', () => firstStory(discordStage()))
test('ten everyday days, on Discord', () => everyday(discordStage()))
