import { type RefObject, useEffect } from 'react'
import { create } from 'zustand'
import type { Annotation } from '../../shared/models/annotation.ts'
import { openEpisode } from '../shell/open.ts'

/** The note that the page of its episode is to show, until it does. */
const usePointedNote = create<{ noteId: string | null }>(() => ({ noteId: null }))

/** Opens the page of a note's episode at the note. */
export function openNote({ id, episodeId }: Annotation): void {
  usePointedNote.setState({ noteId: id })
  openEpisode(episodeId)
}

/** Scrolls to the note that the person came for. */
export function useScrolledTo(element: RefObject<Element | null>, noteId: string | null): void {
  const isAsked = usePointedNote((state) => noteId !== null && state.noteId === noteId)
  useEffect(() => {
    if (!isAsked) return
    element.current?.scrollIntoView({ block: 'center' })
    usePointedNote.setState({ noteId: null })
  }, [element, isAsked])
}
