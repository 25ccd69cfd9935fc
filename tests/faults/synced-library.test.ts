import 'fake-indexeddb/auto'

import { tryPlans } from './try-plans.ts'

// A file for each start, so that two cores share them.
tryPlans('synced')
