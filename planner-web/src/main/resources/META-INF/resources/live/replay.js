// Runs on every page: whoever signs in again has the entries sent that this device still keeps for them, wherever they
// are in the product, and is told what could not be sent. The live page does it by itself. On the log-in page it tidies
// the device up.
import { canKeep, Outbox, tidyUp, whoAmI } from './outbox.js';
import { showNotices } from './notices.js';

const LEAVING = 'planner leaving';
const script = document.querySelector('script[src$="live/replay.js"]');
const texts = JSON.parse(script?.dataset.texts ?? '{}');
const t = (key, ...values) => (texts[key] ?? key).replace(/\{(\d)\}/g, (all, index) => values[index] ?? all);
const onLivePage = () => document.querySelector('live-session, paper-session') !== null;

function describe({ session, entry }) {
  return `${t(`entry.${entry.type}`)} (${new Date(entry.at).toLocaleString()}, ${t('outbox.session')} ${session.slice(0, 8)})`;
}

function show(outbox, place) {
  place.hidden = onLivePage() || !(outbox.damaged.length || outbox.items.some(item => item.status === 'refused') || outbox.trouble && outbox.items.length);
  if (!place.hidden) showNotices(place, outbox, { items: outbox.items, t, describe });
}

// Whoever logs out says so; a sign-in that only ends does not.
document.addEventListener('click', event => {
  if (event.composedPath().some(one => one.hasAttribute?.('data-log-out'))) sessionStorage.setItem(LEAVING, 'yes');
}, true);

async function replay() {
  if (!canKeep() || onLivePage()) return;
  const databases = await indexedDB.databases?.() ?? [{ name: 'interview-planner-outbox' }];
  if (!databases.some(one => one.name === 'interview-planner-outbox')) return;
  const me = await whoAmI();
  if (me === null) {
    await tidyUp(sessionStorage.getItem(LEAVING) !== null);
    sessionStorage.removeItem(LEAVING);
  } else if (!onLivePage()) {
    const outbox = await Outbox.open(me.id);
    const place = document.createElement('aside');
    place.className = 'outbox-notices';
    place.setAttribute('aria-label', t('outbox.label'));
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = 'outbox.css';
    document.head.append(style);
    document.body.append(place);
    outbox.addEventListener('change', () => show(outbox, place));
    new MutationObserver(() => show(outbox, place)).observe(document.body, { childList: true });
    show(outbox, place);
  }
}

replay().catch(problem => console.debug('Nothing replayed.', problem));
