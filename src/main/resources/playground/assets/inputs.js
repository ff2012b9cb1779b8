// Block Kit's interactive elements as native controls.
// A `context` says what to do: press(element, block, extra), state(block, element), and whether a change is told at once.

import { h, icon, menu, uniqueId } from './dom.js';
import { plain, textObject } from './text.js';
import { act, state as world } from './state.js';
import { confirmFirst } from './confirm.js';

export const options = (element) => [...(element.options || []), ...(element.option_groups || []).flatMap((group) => group.options)];

async function press(context, element, block, extra, control) {
  if (element.confirm && !(await confirmFirst(element.confirm))) return;
  control?.setAttribute('aria-busy', 'true');
  try {
    await context.press(element, block, extra);
  } finally {
    control?.removeAttribute('aria-busy');
  }
}

function button(element, block, context) {
  const control = h('button', {
    type: 'button', class: `button ${element.style || ''}`, 'aria-label': element.accessibility_label,
  }, plain(element.text.text));
  control.addEventListener('click', () => {
    if (/^https?:/i.test(element.url || '')) window.open(element.url, '_blank', 'noopener');
    press(context, element, block, {}, control);
  });
  return control;
}

function overflow(element, block, context) {
  return menu('More actions', icon('more'), () => element.options.map((option) => [plain(option.text.text), () => {
    if (/^https?:/i.test(option.url || '')) window.open(option.url, '_blank', 'noopener');
    press(context, element, block, { selected_option: option.value });
  }, option.description?.text]), 'button');
}

function feedback(element, block, context) {
  const box = h('span', { class: 'feedback' });
  for (const [side, glyph] of [['positive_button', 'up'], ['negative_button', 'down']]) {
    const choice = element[side];
    const control = h('button', {
      type: 'button', class: 'icon', title: choice.text.text, 'aria-label': choice.accessibility_label || choice.text.text, 'aria-pressed': 'false',
      onclick: () => {
        for (const other of box.children) other.setAttribute('aria-pressed', String(other === control));
        press(context, element, block, { value: choice.value }, control);
      },
    }, icon(glyph));
    box.append(control);
  }
  return box;
}

function option(one, chosen) {
  return h('option', { value: one.value, selected: chosen === one.value }, plain(one.text.text));
}

function select(element, block, context, label) {
  const kept = context.state(block, element);
  const people = [...world.users.values()].filter((user) => !user.is_bot).map((user) => [user.id, `${user.real_name}${user.profile.title ? ` (${user.profile.title})` : ''}`]);
  const rooms = [...world.channels.values()].filter((channel) => !channel.is_im).map((channel) => [channel.id, '#' + channel.name]);
  const list = { users_select: people, conversations_select: rooms, channels_select: rooms }[element.type];
  const chosen = kept?.selected_option?.value ?? kept?.selected_user ?? kept?.selected_conversation ?? kept?.selected_channel ?? null;
  const control = h('select', { 'aria-label': label }, h('option', { value: '' }, element.placeholder?.text || 'Choose…'));
  if (list) control.append(...list.map(([id, name]) => h('option', { value: id, selected: id === chosen }, name)));
  else if (element.option_groups) control.append(...element.option_groups.map((group) => h('optgroup', { label: plain(group.label.text) }, group.options.map((one) => option(one, chosen)))));
  else control.append(...options(element).map((one) => option(one, chosen)));
  return { control, event: 'change', read: () => control.value };
}

function several(element, block, context, label) {
  const kept = context.state(block, element);
  const lists = {
    multi_users_select: [...world.users.values()].filter((user) => !user.is_bot).map((user) => ({ value: user.id, text: { text: user.real_name } })),
    multi_conversations_select: [...world.channels.values()].filter((channel) => !channel.is_im).map((channel) => ({ value: channel.id, text: { text: '#' + channel.name } })),
  };
  lists.multi_channels_select = lists.multi_conversations_select;
  const single = element.type === 'radio_buttons';
  const chosen = new Set((kept?.selected_options || (kept?.selected_option ? [kept.selected_option] : [])).map((one) => one.value)
    .concat(kept?.selected_users || [], kept?.selected_conversations || [], kept?.selected_channels || []));
  const name = uniqueId('choice');
  const control = h('div', { class: 'choices', role: single ? 'radiogroup' : 'group', 'aria-label': label },
    (lists[element.type] || options(element)).map((one) => h('label', { class: 'choice' },
      h('input', { type: single ? 'radio' : 'checkbox', name, value: one.value, checked: chosen.has(one.value) }),
      h('span', {}, textObject(one.text.type ? one.text : one.text.text), one.description && h('small', {}, plain(one.description.text))))));
  const read = () => {
    const values = [...control.querySelectorAll('input:checked')].map((box) => box.value);
    return single ? values[0] || '' : values;
  };
  return { control, event: 'change', read };
}

const INPUT_TYPES = {
  number_input: 'text', email_text_input: 'email', url_text_input: 'url', datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local',
};

