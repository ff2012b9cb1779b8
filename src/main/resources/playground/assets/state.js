// What this person sees, kept in step with the server: everything once, then each change as it comes.

const PEOPLE_FIRST = 'UANA00001';
const wanted = new URLSearchParams(location.search);

export const state = {
  user: wanted.get('as') || localStorage.getItem('playground.user') || PEOPLE_FIRST,
  users: new Map(),
  channels: new Map(),
  sessions: new Map(),
  modals: [],
  home: null,
  commands: [],
  shortcuts: [],
  team: {},
  place: wanted.get('channel') || localStorage.getItem('playground.place') || 'CSUPPORT1',
  thread: wanted.get('thread') || null,
  ready: false,
};

// The dashboard knows by it who is signed in.
function remember() {
  document.cookie = `playground-person=${state.user}; path=/; SameSite=Strict`;
}

let source = null;
let listener = () => {};

export function listen(onChange) {
  listener = onChange;
  connect();
}

export function actAs(user) {
  state.user = user;
  localStorage.setItem('playground.user', user);
  connect();
}

function connect() {
  remember();
  source?.close();
  source = new EventSource(`/playground/stream?user=${encodeURIComponent(state.user)}`);
  source.onmessage = (event) => apply(JSON.parse(event.data));
  source.onerror = () => listener({ kind: 'offline' });
}

export async function refresh() {
  const user = state.user;
  const answer = await fetch(`/playground/state?user=${encodeURIComponent(user)}`);
  if (answer.status === 404 && user !== PEOPLE_FIRST) {
    actAs(PEOPLE_FIRST);
    return;
  }
  const all = await answer.json();
  if (user !== state.user) return;
  state.users = new Map(all.users.map((one) => [one.id, one]));
  state.channels = new Map(all.channels.map((channel) => [channel.id, flat(channel)]));
  state.sessions = new Map(all.sessions.map((session) => [`${session.channel}:${session.thread_ts}`, session]));
  Object.assign(state, { modals: all.modals, home: all.home, commands: all.commands, shortcuts: all.shortcuts, team: all.team, botUser: all.bot_user, ready: true });
}

// Messages of a channel by ts, threads and all.
function flat(channel) {
  const messages = new Map();
  for (const message of channel.messages) {
    const { replies = [], ...root } = message;
    messages.set(root.ts, root);
    for (const reply of replies) messages.set(reply.ts, reply);
  }
  return { ...channel, messages };
}

async function apply(change) {
  const channel = change.channel && state.channels.get(change.channel);
  switch (change.kind) {
    case 'alive': return;
    case 'post': {
      if (!channel) { await refresh(); break; }
      const message = { ...change.post.message, is_live: Boolean(change.post.live) };
      change.isNew = !channel.messages.has(message.ts);
      change.before = channel.messages.get(message.ts);
      channel.messages.set(message.ts, message);
      change.message = message;
      break;
    }
    case 'removed': channel?.messages.delete(change.ts); break;
    case 'session': state.sessions.set(`${change.session.channel}:${change.session.thread_ts}`, change.session); break;
    default: await refresh();
  }
  listener(change);
}

export const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;

const inOrder = (messages) => [...messages].sort((one, other) => (one.ts < other.ts ? -1 : 1));

export const topLevel = (channel) => inOrder([...channel.messages.values()].filter((message) => !isReply(message) || message.subtype === 'thread_broadcast' || (message.is_ephemeral && !channel.messages.has(message.thread_ts))));

export const repliesTo = (channel, root) => inOrder([...channel.messages.values()].filter((message) => isReply(message) && message.thread_ts === root));

export const unread = (channel) => [...channel.messages.values()].filter((message) => message.ts > channel.last_read && message.user !== state.user).length;

export const dm = () => [...state.channels.values()].find((channel) => channel.is_im && channel.user === state.user);

export const sessionOf = (channel, thread) => state.sessions.get(`${channel}:${thread}`);

// Does something as this person; answers what the bot answered.
export async function act(deed, wish) {
  try {
    const answer = await fetch(`/playground/do/${deed}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: state.user, ...wish }),
    });
    return answer.ok ? await answer.json() : { ok: false, error: `http_${answer.status}` };
  } catch {
    return { ok: false, error: 'playground_unreachable' };
  }
}

const SORRY = {
  operation_timeout: 'Cowork did not answer within three seconds. Try again.',
  app_unreachable: 'Cowork is not running, or not at the address the playground knows.',
  app_error: 'Cowork answered with an error. Its log says more.',
  playground_unreachable: 'The playground does not answer. Is the process still running?',
  invalid_response: 'Cowork answered with something Slack would not take.',
  not_a_command: 'There is no such command here. Try /cowork.',
  not_supported_in_threads: 'Slash commands do not work inside threads. Use a button, or plain words.',
};

export const sorry = (answer) => SORRY[answer.error] || answer.message || `That did not work: ${answer.error}`;
