// Runs on every page: whoever signs in again has the entries sent that this device still keeps for them, wherever they
// are in the product. The live page does it by itself.
import { canKeep, Outbox, tidyUp, whoAmI } from './outbox.js';

async function replay() {
  if (!canKeep() || document.querySelector('live-session')) return;
  const databases = await indexedDB.databases?.() ?? [];
  if (!databases.some(one => one.name === 'interview-planner-outbox')) return;
  const me = await whoAmI();
  if (me === null) {
    await tidyUp();
  } else if (!customElements.get('live-session')) {
    await Outbox.open(me.id);
  }
}

replay().catch(problem => console.debug('Nothing replayed.', problem));
