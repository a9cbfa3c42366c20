import type { Catalogue } from '../catalogue.ts'

export const slack: Catalogue['slack'] = {
  start: {
    badToken:
      'SLACK_BOT_TOKEN is not right. Look up the token (xoxb-) under “OAuth & Permissions” of the Slack app and put it into .env',
    badAppToken:
      'SLACK_APP_TOKEN is not right. Make a token with connections:write (xapp-) under “Basic Information”, “App-Level Tokens” of the Slack app and put it into .env. Turn “Socket Mode” on, too',
    unreachable: (detail) => `Slack cannot be reached (${detail}). Check the network`,
  },
  install: {
    title: 'Add Tsunagi to Slack',
    lead: 'The button below takes you to Slack. Check that it names the right workspace, and press “Allow”.',
    add: 'Add to Slack',
    installed:
      'Tsunagi is in your workspace. If the workspace is connected to a region, type /tsunagi help in Slack and begin. If it is not, please tell the core centre of your region.',
    cancelled: 'Nothing was added. To add Tsunagi, please start again.',
    expired:
      'This cannot be continued: it took too long, was finished already, or was begun in another browser. Please start again.',
    unsupported:
      'Tsunagi cannot be added to a whole organisation (Enterprise). Please choose the workspace that will use it and try again.',
    failed: 'Something went wrong between Slack and Tsunagi. Please wait a moment and start again.',
    again: 'Start again',
  },
  loading: 'Opening…',
  saving: 'Saving…',
  notPosted:
    'It could not be posted in the channel, so only you see it. Invite Tsunagi there with “/invite”.',
  tooLate: 'The form could not be opened in time. Please try again.',
  notShown: 'The answer could not be shown. Please try again.',
  filesFailed: 'The files could not be sent. Please try again in a moment.',
  working: 'Tsunagi',
  close: 'Close',
  appName: 'Tsunagi',
  appDescription: 'Collaboration in disability consultation support',
  noChoices: '(nothing to choose from)',
}
