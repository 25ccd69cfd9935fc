import { create } from 'zustand'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { heardPiecesOf } from '../db/heard.ts'
import { listeningOf } from '../db/listening.ts'
import { announce } from '../shell/announce.ts'
import { type OtherPlace, originFound, originOf, otherPlace } from './other-place.ts'
import { placeQuestionText } from './place-words.ts'
import { seekTo } from './playing.ts'
import { keepOrigin, originStays } from './position-keeper.ts'
import { usePlayer, usePosition } from './store.ts'

/** That the episode in the player could go on at two places, and the person has to say at which. */
export type PlaceQuestion = { episodeId: EpisodeId; hereSeconds: number; there: OtherPlace }

export const usePlaceQuestion = create<{ question: PlaceQuestion | null }>(() => ({ question: null }))

/** Asks, or no longer asks, by what is kept of the episode in the player now. */
export async function askWhereToContinue(episodeId: EpisodeId): Promise<void> {
  const [listening, pieces] = await Promise.all([listeningOf(episodeId), heardPiecesOf(episodeId)])
  if (usePlayer.getState().episode?.id !== episodeId) return
  const there = listening === undefined ? null : otherPlace(listening, pieces)
  const { question: asked } = usePlaceQuestion.getState()
  if (there === null) {
    if (asked !== null) usePlaceQuestion.setState({ question: null })
    return
  }
  originStays(originFound(listening, pieces))
  if (asked?.episodeId === episodeId && asked.there.heardAt === there.heardAt) return
  const question = { episodeId, hereSeconds: usePosition.getState().positionSeconds, there }
  usePlaceQuestion.setState({ question })
  announce(placeQuestionText(question))
}

export async function continueHere(): Promise<void> {
  await settle()
}

export async function continueThere(): Promise<void> {
  const { question } = usePlaceQuestion.getState()
  const isHeld = question !== null && usePlayer.getState().episode?.id === question.episodeId
  if (isHeld) seekTo(question.there.positionSeconds)
  await settle()
}

async function settle(): Promise<void> {
  const { question } = usePlaceQuestion.getState()
  if (question === null) return
  const { episodeId } = question
  const [listening, pieces] = await Promise.all([listeningOf(episodeId), heardPiecesOf(episodeId)])
  if (usePlayer.getState().episode?.id === episodeId)
    await keepOrigin(originOf(listening, pieces, Date.now()))
  usePlaceQuestion.setState({ question: null })
}
