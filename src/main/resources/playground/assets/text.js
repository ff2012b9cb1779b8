// Words as Slack writes them: mrkdwn, Markdown, rich text. Everything from outside is treated as hostile.

import { marked } from './lib/marked.js';
import DOMPurify from './lib/dompurify.js';
import { h, append } from './dom.js';
import { state } from './state.js';

const EMOJI = {
  white_check_mark: '✅', heavy_check_mark: '✔️', x: '❌', warning: '⚠️', hourglass: '⌛', hourglass_flowing_sand: '⏳',
  thumbsup: '👍', '+1': '👍', thumbsdown: '👎', '-1': '👎', eyes: '👀', wave: '👋', tada: '🎉', bulb: '💡', memo: '📝',
  speech_balloon: '💬', moneybag: '💰', money_with_wings: '💸', arrow_up: '⬆️', arrow_right: '➡️', lock: '🔒', key: '🔑',
  rotating_light: '🚨', fire: '🔥', star: '⭐', sparkles: '✨', robot_face: '🤖', books: '📚', dart: '🎯', pushpin: '📌',
  question: '❓', grey_question: '❔', exclamation: '❗', handshake: '🤝', raised_hands: '🙌', pray: '🙏', heart: '❤️',
  slightly_smiling_face: '🙂', smile: '😄', thinking_face: '🤔', no_entry: '⛔', stop_button: '⏹️', repeat: '🔁',
  large_green_circle: '🟢', large_yellow_circle: '🟡', red_circle: '🔴', white_circle: '⚪', large_blue_circle: '🔵',
  ballot_box_with_check: '☑️', clipboard: '📋', busts_in_silhouette: '👥', mortar_board: '🎓', package: '📦', email: '📧',
  scales: '⚖️', white_large_square: '⬜', compass: '🧭', crown: '👑', ticket: '🎫', bar_chart: '📊', point_right: '👉', information_source: 'ℹ️',
  unlock: '🔓', left_right_arrow: '↔️', alarm_clock: '⏰', palm_tree: '🌴', telephone_receiver: '📞', anchor: '⚓',
};

export const emoji = (name) => EMOJI[name] ?? `:${name}:`;

const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export function personName(id) {
  const user = state.users.get(id);
  return user ? user.real_name : id === 'USLACKBOT' ? 'Slackbot' : id;
}

export function mention(id) {
  const me = id === state.user;
  return h('span', { class: me ? 'mention me' : 'mention' }, '@' + (state.users.get(id)?.profile?.display_name || personName(id)));
}

function channelLink(id, name) {
  return h('a', { class: 'mention', href: `?channel=${encodeURIComponent(id)}`, dataset: { channel: id } }, '#' + (name || state.channels.get(id)?.name || id));
}

export function link(url, text) {
  // A thread of this workspace opens here, as it does in Slack.
  const thread = /^https:\/\/app\.slack\.com\/client\/[^/]+\/([^/]+)\/thread\/[^/]+-([\d.]+)$/.exec(url);
  if (thread) return h('a', { href: `?channel=${encodeURIComponent(thread[1])}&thread=${thread[2]}`, dataset: { channel: thread[1], thread: thread[2] } }, text || url);
  const safe = /^(https?:|mailto:)/i.test(url);
  return safe ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text || url) : document.createTextNode(text || url);
}

function reference(inner) {
  const [what, label] = inner.split('|');
  if (what.startsWith('@')) return mention(what.slice(1));
  if (what.startsWith('#')) return channelLink(what.slice(1), label && unescape(label));
  if (what.startsWith('!date')) return document.createTextNode(unescape(date(what, label)));
  if (what.startsWith('!')) return h('span', { class: 'mention' }, '@' + what.slice(1).split('^')[0]);
  return link(unescape(what), label && unescape(label));
}

function date(what, fallback) {
  const seconds = Number(what.split('^')[1]);
  const format = what.split('^')[2] || '';
  if (!Number.isFinite(seconds)) return fallback || '';
  const day = new Date(seconds * 1000);
  return format
    .replace(/\{time(_secs)?\}/g, day.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }))
    .replace(/\{date_num\}/g, day.toISOString().slice(0, 10))
    .replace(/\{date[a-z_]*\}/g, day.toLocaleDateString([], { month: 'short', day: 'numeric', year: 'numeric' }))
    .replace(/\{ago\}/g, day.toLocaleString());
}

