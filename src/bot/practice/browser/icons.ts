import { html } from 'htm/preact'

/** Two linked rings: つなぎ, what joins. */
export const Logo = () => html`
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" class="logo-ground" />
    <g fill="none" class="logo-rings" stroke-width="3">
      <circle cx="12.5" cy="16" r="5.5" />
      <circle cx="19.5" cy="16" r="5.5" />
    </g>
  </svg>
`

const PATHS = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M5 12h13M12 5l7 7-7 7',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  hash: 'M9 4L7 20M17 4l-2 16M4 9h16M3 15h16',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  reply: 'M9 14L4 9l5-5M4 9h9a7 7 0 0 1 7 7v4',
  refresh: 'M20 11A8 8 0 1 0 18 17M20 5v6h-6',
  down: 'M12 5v14M6 13l6 6 6-6',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.01',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6',
  next: 'M5 5l8 7-8 7zM18 5v14',
} as const

export const Icon = ({ name }: { name: keyof typeof PATHS }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>
`
