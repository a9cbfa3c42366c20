import type { Command } from '../command.ts'
import { setBody } from './body.ts'
import { setChannel } from './channel.ts'
import { help } from './help.ts'
import { addMembers } from './members.ts'
import { addOffices } from './offices.ts'
import { addPeople } from './people.ts'
import { setRegion } from './region.ts'
import { addSeries } from './series.ts'
import { showSetup } from './setup.ts'
import { showWeek } from './week.ts'

export const helpCommands: readonly Command[] = [help]

export const setupCommands: readonly Command[] = [
  showSetup,
  setRegion,
  addOffices,
  addMembers,
  addPeople,
  setBody,
  setChannel,
  addSeries,
  showWeek,
]
