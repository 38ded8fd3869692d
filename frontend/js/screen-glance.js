// What the screen shows at a moment, out of the times that it holds. plein/signage/dates.py does the same on the server.

const places = (rows, holds) => rows.map((row, at) => at).filter((at) => holds(rows[at], at));
const firstNotOver = (rows, now) => rows.findIndex((row) => row.end > now);

export function glance({ days, sessions, opening, themes }, now) {
  const day = days.slice(0, -1).findIndex((start, at) => start <= now && now < days[at + 1]);
  const rows = places(sessions, (row) => row.day === day && row.end > now);
  const live = rows.filter((at) => !sessions[at].off);
  const running = live.filter((at) => sessions[at].start <= now);
  const starts = live.filter((at) => !running.includes(at)).map((at) => sessions[at].start);
  const first = starts.length ? Math.min(...starts) : 0;
  const coming = places(sessions, (row) => day >= 0 && row.day > day && !row.off);
  return {
    day,
    mode: running.length ? "now" : first ? "next" : "calm",
    now: running,
    changed: rows.filter((at) => sessions[at].off && (sessions[at].start <= now || !first)),
    next: rows.filter((at) => now < sessions[at].start && sessions[at].start <= first),
    later: rows.filter((at) => first && sessions[at].start > first),
    coming: coming.filter((at) => !live.length && sessions[at].day === sessions[coming[0]].day),
    open: firstNotOver(opening, now),
    theme: firstNotOver(themes.filter((row) => row.day <= day), now),
  };
}
