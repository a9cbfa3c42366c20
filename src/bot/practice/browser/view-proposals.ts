import { html } from 'htm/preact'
import { useEffect } from 'preact/hooks'
import type { Proposal } from './completion.ts'

type Props = {
  id: string
  proposals: readonly Proposal[]
  at: number
  choose: (proposal: Proposal) => void
  label: string
}

export const proposalId = (list: string, at: number): string => `${list}-${at}`

/** The list above the input, in groups where proposals have them. The input keeps the focus throughout. */
export const ProposalList = ({ id, proposals, at, choose, label }: Props) => {
  useEffect(() => {
    document.getElementById(proposalId(id, at))?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const groups = [...Map.groupBy(proposals.entries(), ([, { group }]) => group ?? '')]
  return html`
    <div id=${id} class="proposals" role="listbox" aria-label=${label} tabindex="0" onMouseDown=${keepFocus}>
      ${groups.map(
        ([group, lines]) => html`
          <div key=${group} role="group" aria-label=${group === '' ? label : group}>
            ${group !== '' && html`<p class="proposals-group" aria-hidden="true">${group}</p>`}
            ${lines.map(([index, proposal]) => html`<${Line} key=${index} id=${proposalId(id, index)} proposal=${proposal} isMarked=${index === at} choose=${choose} />`)}
          </div>
        `,
      )}
    </div>
  `
}

/** A press on the list must not take the focus from the input. */
const keepFocus = (event: MouseEvent): void => event.preventDefault()

const Line = ({
  id,
  proposal,
  isMarked,
  choose,
}: {
  id: string
  proposal: Proposal
  isMarked: boolean
  choose: (proposal: Proposal) => void
}) => html`
  <div
    id=${id}
    role="option"
    class="proposal"
    aria-selected=${isMarked}
    onMouseDown=${(event: MouseEvent) => {
      event.preventDefault()
      choose(proposal)
    }}
  >
    <span class="proposal-label">${proposal.label}</span>
    ${proposal.aside !== undefined && html`<span class="proposal-aside">${proposal.group === undefined ? proposal.aside : `（${proposal.aside}）`}</span>`}
    ${proposal.detail !== undefined && html`<span class="proposal-detail">${proposal.detail}</span>`}
  </div>
`
