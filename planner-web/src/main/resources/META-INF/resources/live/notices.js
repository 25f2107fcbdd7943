// What the outbox has to tell a person, and what can be done about it: on the live page and on every other one.
import { isNews } from './elements.js';
import { canKeep } from './outbox.js';

// A server that is away for a moment is nothing to save a file for.
const EMERGENCY_AFTER_MS = 5_000;

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const button = (text, onclick, testId) => element('button', { type: 'button', class: 'live-other', 'data-testid': testId, onclick }, text);

/** Copies a text, or says how to. */
export async function copy(text, said, t) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = t('outbox.copied');
  } catch {
    // Without a clipboard (plain http) the text stands there to be selected.
    said.textContent = t('outbox.copy-by-hand');
  }
}

/** The words of an entry as a person would want them back. */
export function wordsOf(entry, t) {
  switch (entry.type) {
    case 'rating': return entry.kind === 'RATED' ? t('outbox.step', entry.step) : t(`kind.${entry.kind}`);
    case 'tick': return t(entry.heard ? 'outbox.heard' : 'outbox.unheard', entry.point + 1);
    case 'submission': return [entry.recommendation && t(`recommendation.${entry.recommendation}`), entry.reason].filter(Boolean).join(': ');
    default: return entry.text ?? '';
  }
}

async function saveFile(outbox) {
  const file = await outbox.emergencyFile();
  const link = element('a', { href: URL.createObjectURL(file), download: `interview-entries-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-')}.planner` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function refusal(outbox, item, describe, t) {
  const words = wordsOf(item.entry, t);
  const said = element('span', { class: 'muted', role: 'status' });
  const advice = t(`outbox.refused.${item.reason}`);
  return element('div', { class: 'live-banner bad', role: 'alert', 'data-testid': 'refused' },
    element('span', {}, t('refused', describe(item)), ' ', item.sentence, advice.startsWith('outbox.') ? '' : ` ${advice}`),
    words ? element('blockquote', { class: 'live-kept-words', tabindex: '0', 'aria-label': t('outbox.words') }, words) : null,
    words ? button(t('outbox.copy'), () => copy(words, said, t), 'refused-copy') : null,
    button(t('refused.retry'), () => outbox.retry(), 'refused-retry'),
    button(t('refused.discard'), () => confirm(t('refused.confirm')) && outbox.discard(item), 'refused-discard'),
    said);
}

/**
 * Shows in {@code place} what is to be told; leaves alone what it shows already, so that a selection or the focus stays.
 *
 * @param more further banners of the page: [colour, text]
 */
export function showNotices(place, outbox, { items, t, describe, more = [] }) {
  const refused = items.filter(item => item.status === 'refused');
  const troubled = outbox.trouble && items.length > 0 && performance.now() - outbox.troubleSince > EMERGENCY_AFTER_MS;
  const offer = (troubled || refused.length > 0) && outbox.emergencyKey;
  const banners = [];
  if (!canKeep()) banners.push(['warn', t('banner.no-crypto')]);
  else if (outbox.broken || !outbox.keeps) banners.push(['bad', t('banner.device'), 'banner-device']);
  if (outbox.trouble) banners.push(['warn', t(`banner.${outbox.trouble}`), `banner-${outbox.trouble}`]);
  banners.push(...more);
  if (!isNews(place, banners, refused.map(item => [item.entry.id, item.sentence]), Boolean(offer), outbox.damaged.length)) return;
  place.replaceChildren(...banners.map(([colour, text, testId]) => element('p', { class: `live-banner ${colour}`, role: 'status', 'data-testid': testId },
    text, testId === 'banner-signed-out' ? element('a', { href: 'login', target: '_blank', class: 'live-link' }, t('banner.sign-in')) : null)));
  for (const item of refused) place.append(refusal(outbox, item, describe, t));
  if (offer) {
    place.append(element('div', { class: 'live-banner warn', 'data-testid': 'emergency' }, element('span', {}, t('outbox.emergency')),
      button(t('outbox.emergency.save'), () => saveFile(outbox), 'emergency-save')));
  }
  if (outbox.damaged.length > 0) {
    place.append(element('div', { class: 'live-banner bad', role: 'alert', 'data-testid': 'damaged' }, element('span', {}, t('outbox.damaged', outbox.damaged.length)),
      button(t('refused.discard'), () => confirm(t('outbox.damaged.confirm')) && outbox.discardDamaged(), 'damaged-discard')));
  }
}
