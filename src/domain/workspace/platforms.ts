/** Somebody else's service: workspaces are connected to a region there, and accounts linked to members. */
type External = {
  external: true
  /** Its proper name, the same in every language. */
  title: string
  /** Workspaces have a list of events, in which meetings are shown. */
  events: boolean
}

/** Served by us: the region is its workspace, the members are its users, and bodies are its channels. */
type BuiltIn = { external: false }

/**
 * Every chat platform with its capabilities: everything outside `bot/<platform>` asks for a capability, never for a name.
 * The adapter of an external one is loaded from `bot/<name>/platform.ts`.
 */
const PLATFORMS = {
  slack: { external: true, title: 'Slack', events: false },
  discord: { external: true, title: 'Discord', events: true },
  practice: { external: false },
} as const satisfies Record<string, External | BuiltIn>

export type PlatformName = keyof typeof PLATFORMS
export type ExternalPlatform = {
  [Name in PlatformName]: (typeof PLATFORMS)[Name]['external'] extends true ? Name : never
}[PlatformName]

const CAPABILITIES: Record<PlatformName, External | BuiltIn> = PLATFORMS

export const PLATFORM_NAMES = Object.keys(PLATFORMS) as [PlatformName, ...PlatformName[]]

export const isExternal = (name: PlatformName): name is ExternalPlatform => PLATFORMS[name].external

export const EXTERNAL_PLATFORMS: readonly ExternalPlatform[] = PLATFORM_NAMES.filter(isExternal)
export const BUILT_IN_PLATFORMS: readonly PlatformName[] = PLATFORM_NAMES.filter((name) => !isExternal(name))

/** The external platform of that name, where there is one. */
export const externalPlatform = (name: string | undefined): ExternalPlatform | undefined =>
  EXTERNAL_PLATFORMS.find((one) => one === name)

export const titleOf = (name: ExternalPlatform): string => PLATFORMS[name].title

export const hasEvents = (name: PlatformName): boolean => {
  const capabilities = CAPABILITIES[name]
  return capabilities.external && capabilities.events
}
