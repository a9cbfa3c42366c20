/** Answers that any command may give. */
export const answers = {
  notConnected: {
    heading: 'このワークスペースは、まだ圏域につながっていません',
    text: '基幹相談支援センターの担当の方が作った接続コードを入れると、使えるようになります。コードは、つないである所で /tsunagi invite、またはコマンドラインで tsunagi region code を実行すると出ます。',
    enter: 'コードを入れる',
    id: (platform: string, workspace: string) => `この場所: ${platform} ${workspace}`,
  },
  unknownMember: {
    heading: 'あなたがどなたか、まだわかりません',
    text: (region: string) =>
      `${region}の基幹相談支援センターの担当の方に、お知らせしました。名簿のどなたかがわかると使えます。ほかの場所で使っている方は、そこで /tsunagi link と打って出たコードを入れてください。`,
  },
  unknownCommand: {
    heading: (typed: string) => `「${typed}」というコマンドはありません`,
    nearest: '近いものはこちらです。',
    help: 'すべてのコマンドは /tsunagi help（/つなぎ ヘルプ）で見られます。',
  },
  missingOption: {
    heading: (option: string) => `「${option}」が必要です`,
    usage: (usage: string) => `このように書いてください: ${usage}`,
  },
  wrongOption: {
    heading: (option: string, typed: string) => `「${option}」に「${typed}」は使えません`,
    usage: (usage: string) => `このように書いてください: ${usage}`,
  },
  tooManyWords: (extra: string) => `「${extra}」の意味がわかりませんでした`,
  notPermitted: {
    heading: 'この操作は、あなたの役割ではできません',
    text: (roles: string) =>
      `できるのは${roles}の方です。必要なときは、基幹相談支援センターの担当の方にご相談ください。`,
  },
  gone: {
    heading: '選ばれたものが、もうありません',
    text: '開いている間に名簿などから外されたようです。何も保存していません。もう一度開いて選んでください。',
  },
  unwritable: {
    heading: '使えない文字が入っていて、読めませんでした',
    text: '貼り付けたものに、見えない文字（制御文字など）が混ざっているようです。打ちなおして、もう一度お試しください。何も保存していません。',
  },
  bug: {
    heading: '申し訳ありません。うまくいきませんでした',
    text: '入力されたものは保存されていません。少し待ってからもう一度お試しください。続くときは、基幹相談支援センターの担当の方に次の番号をお伝えください。',
    reference: '番号',
  },
  form: {
    cancel: 'やめる',
    required: '入力してください',
    tooLong: (limit: number, length: number) =>
      `${limit}文字までです（いま${length}文字）。${length - limit}文字減らしてください`,
    choose: '一覧から選んでください',
    quoted: 'メッセージの文を入れました。出すまでは、どこにも残りません。',
    quotedCut: (limit: number) =>
      `メッセージが長いため、はじめの${limit}文字だけを入れました。出すまでは、どこにも残りません。`,
    quotedMarked: 'メッセージの文を入れましたが、直すところがあります。まだどこにも残っていません',
    draft: (when: string) => `${when}に書きかけたところから続けます。`,
    general: '直すところがあります。書いたものはそのまま残っています',
    speakingTime: (limit: number, seconds: number) =>
      `${limit}文字まで（話すと約${seconds >= 60 ? `${Math.round(seconds / 60)}分` : `${seconds}秒`}）`,
  },
  privacy: {
    found: (kinds: string, instead: string, marked: string) =>
      `${kinds}が書かれているようです。消すか、言いかえてください（${instead}） → ${marked}`,
    instead: {
      letter: '「Aさん」「母」',
      municipality: '「市内」',
      birth_year: '「40代」「昭和60年生まれ」',
      leave_out: '番号は書かない',
      case_code: 'ケース番号だけ',
      contact_kind: '「LINEで連絡」',
      car: '「家族の車」',
      school_year: '「市内の小学校4年」',
    },
    or: '、',
    notNames: {
      label: '名前ではないことば',
      hint: '名前ではないものだけを選んで、もう一度出してください。基幹の担当の方に、その数が伝わります。',
    },
    kinds: {
      person_name: '氏名',
      address: 'くわしい住所',
      birth_date: '生年月日',
      phone: '電話番号',
      email: 'メールアドレス',
      certificate_number: '証や手帳の番号',
      my_number: 'マイナンバー',
      postal_code: '郵便番号',
      chat_id: 'チャットやSNSのID',
      car_plate: '車のナンバー',
      bank_account: '口座やカードの番号',
      school_class: '学校名と組',
      residence_card: '在留カードの番号',
      passport: 'パスポートの番号',
    },
    and: 'と',
  },
  roles: {
    coordinator: '基幹職員（調整役）',
    chief_specialist: '主任相談支援専門員',
    specialist: '相談支援専門員',
    officer: '自治体職員',
    adviser: 'アドバイザー',
    council_member: '委員',
  },
  listSeparator: '、',
  more: (count: number) => `ほか${count}件`,
}