const INLINE = /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+-]+):|(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]*?\S)_(?!\w)|(?<![\w~])~(?=\S)([^~\n]*?\S)~(?!\w)/g;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) nodes.push(unescape(text.slice(from, match.index)));
    from = match.index + match[0].length;
    if (match[1] !== undefined) nodes.push(reference(match[1]));
    else if (match[2] !== undefined) nodes.push(h('code', {}, unescape(match[2])));
    else if (match[3] !== undefined) nodes.push(EMOJI[match[3]] ? h('span', { class: 'emoji' }, EMOJI[match[3]]) : match[0]);
    else if (match[4] !== undefined) nodes.push(h('strong', {}, inline(match[4])));
    else if (match[5] !== undefined) nodes.push(h('em', {}, inline(match[5])));
    else nodes.push(h('s', {}, inline(match[6])));
  }
  if (from < text.length) nodes.push(unescape(text.slice(from)));
  return nodes;
}

export function mrkdwn(text) {
  const box = h('div', { class: 'text' });
  for (const [index, part] of text.split('```').entries()) {
    if (index % 2) {
      box.append(h('pre', {}, unescape(part.replace(/^\n/, ''))));
      continue;
    }
    let quote = null;
    const lines = part.replace(/^\n|\n$/g, '').split('\n');
    for (const [at, line] of lines.entries()) {
      const quoted = line.match(/^(?:&gt;|>)\s?(.*)$/);
      if (quoted) {
        if (!quote) box.append(quote = h('blockquote'));
        else quote.append(h('br'));
        append(quote, inline(quoted[1]));
        continue;
      }
      if (at > 0 && !quote) box.append(h('br'));
      quote = null;
      append(box, inline(line));
    }
  }
  return box;
}

export function plain(text) {
  return (text || '').replace(/:([a-z0-9_+-]+):/g, (all, name) => EMOJI[name] || all);
}

// A text object, or a plain string.
export function textObject(object) {
  if (!object) return '';
  if (typeof object === 'string') return object;
  return object.type === 'mrkdwn' ? mrkdwn(object.text || '') : h('div', { class: 'text plain' }, plain(object.text));
}

export function markdown(text) {
  const html = DOMPurify.sanitize(marked.parse(text, { gfm: true, breaks: true, async: false }), {
    FORBID_TAGS: ['img', 'style', 'form', 'input', 'button', 'video', 'audio', 'svg', 'math'], FORBID_ATTR: ['style', 'class', 'id'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i, RETURN_DOM_FRAGMENT: true,
  });
  for (const anchor of html.querySelectorAll('a')) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  for (const table of html.querySelectorAll('table')) {
    const box = h('div', { class: 'table-box' });
    table.replaceWith(box);
    box.append(table);
  }
  references(html);
  return h('div', { class: 'text markdown' }, html);
}

function references(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node.parentElement?.closest('code, pre, a')) continue;
    const parts = node.data.split(/(<[@#!][^<>\s]+>)/);
    if (parts.length > 1) node.replaceWith(...parts.map((part, at) => (at % 2 ? reference(part.slice(1, -1)) : part)));
  }
}

function styled(element, node) {
  const style = element.style || {};
  let out = node;
  for (const [name, tag] of [['code', 'code'], ['bold', 'strong'], ['italic', 'em'], ['strike', 's']]) {
    if (style[name]) out = h(tag, {}, out);
  }
  return out;
}

function richInline(element) {
  switch (element.type) {
    case 'text': return styled(element, document.createTextNode(element.text));
    case 'user': return mention(element.user_id);
    case 'channel': return channelLink(element.channel_id);
    case 'link': return styled(element, link(element.url, element.text));
    case 'emoji': return h('span', { class: 'emoji' }, emoji(element.name));
    case 'broadcast': return h('span', { class: 'mention' }, '@' + element.range);
    case 'date': return document.createTextNode(date(`!date^${element.timestamp}^${element.format}`, element.fallback));
    default: return document.createTextNode(element.text || '');
  }
}

export function richText(block) {
  const section = (part) => (part.elements || []).map(richInline);
  return h('div', { class: 'text rich' }, (block.elements || []).map((part) => {
    switch (part.type) {
      case 'rich_text_list': return h(part.style === 'ordered' ? 'ol' : 'ul', {}, part.elements.map((item) => h('li', {}, section(item))));
      case 'rich_text_preformatted': return h('pre', {}, section(part));
      case 'rich_text_quote': return h('blockquote', {}, section(part));
      default: return h('div', { class: 'line' }, section(part));
    }
  }));
}

// The first words of a message, for summaries and for screen readers.
export function gist(message) {
  const text = message.text || '';
  return unescape(text.replace(/<@([A-Z0-9]+)(\|[^>]*)?>/g, (_, id) => '@' + personName(id)).replace(/<[^|>]*\|([^>]*)>/g, '$1').replace(/[*_`~]/g, '')).slice(0, 160);
}