function field(element, block, context, label) {
  const kept = context.state(block, element);
  const multiline = element.multiline || element.type === 'rich_text_input';
  const value = kept?.value ?? kept?.selected_date ?? kept?.selected_time ?? (kept?.selected_date_time ? new Date(kept.selected_date_time * 1000).toISOString().slice(0, 16) : '') ?? '';
  const control = h(multiline ? 'textarea' : 'input', {
    type: multiline ? undefined : INPUT_TYPES[element.type] || 'text', rows: multiline ? 4 : undefined, placeholder: element.placeholder?.text,
    inputmode: element.type === 'number_input' ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined,
    maxlength: element.max_length ? String(element.max_length) : undefined, 'aria-label': label,
  });
  control.value = value || '';
  const read = () => {
    if (element.type === 'datetimepicker') return control.value ? Math.floor(new Date(control.value).getTime() / 1000) : null;
    if (element.type === 'rich_text_input') {
      return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: control.value ? [{ type: 'text', text: control.value }] : [] }] };
    }
    return control.value;
  };
  return { control, event: (element.dispatch_action_config?.trigger_actions_on || []).includes('on_character_entered') ? 'input' : 'change', read };
}

// Files go to the local Slack as soon as they are chosen; the form only names them.
function files(element, block, context) {
  let sent = context.state(block, element)?.files || [];
  const most = element.max_files || 10;
  const list = h('span', { class: 'quiet', role: 'status' }, sent.map((file) => file.name).join(', '));
  const chooser = h('input', { type: 'file', multiple: most > 1, accept: (element.filetypes || []).map((type) => '.' + type).join(',') || undefined });
  chooser.addEventListener('change', async () => {
    const chosen = [...chooser.files].slice(0, most);
    const answers = await Promise.all(chosen.map(async (file) => act('upload', { name: file.name, content: await file.text() })));
    sent = answers.filter((answer) => answer.ok).map((answer) => answer.file);
    const failed = answers.length - sent.length;
    list.textContent = sent.map((file) => file.name).join(', ') + (failed ? ` (${failed} could not be read: text of at most 1 MB is taken here)` : '');
  });
  return { control: h('div', { class: 'files' }, chooser, list), labelled: chooser, event: 'change', read: () => sent };
}

function control(element, block, context, label) {
  if (element.type === 'file_input') return files(element, block, context);
  if (/^(radio_buttons|checkboxes|multi_)/.test(element.type)) return several(element, block, context, label);
  if (/_select$/.test(element.type)) return select(element, block, context, label);
  return field(element, block, context, label);
}

// An element outside an input block: every change is told at once.
export function element(one, block, context) {
  switch (one.type) {
    case 'button': case 'workflow_button': return button(one, block, context);
    case 'icon_button': return visibleToMe(one) && iconButton(one, block, context);
    case 'overflow': return overflow(one, block, context);
    case 'feedback_buttons': return feedback(one, block, context);
    default: {
      const made = control(one, block, context, one.placeholder?.text || 'Choose');
      context.fields?.push({ block, element: one, ...made });
      made.control.addEventListener(made.event, () => press(context, one, block, extra(one, made.read()), made.control));
      return made.control;
    }
  }
}

const visibleToMe = (one) => !one.visible_to_user_ids || one.visible_to_user_ids.includes(world.user);

function iconButton(one, block, context) {
  return h('button', {
    type: 'button', class: 'icon', title: one.text?.text, 'aria-label': one.accessibility_label || one.text?.text || one.icon,
    onclick: (event) => press(context, one, block, {}, event.currentTarget),
  }, icon(one.icon));
}

const extra = (one, value) => (Array.isArray(value) ? { selected_options: value } : { value });

// An input block: a labelled control, its hint, and the complaint beside it.
export function inputBlock(block, context) {
  const one = block.element;
  const made = control(one, block, context, undefined);
  const id = uniqueId('field');
  const group = made.control.matches('.choices');
  const labelled = made.labelled || made.control;
  labelled.id = id;
  if (group) made.control.setAttribute('aria-labelledby', id + '-label');
  const complaint = context.errors?.[block.block_id];
  const describedBy = [block.hint && id + '-hint', complaint && id + '-error'].filter(Boolean).join(' ');
  if (describedBy) labelled.setAttribute('aria-describedby', describedBy);
  if (complaint) labelled.setAttribute('aria-invalid', 'true');
  context.fields?.push({ block, element: one, ...made });
  if (block.dispatch_action) {
    made.control.addEventListener(made.event, () => press(context, one, block, extra(one, made.read()), made.control));
  }
  return h('div', { class: complaint ? 'field bad' : 'field', dataset: { block: block.block_id } },
    h(group ? 'div' : 'label', { class: 'label', id: id + '-label', for: group ? undefined : id }, plain(block.label.text), block.optional && h('span', { class: 'quiet' }, ' (optional)')),
    made.control,
    complaint && h('p', { class: 'complaint', id: id + '-error' }, complaint),
    block.hint && h('p', { class: 'hint', id: id + '-hint' }, plain(block.hint.text)));
}
