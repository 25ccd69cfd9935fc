/** Begins to follow the downloads. Called once, in main.tsx. */
export async function startDownloads(): Promise<void> {}
