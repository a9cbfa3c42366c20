import { test } from 'vitest'
import { discordStage } from '../support/stages.ts'
import { firstStory } from './first-story.ts'

test('the first story, on Discord', () => firstStory(discordStage()))
