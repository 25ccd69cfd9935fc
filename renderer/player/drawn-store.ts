import { type StoreApi, useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { drawInTurn } from './drawing.ts'

/** A store, and what the page draws of it. */
export type DrawnStore<State> = StoreApi<State> &
  /** For what is drawn, which is a moment behind while drawing waits (`drawing.ts`). */
  (<Value>(select: (state: State) => Value) => Value)

/** As Zustand's `create`: whoever asks the store itself, or subscribes to it, is never behind. */
export function createDrawn<State>(initial: State): DrawnStore<State> {
  const store = createStore<State>(() => initial)
  const drawn = createStore<State>(() => initial)
  const draw = (): void => drawn.setState(store.getState(), true)
  store.subscribe(() => drawInTurn(draw))
  function useDrawn<Value>(select: (state: State) => Value): Value {
    return useStore(drawn, select)
  }
  return Object.assign(useDrawn, store)
}
