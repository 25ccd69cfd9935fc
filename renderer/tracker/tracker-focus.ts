import { create } from 'zustand'

/** Whether the list is to be shown from its top, with the focus on its first line, as soon as it can be. */
export const useTrackerFocus = create<{ wantsTop: boolean }>(() => ({ wantsTop: false }))
