// One message: who, when, what, and what can be done with it.

import { h, icon, menu, toast } from './dom.js';
import { blocks } from './blocks.js';
import { emoji, gist, mrkdwn, personName } from './text.js';
import { act, isReply, repliesTo, sessionOf, sorry, state } from './state.js';

const STATUS = { processing: 'Working…', suspended: 'Waiting for a decision', closed: 'Closed' };

export const clock = (ts) => new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export const day = (ts) => new Date(Number(ts) * 1000).toLocaleDateString([], { weekday: 'long', month: 'long', day: 'numeric' });

// What is written under a name of its own has no user.
const author = (message) => message.user || state.botUser;
const nameOf = (message) => message.username || personName(author(message));

export function avatar(id, className = 'avatar', picture = '') {
  const user = state.users.get(id);
  const bot = user?.is_bot || !user;
  const drawn = picture && emoji(picture.replaceAll(':', ''));
  const letters = drawn && !drawn.startsWith(':') ? drawn : bot ? (id === 'USLACKBOT' ? '!' : 'C') : user.real_name.split(' ').map((word) => word[0]).join('').slice(0, 2);
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const face = h('span', { class: `${className} ${bot ? 'bot' : ''}`, 'aria-hidden': 'true' }, letters);
  if (!bot) face.style.setProperty('--hue', hue);
  return face;
}

export function contextFor(channel, message) {
  return {
    state: (block, element) => initial(element),
    press: async (element, block, extra) => {
      const answer = await act('press', { channel, message_ts: message.ts, action_id: element.action_id, block_id: block.block_id, ...extra });
      if (!answer.ok) toast(sorry(answer));
    },
  };
}

export function initial(element) {
  const first = {
    value: element.initial_value, selected_option: element.initial_option, selected_options: element.initial_options, selected_user: element.initial_user,
    selected_users: element.initial_users, selected_conversation: element.initial_conversation, selected_channel: element.initial_channel,
    selected_date: element.initial_date, selected_time: element.initial_time, selected_date_time: element.initial_date_time,
  };
  return Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined));
}

export function messageElement(channel, message, { inThread, openThread, isNew }) {
  const own = message.user === state.botUser || message.bot_id;
  const body = message.blocks?.length ? blocks(message.blocks, contextFor(channel.id, message)) : mrkdwn(message.text || '');
  const article = h('article', {
    class: ['message', message.is_ephemeral && 'ephemeral', message.is_live && 'live', isNew && 'fresh'].filter(Boolean).join(' '),
    dataset: { ts: message.ts }, tabindex: '-1', 'aria-label': `${nameOf(message)}, ${clock(message.ts)}`,
  },
  avatar(author(message), 'avatar', message.icons?.emoji),
  h('div', { class: 'message-body' },
    message.is_ephemeral && h('p', { class: 'only-you' }, 'Only visible to you'),
    h('div', { class: 'message-head' }, h('strong', {}, nameOf(message)), own && h('span', { class: 'tag' }, 'App'),
      h('time', { datetime: new Date(Number(message.ts) * 1000).toISOString(), title: new Date(Number(message.ts) * 1000).toLocaleString() }, clock(message.ts)),
      message.edited && h('span', { class: 'quiet small' }, '(edited)')),
    body,
    message.is_live && h('span', { class: 'caret', 'aria-label': 'still writing' }),
    reactions(channel, message),
    !inThread && summary(channel, message, openThread)),
  tools(channel, message, inThread, openThread));
  return article;
}

function reactions(channel, message) {
  if (!message.reactions?.length) return null;
  return h('div', { class: 'reactions' }, message.reactions.map((reaction) => h('button', {
    type: 'button', class: reaction.users.includes(state.user) ? 'reaction mine' : 'reaction', title: reaction.users.map(personName).join(', '),
    'aria-label': `${reaction.name}, ${reaction.count}`, onclick: () => act('react', { channel: channel.id, message_ts: message.ts, name: reaction.name }),
  }, `${emoji(reaction.name)} ${reaction.count}`)));
}

function summary(channel, message, openThread) {
  const replies = repliesTo(channel, message.ts).filter((reply) => !reply.is_ephemeral);
  const session = sessionOf(channel.id, message.ts);
  const status = STATUS[session?.status];
  if (!replies.length && !status) return null;
  const last = replies.at(-1);
  const isUnread = last && last.ts > channel.last_read && last.user !== state.user && state.thread !== message.ts;
  return h('button', { type: 'button', class: 'summary', onclick: () => openThread(message.ts) },
    h('span', { class: 'faces' }, [...new Set(replies.map(author))].slice(0, 4).map((id) => avatar(id, 'face'))),
    h('span', { class: 'link' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    last && h('span', { class: 'quiet small' }, `last ${clock(last.ts)}`),
    isUnread && h('span', { class: 'dot', 'aria-label': 'unread' }),
    status && h('span', { class: `status ${session.status}` }, session.words || status));
}

function tools(channel, message, inThread, openThread) {
  if (message.is_ephemeral) return null;
  const react = (name) => async () => {
    const answer = await act('react', { channel: channel.id, message_ts: message.ts, name });
    if (!answer.ok) toast(sorry(answer));
  };
  const items = () => [
    ...state.shortcuts.filter((shortcut) => shortcut.type === 'message').map((shortcut) => [shortcut.name, async () => {
      const answer = await act('shortcut', { callback_id: shortcut.callback_id, channel: channel.id, message_ts: message.ts });
      if (!answer.ok) toast(sorry(answer));
    }, 'Cowork']),
    ['React 👍', react('thumbsup')], ['React 👀', react('eyes')],
    ['Copy text', () => navigator.clipboard?.writeText(gist(message))],
  ];
  return h('div', { class: 'tools' },
    !inThread && !isReply(message) && h('button', { type: 'button', class: 'icon', title: 'Reply in thread', 'aria-label': 'Reply in thread', onclick: () => openThread(message.ts) }, icon('reply')),
    menu('Message actions', icon('more'), items));
}
