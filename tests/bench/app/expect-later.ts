import { expect } from '@playwright/test'

/** A busy machine is slow. */
export const expectLater = expect.configure({ timeout: 60_000 })
