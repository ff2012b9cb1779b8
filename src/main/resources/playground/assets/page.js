// The page: where the person is, and what of it must be drawn again after a change.

import { announce, byId, fill, h, icon, toast } from './dom.js';
import { act, actAs, dm, listen, isReply, repliesTo, sessionOf, sorry, state, topLevel, unread } from './state.js';
import { avatar, contextFor, day, initial, messageElement } from './messages.js';
import { blocks } from './blocks.js';
import { composer } from './composer.js';
import { drawModal } from './modal.js';
import { gist, personName } from './text.js';

const HOME = 'home';
const here = () => state.channels.get(state.place);
const tabs = { app: HOME };

function go(place, thread = null) {
  state.place = place;
  state.thread = thread;
  localStorage.setItem('playground.place', place);
  byId('app').classList.remove('show-sidebar');
  drawAll();
  if (place === HOME) openHome();
  markRead();
}

async function openHome() {
  const answer = await act('home', { tab: tabs.app === HOME ? 'home' : 'messages' });
  if (!answer.ok) toast(sorry(answer));
  else if (!answer.delivered) toast('Cowork did not take the visit to its home tab. Is it running?');
}

function openThread(ts) {
  state.thread = ts;
  drawThread();
  byId('thread-text')?.focus();
  markRead();
}

function closeThread() {
  const root = state.thread;
  state.thread = null;
  drawThread();
  byId('main').querySelector(`[data-ts="${CSS.escape(root)}"]`)?.focus();
}

let reading = null;
function markRead() {
  const channel = state.place === HOME ? tabs.app !== HOME && dm() : here();
  if (!channel || document.hidden) return;
  const last = [...channel.messages.keys()].sort().at(-1);
  if (!last || last <= channel.last_read) return;
  clearTimeout(reading);
  reading = setTimeout(() => {
    channel.last_read = last;
    act('read', { channel: channel.id, ts: last });
    drawSidebar();
  }, 600);
}

function drawSidebar() {
  const people = [...state.users.values()].filter((user) => !user.is_bot);
  const row = (place, glyph, name, count) => h('li', {}, h('button', {
    type: 'button', class: `place ${count ? 'unread' : ''}`, 'aria-current': state.place === place ? 'page' : undefined, onclick: () => go(place),
  }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), h('span', { class: 'name' }, name), count > 0 && h('span', { class: 'count', 'aria-label': `${count} unread` }, count)));
  const rooms = [...state.channels.values()].filter((channel) => !channel.is_im && channel.is_member);
  const order = ['CSUPPORT1', 'CAPPROVE1', 'CTIPS0001'];
  rooms.sort((one, other) => (order.indexOf(one.id) + 99) % 99 - (order.indexOf(other.id) + 99) % 99);
  const mine = dm();
  fill(byId('sidebar'),
    h('div', { class: 'team' }, h('strong', {}, state.team.name), h('span', { class: 'quiet small' }, 'Playground')),
    h('h2', {}, 'Channels'), h('ul', {}, rooms.map((channel) => row(channel.id, '#', channel.name, channel.id === state.place && !document.hidden ? 0 : unread(channel)))),
    h('h2', {}, 'Apps'), h('ul', {}, row(HOME, '◆', 'Cowork', mine ? unread(mine) : 0),
      h('li', {}, h('a', { class: 'place', href: '/dashboard', target: '_blank', rel: 'noopener' }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '↗'), h('span', { class: 'name' }, 'Dashboard')))),
    h('fieldset', { class: 'people' }, h('legend', {}, 'Act as'), people.map((user) => h('label', { class: 'person' },
      h('input', { type: 'radio', name: 'as', value: user.id, checked: user.id === state.user, onchange: () => actAs(user.id) }),
      avatar(user.id, 'face'), h('span', {}, h('span', {}, user.real_name), h('small', {}, user.profile.title))))));
}

function header(title, about, extra) {
  return h('header', { class: 'pane-head' },
    h('button', { type: 'button', class: 'icon only-narrow', 'aria-label': 'Channels and people', onclick: () => byId('app').classList.toggle('show-sidebar') }, icon('menu')),
    h('div', { class: 'pane-title' }, h('h1', {}, title), h('span', { class: 'quiet small' }, about)), extra);
}

