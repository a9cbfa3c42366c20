import type { Command } from '../command.ts'
import { discussItem } from './discuss.ts'
import { editAgenda } from './edit.ts'
import { exportAgenda } from './export.ts'
import { historyOfAgendas } from './history.ts'
import { changePresenterCommand } from './presenter.ts'
import { previewAgenda } from './preview.ts'
import { publishAgenda } from './publish.ts'
import { showAgenda } from './show.ts'

export const agendaCommands: readonly Command[] = [
  previewAgenda,
  publishAgenda,
  editAgenda,
  changePresenterCommand,
  discussItem,
  historyOfAgendas,
  exportAgenda,
  showAgenda,
]
