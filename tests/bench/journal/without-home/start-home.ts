import type { startHome as productStartHome } from '../../../../renderer/home/start-home.ts'

/** Stands where `renderer/home/start-home.ts` does: nothing is compared, and nothing is sent. */
export const startHome: typeof productStartHome = () => Promise.resolve()
