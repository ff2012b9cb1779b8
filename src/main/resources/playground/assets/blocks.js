// Block Kit's layout blocks. What is not known is said, not hidden.

import { h } from './dom.js';
import { markdown, mrkdwn, plain, richText, textObject } from './text.js';
import { element, inputBlock } from './inputs.js';

const LEVELS = { info: 'ℹ️', warning: '⚠️', error: '⛔', success: '✅', default: '💬' };
const TASKS = { in_progress: '◌', complete: '✓', error: '✕', pending: '·' };

export function blocks(list, context) {
  return h('div', { class: 'blocks' }, list.map((block) => one(block, context)));
}

function image(block, className) {
  const source = block.image_url || '';
  if (!/^https?:|^\//i.test(source)) return h('span', { class: 'quiet' }, block.alt_text);
  return h('img', { class: className, src: source, alt: block.alt_text || '', loading: 'lazy', referrerpolicy: 'no-referrer' });
}

function one(block, context) {
  const children = (list) => (list || []).map((item) => element(item, block, context));
  switch (block.type) {
    case 'header': return h('h3', { class: 'block-header' }, plain(block.text.text));
    case 'divider': return h('hr');
    case 'section': return section(block, context);
    case 'markdown': return markdown(block.text);
    case 'rich_text': return richText(block);
    case 'context': return h('div', { class: 'context' }, block.elements.map((item) => (item.type === 'image' ? image(item, 'context-image') : textObject(item))));
    case 'actions': return h('div', { class: 'actions' }, children(block.elements));
    case 'context_actions': return h('div', { class: 'actions quiet' }, children(block.elements));
    case 'input': return inputBlock(block, context);
    case 'image': return h('figure', {}, block.title && h('figcaption', {}, plain(block.title.text)), image(block, 'block-image'));
    case 'alert': return h('div', { class: `alert ${block.level || 'default'}`, role: 'note' }, h('span', { 'aria-hidden': 'true' }, LEVELS[block.level] || LEVELS.default), textObject(block.text));
    case 'card': return card(block, context);
    case 'carousel': return h('div', { class: 'carousel' }, block.elements.map((item) => card(item, context)));
    case 'container': return h('div', { class: 'card' }, (block.child_blocks || block.blocks || []).map((item) => one(item, context)));
    case 'task_card': return task(block);
    case 'plan': return h('div', { class: 'card' }, h('strong', {}, plain(block.title?.text ?? block.title)), (block.tasks || []).map(task));
    case 'table': case 'data_table': return table(block);
    case 'data_visualization': return chart(block);
    default: return h('p', { class: 'quiet' }, `(a ${block.type} block, which the playground does not draw)`);
  }
}

function section(block, context) {
  return h('div', { class: 'section' },
    h('div', { class: 'section-text' },
      block.text && textObject(block.text),
      block.fields && h('div', { class: 'fields' }, block.fields.map((text) => h('div', {}, textObject(text))))),
    block.accessory && h('div', { class: 'accessory' }, block.accessory.type === 'image' ? image(block.accessory, 'accessory-image') : element(block.accessory, block, context)));
}

function card(block, context) {
  return h('div', { class: 'card' },
    block.hero_image && image(block.hero_image, 'block-image'),
    h('div', { class: 'card-head' }, block.icon && image(block.icon, 'context-image'),
      h('div', {}, block.title && h('div', { class: 'card-title' }, textObject(block.title)), block.subtitle && h('div', { class: 'quiet' }, textObject(block.subtitle)))),
    block.body && textObject(block.body),
    block.subtext && h('div', { class: 'quiet' }, textObject(block.subtext)),
    block.actions && h('div', { class: 'actions' }, block.actions.map((item) => element(item, block, context))));
}

function task(block) {
  const status = block.status || 'pending';
  const words = (part) => (part?.type === 'rich_text' ? richText(part) : typeof part === 'string' && part ? mrkdwn(part) : null);
  return h('div', { class: `task ${status}` }, h('span', { class: 'task-mark', 'aria-label': status.replace('_', ' ') }, TASKS[status] || '·'),
    h('div', {}, h('strong', {}, plain(block.title)), words(block.details), words(block.output)));
}

function table(block) {
  const cell = (item) => (item?.type === 'rich_text' ? richText(item) : plain(item?.text ?? String(item ?? '')));
  const [head, ...rows] = block.rows || [];
  return h('div', { class: 'table-box' }, h('table', {},
    head && h('thead', {}, h('tr', {}, head.map((item) => h('th', {}, cell(item))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((item) => h('td', {}, cell(item))))))));
}

// Of a chart's kinds, what has series is drawn as bars, whatever it asks for.
function chart(block) {
  const { series = [], axis_config: axis = {} } = block.chart || {};
  const largest = Math.max(1, ...series.flatMap((each) => each.data.map((point) => point.value)));
  const bar = (each, at, label) => {
    const value = each.data.find((point) => point.label === label)?.value ?? 0;
    return h('div', { class: 'chart-row' }, h('span', { class: 'quiet' }, each.name), h('meter', { min: 0, max: largest, value, class: `chart-bar s${at}`, 'aria-label': `${label}, ${each.name}: ${value}` }), h('span', {}, String(value)));
  };
  return h('figure', { class: 'card chart' }, h('figcaption', {}, h('strong', {}, plain(block.title)), axis.y_label && h('span', { class: 'quiet' }, ` ${axis.y_label}`)),
    (axis.categories || []).map((label) => h('div', {}, h('div', {}, label), series.map((each, at) => bar(each, at, label)))));
}
