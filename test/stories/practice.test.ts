import { test } from 'vitest'
import { startPracticeDriver } from '../support/practice-driver.ts'
import { firstStory } from './first-story.ts'

test('the first story, in the practice workspace', () =>
  firstStory({
    start: startPracticeDriver,
    workspace: 'region-practice',
    user: (member) => member,
    channel: (body) => body,
    connect: (region, workspace) => ({ ...region, id: workspace }),
  }))
