import type { Region } from './region.ts'

type Language = Region['language']

/** What is read in a workspace where nobody's own language is known: the workspace's, else the region's. */
export const languageIn = (
  region: Region,
  { platform, workspace }: { platform: string; workspace: string },
): Language => {
  const here = region.workspaces.find((one) => one.platform === platform && one.id === workspace)
  return here?.language ?? region.language
}
