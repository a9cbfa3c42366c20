import type { Command } from '../command.ts'
import { ownDeliveries } from './deliveries.ts'
import { retryDelivery } from './retry.ts'
import { undelivered } from './undelivered.ts'

export const deliveryCommands: readonly Command[] = [ownDeliveries, undelivered, retryDelivery]
