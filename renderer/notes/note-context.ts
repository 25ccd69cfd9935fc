export { type NotedEpisode, noteContext } from '../../shared/anchoring/note-context.ts'
