import { create } from 'zustand'

/** The smart list whose filters are being changed in the library. */
export const useEditedList = create<{ list: { id: string; name: string } | null }>(() => ({ list: null }))