function welcome(channel) {
  return h('div', { class: 'welcome' }, h('h2', {}, `This is the start of #${channel.name}`),
    channel.id === 'CAPPROVE1' ? h('p', {}, 'Proposals wait here for a supervisor. Act as Ana to make one, then come back as Sam.')
      : channel.id === 'CTIPS0001' ? h('p', {}, 'What worked, shared with everybody. Close a session to share its tip.')
        : h('p', {}, 'Type ', h('code', {}, '/cowork'), ' to start a session with a form, or ', h('code', {}, '/cowork'), ' and what happened.', h('br'),
          'Or paste a customer’s message and choose “Ask Cowork about this” from its menu.'));
}

function timeline(channel, messages, options) {
  let last = '';
  return messages.flatMap((message) => {
    const today = day(message.ts);
    const divider = today !== last && h('div', { class: 'day' }, h('span', {}, today));
    last = today;
    return [divider, messageElement(channel, message, options)].filter(Boolean);
  });
}

function nameOf(channel) {
  return channel.is_im ? 'Cowork' : `#${channel.name}`;
}

function drawMain() {
  if (state.place === HOME) { drawHome(); return; }
  const channel = here();
  if (!channel) { go('CSUPPORT1'); return; }
  const name = nameOf(channel);
  document.title = `${name} · ${state.team.name}`;
  drawConversation(channel, header(name, channel.purpose?.value || ''), `Message ${name}`);
}

function drawConversation(channel, head, label) {
  const messages = topLevel(channel);
  const list = h('div', { class: 'messages', id: 'messages' }, messages.length === 0 && (channel.is_im
    ? h('div', { class: 'welcome' }, h('h2', {}, 'Cowork'), h('p', {}, 'Say what happened, in your own words. Only you and Cowork are here.')) : welcome(channel)),
  timeline(channel, messages, { openThread }));
  fill(byId('main'), head, list, prompts(channel), composer({ id: 'composer-text', channel: channel.id, label }));
  list.scrollTop = list.scrollHeight;
}

function prompts(channel) {
  const offered = channel.is_im && topLevel(channel).length === 0 ? channel.suggested_prompts?.prompts || [] : [];
  return offered.length > 0 && h('div', { class: 'prompts' }, offered.map((prompt) => h('button', {
    type: 'button', class: 'button', onclick: () => act('message', { channel: channel.id, text: prompt.message }),
  }, prompt.title)));
}

function drawHome() {
  document.title = `Cowork · ${state.team.name}`;
  const tab = (name, label) => h('button', {
    type: 'button', role: 'tab', class: 'tab', 'aria-selected': String((tabs.app === HOME) === (name === HOME)), onclick: () => { tabs.app = name; drawAll(); openHome(); markRead(); },
  }, label);
  const head = header('Cowork', 'App', h('div', { role: 'tablist', class: 'tabs' }, tab(HOME, 'Home'), tab('messages', 'Messages')));
  if (tabs.app !== HOME) { drawConversation(dm(), head, 'Message Cowork'); return; }
  const context = {
    state: (block, element) => state.home.state?.values?.[block.block_id]?.[element.action_id] ?? initial(element),
    press: async (element, block, extra) => {
      const answer = await act('press', { view_id: state.home.id, action_id: element.action_id, block_id: block.block_id, ...extra });
      if (!answer.ok) toast(sorry(answer));
    },
  };
  fill(byId('main'), head, h('div', { class: 'home' }, state.home ? blocks(state.home.blocks, context) : h('p', { class: 'quiet' }, 'Cowork has not shown its home tab yet.')));
}

function statusLine(channel, root) {
  const session = sessionOf(channel.id, root);
  if (!session || session.status === 'active') return h('div', { id: 'status', class: 'status-line', role: 'status' });
  const words = { processing: session.words ? `Cowork ${session.words}` : 'Cowork is working…', suspended: 'Cowork waits for a decision.', closed: 'This session is closed.' }[session.status];
  return h('div', { id: 'status', class: `status-line ${session.status}`, role: 'status' }, session.status === 'processing' && h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), h('span', {}, words),
    session.status === 'processing' && h('button', { type: 'button', class: 'button', onclick: async () => {
      const answer = await act('stop', { channel: channel.id, thread_ts: root });
      if (!answer.ok) toast(sorry(answer));
    } }, 'Stop'));
}

function threadChannel() {
  return state.place === HOME ? dm() : here();
}

