// Times as people read them, in the zone of the phone they hold.
import { say } from './words.js';

const LOCALE = 'en-GB';

// "2:30 pm"
export function timeOfDay(iso) {
  return new Date(iso).toLocaleTimeString(LOCALE, { hour: 'numeric', minute: '2-digit', hour12: true });
}

// A text that is the same for two moments of one day, and differs otherwise.
export function dayKey(date) {
  return date.getFullYear() + '-' + (date.getMonth() + 1) + '-' + date.getDate();
}

// "Today", "Yesterday", "3 November", or "3 November 2025" when it was another year.
export function dayName(iso, now) {
  const date = new Date(iso);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(date) === dayKey(now)) return say('today');
  if (dayKey(date) === dayKey(yesterday)) return say('yesterday');
  const parts = { day: 'numeric', month: 'long' };
  if (date.getFullYear() !== now.getFullYear()) parts.year = 'numeric';
  return date.toLocaleDateString(LOCALE, parts);
}

// "3 November 2026", for paper, where "today" soon means nothing.
export function fullDate(iso) {
  return new Date(iso).toLocaleDateString(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
}
