import pino, { type Logger } from 'pino'

/** Logs carry ids, never texts; what may hold a text or a secret is cut out wherever it stands. */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    redact: {
      paths: [
        '*.values',
        '*.text',
        '*.card',
        '*.token',
        '*.params',
        'error.params',
        'error.query',
        'err.params',
        'err.query',
      ],
      remove: true,
    },
    serializers: { error: pino.stdSerializers.err },
  })