function drawThread() {
  const pane = byId('thread');
  const channel = threadChannel();
  const root = state.thread && channel?.messages.get(state.thread);
  byId('app').classList.toggle('with-thread', Boolean(root));
  pane.hidden = !root;
  if (!root) { fill(pane); return; }
  const list = h('div', { class: 'messages', id: 'replies' }, messageElement(channel, root, { inThread: true }),
    h('div', { class: 'day' }, h('span', {}, 'Replies')), repliesTo(channel, root.ts).map((reply) => messageElement(channel, reply, { inThread: true })));
  const title = sessionOf(channel.id, root.ts)?.title || nameOf(channel);
  fill(pane, h('header', { class: 'pane-head' }, h('div', { class: 'pane-title' }, h('h1', {}, 'Thread'), h('span', { class: 'quiet small' }, title)),
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Close thread', onclick: closeThread }, icon('close'))),
  list, statusLine(channel, root.ts), composer({ id: 'thread-text', channel: channel.id, thread: root.ts, label: 'Reply…' }));
  list.scrollTop = list.scrollHeight;
}

// Puts one message in its place without touching the others: a half-typed answer elsewhere stays.
function place(list, channel, message, options, isNew) {
  if (!list) return;
  const stick = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  const fresh = messageElement(channel, message, { ...options, isNew });
  const old = list.querySelector(`[data-ts="${CSS.escape(message.ts)}"]`);
  if (old) old.replaceWith(fresh);
  else {
    list.querySelector('.welcome')?.remove();
    if (!options.inThread && !list.querySelector('.day')) list.append(h('div', { class: 'day' }, h('span', {}, day(message.ts))));
    list.append(fresh);
  }
  if (stick || (isNew && message.user === state.user)) list.scrollTop = list.scrollHeight;
}

function posted(change) {
  const channel = state.channels.get(change.channel);
  const visible = state.place === HOME ? tabs.app !== HOME && dm() : here();
  const message = change.message;
  if (channel && visible === channel && message) {
    const root = isReply(message) ? channel.messages.get(message.thread_ts) : message;
    if (!isReply(message) || !root) place(byId('messages'), channel, message, { openThread }, change.isNew);
    else place(byId('messages'), channel, root, { openThread }, false);
    if (state.thread && root?.ts === state.thread) {
      place(byId('replies'), channel, message, { inThread: true }, change.isNew);
    } else if (change.isNew && !isReply(message) && message.bot_id && !message.is_ephemeral && message.reply_count === undefined && !channel.is_im && !state.thread) {
      openThreadSoon(message.ts);
    }
  }
  const ended = change.before?.is_live && !message.is_live;
  if (message && message.user !== state.user && ((change.isNew && !message.is_live) || ended)) announce(`${personName(message.user)}: ${gist(message)}`);
  drawSidebar();
  markRead();
}

// A new case's thread opens by itself once somebody writes in it: that is where the work goes on.
let awaited = null;
function openThreadSoon(ts) {
  awaited = ts;
}

function onChange(change) {
  switch (change.kind) {
    case 'alive': return;
    case 'offline': byId('app').classList.add('offline'); return;
    case 'post':
      posted(change);
      if (awaited && change.message?.thread_ts === awaited && isReply(change.message) && !state.thread) { openThread(awaited); awaited = null; }
      return;
    case 'removed':
      document.querySelectorAll(`[data-ts="${CSS.escape(change.ts)}"]`).forEach((element) => element.remove());
      return;
    case 'session': {
      const channel = threadChannel();
      const { thread_ts: root } = change.session;
      if (channel?.id === change.session.channel && channel.messages.has(root)) {
        place(state.place === HOME && tabs.app === HOME ? null : byId('messages'), channel, channel.messages.get(root), { openThread }, false);
        if (state.thread === root) byId('status')?.replaceWith(statusLine(channel, root));
      }
      return;
    }
    case 'modals': drawModal(); return;
    case 'home': if (state.place === HOME && tabs.app === HOME) drawHome(); return;
    default:
      byId('app').classList.remove('offline');
      drawAll();
      drawModal();
      markRead();
      if (change.kind === 'hello' && state.place === HOME) openHome();
  }
}

function drawAll() {
  if (!state.ready) return;
  drawSidebar();
  drawMain();
  drawThread();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-channel]');
  if (link) { event.preventDefault(); go(link.dataset.channel, link.dataset.thread || null); }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.thread && !document.querySelector('dialog[open]') && !event.defaultPrevented) closeThread();
});
document.addEventListener('visibilitychange', markRead);
listen(onChange);

// For whoever looks on from a script.
window.playground = { state, contextFor };
