import type { Tools } from './tools.ts'

const PLAN = { kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '1月ごと(R8.6~R9.5)' }

const CASES: readonly [name: string, code: string, by: string][] = [
  ['own', 'S-0101', 'sakura'],
  ["colleague's", 'S-0102', 'haruto'],
  ["another office's", 'S-0103', 'riku'],
  ["another municipality's", 'S-0104', 'minato'],
  ['left behind', 'S-0105', 'aoi'],
  ['closed', 'S-0106', 'sakura'],
  ['given on', 'S-0107', 'haruto'],
  ['of who left', 'S-0108', 'sota'],
  ['presented', 'S-0109', 'koharu'],
]
export const UNBORN = '00000000-0000-4000-8000-000000000000'

export const seedCases = async ({ at, ok, put, made, text }: Tools): Promise<void> => {
  for (const [name, code, by] of CASES) {
    await ok(at.submits(by, 'case.register', {}, { ...PLAN, code }))
    put('case', name, code, [code])
  }
  put('case', 'unborn', 'S-9999', [])
  const proposals: [string, string, string][] = [
    ['own', 'S-0101', 'sakura'],
    ["another municipality's", 'S-0104', 'minato'],
    ['left behind', 'S-0105', 'aoi'],
  ]
  for (const [name, code, by] of proposals) {
    const values = { interval: '3', from: 'R8.9', reason: text('proposal', name) }
    const propose = () => ok(at.submits(by, 'monitoring.propose', { case: code }, values))
    put('proposal', name, await made('interval_proposals', propose), [])
  }
  put('proposal', 'unborn', UNBORN, [])
}

export const seedSummaries = async (
  { at, ok, put, made, text }: Tools,
  when: 'discussed' | 'coming',
): Promise<void> => {
  const send = async (
    name: string,
    by: string,
    command: string,
    options: Record<string, string>,
    fields: string[],
  ) => {
    const values = Object.fromEntries(fields.map((field) => [field, text('summary', name)]))
    const sends = () => ok(at.submits(by, command, options, { ...options, ...values }))
    put('summary', name, await made('summaries', sends), [])
  }
  const review = ['assessment', 'wishes', 'policy', 'content']
  const result = ['progress', 'change', 'proposal']
  if (when === 'discussed') {
    await send('discussed', 'sakura', 'summary.submit', { case: 'S-0101' }, review)
    await send('discussed intake', 'sakura', 'summary.intake', {}, [
      'topic',
      'situation',
      'wishes',
      'proposal',
    ])
    await send('discussed notice', 'riku', 'summary.notice', {}, ['topic', 'content'])
    return
  }
  await send('own result', 'sakura', 'summary.result', { case: 'S-0101' }, result)
  await send("another office's", 'riku', 'summary.submit', { case: 'S-0103' }, review)
  await send('left behind', 'aoi', 'summary.submit', { case: 'S-0105' }, review)
  await send('given on', 'haruto', 'summary.submit', { case: 'S-0107' }, review)
  await send('intake', 'sakura', 'summary.intake', {}, ['topic', 'situation', 'wishes', 'proposal'])
  await send('strengths', 'haruto', 'summary.strengths', { case: 'S-0102' }, ['strengths', 'wishes', 'help'])
  await send('issue', 'riku', 'summary.issue', {}, ['topic', 'background', 'proposal'])
  await send('notice', 'riku', 'summary.notice', {}, ['topic', 'content'])
  put('summary', 'unborn', UNBORN, [])
}

export const seedFollowUps = async ({ at, ok, put, made, text }: Tools): Promise<void> => {
  const add = async (name: string, by: string, member: string, code = '') => {
    const values = { member, what: text('followup', name), dueOn: 'R8.7.31', case: code }
    put('followup', name, await made('follow_ups', () => ok(at.submits(by, 'followup.add', {}, values))), [])
  }
  await add('own, of a case', 'sakura', 'sakura', 'S-0101')
  await add('given, of a case', 'midori', 'riku', 'S-0103')
  await add('given, without a case', 'sakura', 'riku')
  await add('of a case left behind', 'aoi', 'aoi', 'S-0105')
  await add('given on', 'haruto', 'haruto', 'S-0107')
  await add('of the council member', 'midori', 'iin-01')
  await add('done', 'riku', 'riku', 'S-0103')
  put('followup', 'unborn', UNBORN, [])
}

export const seedSheets = async ({ at, ok, put, made, text }: Tools): Promise<void> => {
  const send = async (name: string, by: string, code: string, to: string, assigns: 'yes' | 'no') => {
    const texts = Object.fromEntries(
      ['why', 'expected', 'consent'].map((field) => [field, text('sheet', name)]),
    )
    const sheet = { ...texts, to, consentOn: 'R8.5.29', assigns }
    put(
      'sheet',
      name,
      await made('handover_sheets', () => ok(at.submits(by, 'handover.send', { case: code }, sheet))),
      [],
    )
  }
  await send('waiting', 'sakura', 'S-0101', 'koharu', 'yes')
  await send('answered', 'haruto', 'S-0102', 'koharu', 'no')
  await send('outrun', 'haruto', 'S-0107', 'koharu', 'yes')
  await send('between others', 'riku', 'S-0103', 'ichika', 'no')
  put('sheet', 'unborn', UNBORN, [])
}

export const seedPolls = async ({ at, ok, put, made, text }: Tools): Promise<void> => {
  const begin = async (name: string, by: string, body: string) => {
    const values = {
      title: text('poll', name),
      meets: 'meeting',
      minutes: '90',
      from: '2026-07-20',
      to: '2026-07-31',
      deadline: '2026-07-15',
      required: [by],
      itself: 'no',
    }
    const poll = await made('polls', () => ok(at.submits(by, 'meeting.find', { body }, values)))
    put('poll', name, poll, [])
    return poll
  }
  await begin('draft', 'himari', 'renrakukai')
  const open = await begin('open', 'himari', 'renrakukai')
  await at.presses('himari', 'meeting.ask', { poll: open })
  const steering = await begin('of the steering body', 'midori', 'unei')
  await at.presses('midori', 'meeting.ask', { poll: steering })
  put('poll', 'unborn', UNBORN, [])
}
